// Search: what is found, forgiven, and said when nothing is.
import { expect, test } from "../../support/test";

test("finds a product by its title", { tag: "@phone" }, async ({ page, shelves }) => {
  const { product } = await shelves.plenty();
  await page.goto("/");
  const field = page.getByRole("banner").getByRole("searchbox", { name: "Search the market" });
  await field.fill(product.title);
  await field.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=/);
  await expect(page.getByRole("heading", { level: 1, name: `Results for ${product.title}` })).toBeVisible();
  await expect(field).toHaveValue(product.title);
  await page.getByRole("main").getByRole("link", { name: product.title, exact: true }).click();
  await expect(page).toHaveURL(`/p/${product.slug}`);
});

test("orders results by price when asked to", async ({ page, shop }) => {
  const query = "blue";
  const { products } = await shop.get<{ products: { slug: string }[] }>(`/search?q=${query}&sort=price_ascending`);
  expect(products.length).toBeGreaterThan(1);
  await page.goto(`/search?q=${query}`);
  await page.getByRole("navigation", { name: "Sort by" }).getByRole("link", { name: "Price, low to high" }).click();
  await expect(page).toHaveURL(`/search?q=${query}&sort=price_ascending`);
  const links = page.getByRole("main").getByRole("article").getByRole("heading").getByRole("link");
  const shown = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(shown).toEqual(products.map((product) => `/p/${product.slug}`));
});

test("forgives slips of the finger word by word, and says so", async ({ page }) => {
  await page.goto("/search?q=cofee+mugg");
  await expect(page.getByRole("heading", { level: 1, name: "Similar to cofee mugg" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "coffee mug", exact: true }).click();
  await expect(page).toHaveURL("/search?q=coffee+mug");
  await expect(page.getByRole("heading", { level: 1, name: "Results for coffee mug" })).toBeVisible();
});

test("suggests things while they are typed", async ({ page, shelves, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "needs a script");
  const { product } = await shelves.plenty();
  await page.goto("/");
  const field = page.locator("#site-search");
  const option = page.getByRole("option").filter({ hasText: product.title }).first();
  // The island may wake after the first key.
  await expect(async () => {
    await field.fill("");
    await field.pressSequentially(product.title, { delay: 5 });
    await expect(option).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await field.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveCount(1);
  await field.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await field.press("Space");
  await option.click();
  await expect(page).toHaveURL(`/p/${product.slug}`);
});

test("helps on when nothing is found", async ({ page }) => {
  const response = await page.goto("/search?q=xqzzvwkj");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: "Nothing for xqzzvwkj" })).toBeVisible();
  await expect(page.getByText("Try fewer or plainer words")).toBeVisible();
  const departments = page.getByRole("main").locator('a[href^="/c/"]');
  expect(await departments.count()).toBeGreaterThan(3);
  await departments.first().click();
  await expect(page).toHaveURL(/\/c\//);
});

test("asks what to look for when nothing was typed", async ({ page }) => {
  await page.goto("/search?q=+");
  await expect(page.getByRole("heading", { level: 1, name: "What are you looking for?" })).toBeVisible();
});

test("shows what was typed as text, whatever it is", async ({ page }) => {
  const query = `"><script>alert(1)</script><b>`;
  await page.goto(`/search?q=${encodeURIComponent(query)}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(query);
  await expect(page.getByRole("banner").getByRole("searchbox")).toHaveValue(query);
});
