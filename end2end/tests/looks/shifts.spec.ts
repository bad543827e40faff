// Nothing jumps: the cumulative layout shift of a visit is 0, from the first paint through waking to the end of the page.
// https://web.dev/articles/cls
import { SCREENS, kinds } from "../../support/kinds";
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || Boolean(isMobile), "screens of its own; scripts are what makes pages jump");

interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

declare global {
  interface Window {
    shifts: string[];
  }
}

for (const screen of SCREENS) {
  test(`no page jumps: ${screen.name}`, async ({ page, shop, shelves, complaints }) => {
    test.slow();
    complaints.expect(/status of 404/);
    await page.setViewportSize(screen);
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as Shift[]) {
          const moved = shift.sources.map(({ node }) => (node instanceof Element ? `<${node.tagName.toLowerCase()} class="${node.getAttribute("class") ?? ""}">` : "?"));
          if (!shift.hadRecentInput) window.shifts.push(`${shift.value.toFixed(4)} at ${Math.round(shift.startTime)} ms: ${moved.join(", ")}`);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    const jumped: string[] = [];
    for (const { name, path } of await kinds(shop, shelves)) {
      await page.goto(path);
      await page.waitForFunction(() => window.islandsAwake === true);
      // To the end, screen by screen, as pictures come when they are near.
      await page.evaluate(async () => {
        for (let top = 0; top < document.documentElement.scrollHeight; top += window.innerHeight) {
          window.scrollTo(0, top);
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        }
      });
      await page.waitForLoadState("networkidle");
      const shifts = await page.evaluate(() => new Promise<string[]>((told) => requestAnimationFrame(() => setTimeout(() => told(window.shifts)))));
      jumped.push(...shifts.map((shift) => `${name}: ${shift}`));
    }
    expect(jumped).toEqual([]);
  });
}

test("the ruler sees a jump", async ({ page }) => {
  await page.goto("/pages/about");
  const seen = await page.evaluate(async () => {
    const values: number[] = [];
    new PerformanceObserver((list) => values.push(...(list.getEntries() as Shift[]).map((shift) => shift.value))).observe({ type: "layout-shift", buffered: true });
    const frame = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await frame();
    const block = document.createElement("p");
    block.className = "py-12";
    block.textContent = "Pushes everything down";
    document.querySelector("main")!.prepend(block);
    await frame();
    await new Promise((told) => setTimeout(told, 100));
    return values.reduce((sum, value) => sum + value, 0);
  });
  expect(seen).toBeGreaterThan(0);
});
