// Narrowing a listing: by a form and by links, with counts that lead somewhere; with a script, without loading the page again.
import type { Page } from "@playwright/test";
import { expect, test } from "../../support/test";

const listing = (page: Page) => page.locator("#listing");

/** Opens the sheet of filters where it is one. */
async function openFilters(page: Page) {
  const button = listing(page).getByRole("button", { name: /^Filter/ });
  if (await button.isVisible()) await button.click();
}

/** Sends the form, where no script has done so already. */
async function apply(page: Page, query: RegExp) {
  const buttons = page.locator("#filters").getByRole("button", { name: /^(Apply|Show )/ });
  for (const button of await buttons.all()) {
    if (await button.isVisible()) {
      await button.click();
      break;
    }
  }
  await expect(page).toHaveURL(query);
}

test("narrows a department by maker, and widens it again", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/c/kitchen");
  const all = await listing(page).getAttribute("data-count");
  await openFilters(page);
  const box = page.locator("#filters-form input[name=merchant]").first();
  const slug = await box.getAttribute("value");
  const label = await page.locator("#filters-form label[for]", { has: page.locator(".checkbox-count") })
    .filter({ hasText: /./ }).locator(`xpath=self::*[@for="${await box.getAttribute("id")}"]`).innerText();
  const count = Number(/\((\d+)\)/.exec(label)![1]);
  await box.check();
  await apply(page, new RegExp(`merchant=${slug}`));
  await expect(listing(page)).toHaveAttribute("data-count", new RegExp(`^${count} product`));
  const chips = page.getByRole("list", { name: "Chosen filters" });
  await expect(chips.getByRole("link")).toHaveCount(1);
  await chips.getByRole("link").click();
  await expect(page).toHaveURL("/c/kitchen");
  await expect(listing(page)).toHaveAttribute("data-count", all!);
});

test("pages and orders keep the filters", async ({ page }) => {
  await page.goto("/c/kitchen?in_stock=1&min=20");
  await page.getByRole("navigation", { name: "Sort by" }).getByRole("link", { name: "Price, low to high" }).click();
  await expect(page).toHaveURL(/in_stock=1/);
  await expect(page).toHaveURL(/sort=price_ascending/);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(page).toHaveURL(/min=20/);
  await page.goBack();
  await expect(page).not.toHaveURL(/after=/);
  await expect(page.getByRole("list", { name: "Chosen filters" }).getByRole("link")).toHaveCount(2);
});

test("says so when nothing fits", async ({ page }) => {
  await page.goto("/c/kitchen?min=90000");
  await expect(page.getByRole("heading", { name: "Nothing fits all of these" })).toBeVisible();
  await page.getByRole("link", { name: "Clear all filters" }).click();
  await expect(page).toHaveURL("/c/kitchen");
  await expect(listing(page).getByRole("article").first()).toBeVisible();
});

test("keeps the page while a script changes the list", async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "needs a script");
  await page.goto("/c/kitchen");
  await expect(page.locator(":root[data-listing=live]")).toBeAttached();
  await page.evaluate(() => document.body.setAttribute("data-same", ""));
  const box = page.locator("#filters-form input[name=merchant]").first();
  await box.check();
  await expect(page).toHaveURL(/merchant=/);
  await expect(page.locator("body[data-same]")).toBeAttached();
  await expect(box).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: /product/ })).toBeAttached();
  await page.goBack();
  await expect(box).not.toBeChecked();
  await expect(page.locator("body[data-same]")).toBeAttached();
});
