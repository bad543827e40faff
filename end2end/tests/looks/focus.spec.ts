// What has the focus shows it: every stop of the Tab key, on every kind of page and on every part of the design system.
import { type Page } from "@playwright/test";
import { SCHEMES, kinds } from "../../support/kinds";
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || Boolean(isMobile), "the same styles in all projects; once is enough");

/** The stops that look the same with the focus and without it. */
async function unseen(page: Page): Promise<string[]> {
  // From here on the browser takes the visitor for one with a keyboard.
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(
      (each) => !each.matches(":disabled, [type=hidden], [tabindex='-1']") && !each.closest("[inert]") && each.checkVisibility({ visibilityProperty: true }),
    );
    const rings = (element: Element) =>
      [undefined, "::before", "::after"].map((pseudo) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor, translate } = getComputedStyle(element, pseudo);
        return [outlineStyle === "none" ? "" : outlineWidth, boxShadow, borderColor, translate].join();
      });
    // An outline may belong to what the control stands for: a label, a card.
    const around = (element: Element) => [element, ...["label", "article", "section", "li"].map((kind) => element.closest(kind)), element.parentElement];
    const look = (element: Element) => around(element).map((each) => (each ? rings(each).join() : "")).join("|");
    const blind: string[] = [];
    for (const stop of stops) {
      (document.activeElement as HTMLElement | null)?.blur();
      const before = look(stop);
      stop.focus({ preventScroll: true });
      if (document.activeElement !== stop) blind.push(`cannot be focused: ${stop.outerHTML.slice(0, 120)}`);
      else if (look(stop) === before) blind.push(`shows no focus: ${stop.outerHTML.slice(0, 120)}`);
    }
    if (stops.length < 10) blind.push(`only ${stops.length} stops`);
    return blind;
  });
}

for (const scheme of SCHEMES) {
  test(`every stop shows the focus: ${scheme}`, async ({ page, shop, shelves, complaints }) => {
    test.slow();
    complaints.expect(/status of 404/);
    await page.emulateMedia({ colorScheme: scheme });
    const blind: string[] = [];
    for (const { name, path } of [...(await kinds(shop, shelves)), { name: "design system", path: "/dev/ui" }]) {
      await page.goto(path);
      await page.waitForFunction(() => window.islandsAwake === true);
      blind.push(...(await unseen(page)).map((each) => `${name}: ${each}`));
    }
    expect(blind).toEqual([]);
  });
}
