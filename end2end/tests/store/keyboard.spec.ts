// Everything without a mouse. What has the focus must show it.
import type { Locator, Page } from "@playwright/test";
import { PERSON } from "../../support/buyer";
import { expect, test } from "../../support/test";

/** Whether the focused element shows it: an outline or ring of its own, or of what it stands for (a label, a card). */
function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const ringed = (element: Element, pseudo?: string) => {
      const style = getComputedStyle(element, pseudo);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    };
    const focused = document.activeElement;
    if (!focused || focused === document.body) return false;
    const around = [focused, focused.closest("label"), focused.closest("article"), focused.closest("section"), focused.parentElement];
    return around.some((element) => element && [undefined, "::before", "::after"].some((pseudo) => ringed(element, pseudo)));
  });
}

/** What has the focus, for messages. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return element && element !== document.body ? `<${element.tagName.toLowerCase()}> ${element.getAttribute("aria-label") ?? element.innerText ?? ""}`.trim() : "nothing";
  });
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Presses Tab until `target` has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 120; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    // Past the last stop comes the browser's own window, then the first stop again.
    if (stop === "nothing") continue;
    expect(await showsFocus(page), `the focus on ${stop} can be seen`).toBe(true);
    if (await isFocused(target)) return;
  }
  throw new Error(`Tab never came to ${target}`);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
}

test("the first stop leads past the header", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/#main");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.querySelector("main")!.contains(document.activeElement));
  expect(inside).toBe(true);
});

test("every stop on a product's page shows the focus", async ({ page, shelves, buyer }) => {
  await buyer.open(await shelves.find((_, of) => of.options.length > 0));
  await tabTo(page, page.getByRole("contentinfo").getByRole("link", { name: "Terms" }));
});

test("a whole purchase by keyboard", async ({ page, shelves, buyer }) => {
  test.slow();
  const ware = await shelves.plenty();
  await buyer.open(ware);
  await tabTo(page, page.getByRole("button", { name: "Add to cart" }));
  await page.keyboard.press("Enter");
  if (buyer.scripted) {
    const link = page.getByRole("link", { name: "View cart" });
    await expect(link).toBeVisible();
    await tabTo(page, link);
    await page.keyboard.press("Enter");
  }
  await expect(page).toHaveURL(/\/cart/);
  await buyer.awake();
  await tabTo(page, page.getByRole("button", { name: "Check out" }));
  await page.keyboard.press("Enter");
  await buyer.heading("Where should it go?");

  await type(page, "E-mail", buyer.email);
  await type(page, "Full name", PERSON.name);
  await type(page, "Country", PERSON.country);
  await expect(page.getByLabel("Country").locator("option:checked")).toHaveText(PERSON.country);
  await type(page, "Street and number", PERSON.line1);
  await type(page, "Postcode", PERSON.postcode);
  await type(page, "Town or city", PERSON.city);
  await page.keyboard.press("Enter");
  await buyer.heading("How should it be sent?");

  const ways = page.getByRole("radio");
  await tabTo(page, ways.first());
  if ((await ways.count()) > 1) {
    await page.keyboard.press("ArrowDown");
    await expect(ways.nth(1)).toBeChecked();
  }
  await tabTo(page, page.getByRole("button", { name: "Continue to review" }));
  await page.keyboard.press("Enter");
  await buyer.heading("Review and pay");
  await tabTo(page, page.getByRole("button", { name: /^Pay €/ }));
  await page.keyboard.press("Enter");
  await buyer.heading(/^Pay €/);
  await tabTo(page, page.getByRole("button", { name: /^Pay €/ }));
  await page.keyboard.press("Enter");
  await buyer.heading("Thank you for your order");
});

test("the menu of a phone opens, leads on and closes", { tag: "@phone" }, async ({ page, isMobile }) => {
  test.skip(!isMobile, "wide screens show the departments");
  await page.goto("/");
  const menu = page.locator("summary").and(page.getByLabel("Menu"));
  const departments = page.getByRole("navigation", { name: "Menu" });
  await expect(page.getByRole("banner").getByRole("navigation", { name: "Departments" })).toBeHidden();
  await expect(departments).toBeHidden();
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(departments).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(departments).toBeHidden();
  await menu.tap();
  await expect(departments).toBeVisible();
  const first = departments.getByRole("link").first();
  const name = (await first.innerText()).trim();
  await first.tap();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(departments).toBeHidden();
});
