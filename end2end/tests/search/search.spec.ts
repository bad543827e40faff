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

test("forgives a slip of the finger, and says so", async ({ page, shelves }) => {
  // Two letters of the longest word swapped.
  const slip = (title: string) => {
    const word = title.split(/[^A-Za-z]+/).sort((a, b) => b.length - a.length)[0]!;
    const at = Math.floor(word.length / 2);
    return title.replace(word, word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1));
  };
  const summaries = await shelves.summaries();
  const { title, slug } = summaries.find((each) => /^[A-Za-z]{4,} [A-Za-z]{7,}$/.test(each.title) && slip(each.title) !== each.title)!;
  const typo = slip(title);
  await page.goto(`/search?q=${encodeURIComponent(typo)}`);
  await expect(page.getByRole("heading", { level: 1, name: `Similar to ${typo}` })).toBeVisible();
  await expect(page.getByText("No exact match.")).toBeVisible();
  await expect(page.getByRole("main").locator(`a[href="/p/${slug}"]`)).toBeVisible();
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
