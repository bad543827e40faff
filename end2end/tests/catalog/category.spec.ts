// A category: the order of its goods, its pages.
import type { Page } from "@playwright/test";
import { cents } from "../../support/money";
import type { Category, Shop } from "../../support/shop";
import { expect, test } from "../../support/test";

interface Listing {
  products: { slug: string; title: string }[];
  next: string | null;
}

/** A department with more products than a page shows. */
async function large(shop: Shop): Promise<Category> {
  const { categories } = await shop.get<{ categories: Category[] }>("/categories");
  for (const category of categories) {
    const listing = await shop.get<Listing>(`/products?category=${category.slug}&limit=100`);
    if (listing.next) return category;
  }
  throw new Error("no category has more than 100 products");
}

const cards = (page: Page) => page.getByRole("main").getByRole("article").filter({ has: page.getByText("€") });

async function prices(page: Page): Promise<number[]> {
  const texts = await cards(page).allInnerTexts();
  // On sale, the first amount is the price of now.
  return texts.map(cents);
}

const titles = (page: Page) => cards(page).getByRole("heading").allInnerTexts();

test("sorts by price, up and down", async ({ page, shop }) => {
  const category = await large(shop);
  await page.goto(`/c/${category.slug}`);
  await expect(page.getByRole("heading", { level: 1, name: category.name })).toBeVisible();
  const sorting = page.getByRole("navigation", { name: "Sort by" });
  await expect(sorting.getByRole("link", { name: "Newest" })).toHaveAttribute("aria-current", "true");

  await sorting.getByRole("link", { name: "Price, low to high" }).click();
  await expect(page).toHaveURL(`/c/${category.slug}?sort=price_ascending`);
  await expect(sorting.getByRole("link", { name: "Price, low to high" })).toHaveAttribute("aria-current", "true");
  const up = await prices(page);
  expect(up.length).toBeGreaterThan(10);
  expect(up).toEqual([...up].sort((a, b) => a - b));

  await sorting.getByRole("link", { name: "Price, high to low" }).click();
  await expect(page).toHaveURL(`/c/${category.slug}?sort=price_descending`);
  const down = await prices(page);
  expect(down).toEqual([...down].sort((a, b) => b - a));
  expect(down[0]).toBeGreaterThan(up[0]!);
});

test("goes on to the next page, keeps the order, and finds back", { tag: "@phone" }, async ({ page, shop }) => {
  const category = await large(shop);
  await page.goto(`/c/${category.slug}?sort=price_ascending`);
  const first = await titles(page);
  const dearest = Math.max(...(await prices(page)));
  const pages = page.getByRole("navigation", { name: "Pages" });
  await expect(pages.getByRole("link", { name: "First page" })).toHaveCount(0);

  await pages.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/sort=price_ascending&after=/);
  const second = await titles(page);
  expect(second.length).toBeGreaterThan(0);
  expect(second.filter((title) => first.includes(title))).toEqual([]);
  expect(Math.min(...(await prices(page)))).toBeGreaterThanOrEqual(dearest);

  // The address changes first, the list once it has been asked for.
  await page.goBack();
  await expect(page).toHaveURL(`/c/${category.slug}?sort=price_ascending`);
  await expect.poll(() => titles(page)).toEqual(first);
  await page.goForward();
  await expect.poll(() => titles(page)).toEqual(second);
  await pages.getByRole("link", { name: "First page" }).click();
  await expect(page).toHaveURL(`/c/${category.slug}?sort=price_ascending`);
  await expect.poll(() => titles(page)).toEqual(first);
});

test("every product of a category is on exactly one of its pages", async ({ page, shop }) => {
  const category = await large(shop);
  const expected: string[] = [];
  let after = "";
  do {
    const listing = await shop.get<Listing>(`/products?category=${category.slug}&limit=100${after}`);
    expected.push(...listing.products.map((product) => product.title));
    after = listing.next ? `&after=${listing.next}` : "";
  } while (after);

  const shown: string[] = [];
  await page.goto(`/c/${category.slug}`);
  const next = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" });
  for (;;) {
    shown.push(...(await titles(page)));
    if ((await next.count()) === 0) break;
    const url = page.url();
    await next.click();
    await expect(page).not.toHaveURL(url);
  }
  expect(shown.sort()).toEqual(expected.sort());
});
