// The front of the shop.
import { expect, test } from "../../support/test";

test("the home page tells what the shop is and leads into it", async ({ page, shop }) => {
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle("Sokonova");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const { categories } = await shop.get<{ categories: { slug: string; name: string }[] }>("/categories");
  const departments = page.getByRole("banner").getByRole("navigation", { name: "Departments" });
  for (const { slug } of categories) {
    await expect(departments.locator(`a[href="/c/${slug}"]`)).toBeVisible();
  }
});

test("the newest products of the shop are on the home page, and lead to their pages", async ({ page, shop }) => {
  await page.goto("/");
  const [newest] = await shop.list();
  const arrivals = page.getByRole("main").locator("section").filter({ has: page.getByRole("heading", { name: "Just in" }) });
  await arrivals.getByRole("link", { name: newest!.title, exact: true }).click();
  await expect(page).toHaveURL(`/p/${newest!.slug}`);
  await expect(page.getByRole("heading", { level: 1, name: newest!.title })).toBeVisible();
});

test("the hero's ways lead down the page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Meet the makers" }).click();
  await expect(page).toHaveURL("/#makers");
  await expect(page.getByRole("heading", { name: "Makers to meet" })).toBeInViewport();
});
