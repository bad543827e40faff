// Every kind of page, looked at with the eyes of axe, an HTML validator and a ruler. See `audit` for what is asked of each.
import { audit } from "../../support/audit";
import { gone } from "../../support/shop";
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || Boolean(isMobile), "the same HTML in all projects; once is enough");

interface Category {
  slug: string;
  name: string;
  children?: { slug: string }[];
}

test("the front", async ({ page }) => {
  await page.goto("/");
  await audit(page, "home");
});

test("categories and merchants", async ({ page, shop, shelves }) => {
  test.slow();
  const { categories } = await shop.get<{ categories: Category[] }>("/categories");
  const [department] = categories;
  await page.goto(`/c/${department!.slug}`);
  await audit(page, "a department");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" }).click();
  await audit(page, "its second page");
  const { product } = await shelves.plenty();
  await page.goto(`/m/${product.merchant.slug}`);
  await audit(page, "a merchant");
});

test("products", async ({ page, shelves }) => {
  test.slow();
  const { product } = await shelves.find((_, of) => of.options.length === 2 && of.variants.length > 4);
  await page.goto(`/p/${product.slug}`);
  await audit(page, "a product with two options");
  await page.goto(`/p/${product.slug}/reviews`);
  await audit(page, "its reviews");
  const bare = await shelves.find((_, of) => of.options.length === 0);
  await page.goto(`/p/${bare.product.slug}`);
  await audit(page, "a product without options");
  const none = await shelves.find(gone, (summary) => !summary.available);
  await page.goto(`/p/${none.product.slug}`);
  await audit(page, "a product that is sold out");
});

test("search", async ({ page }) => {
  test.slow();
  await page.goto("/search?q=blue");
  await audit(page, "results");
  await page.goto("/search?q=stonware");
  await audit(page, "similar results");
  await page.goto("/search?q=xqzzvwkj");
  await audit(page, "nothing found");
});

test("words", async ({ page }) => {
  test.slow();
  for (const slug of ["about", "help", "shipping", "returns", "privacy", "terms"]) {
    await page.goto(`/pages/${slug}`);
    await audit(page, slug);
  }
});

test("errors", async ({ page, complaints }) => {
  complaints.expect(/status of 404/);
  await page.goto("/p/there-is-no-such-thing");
  await audit(page, "not found");
});

test("the purchase, page by page", async ({ page, shelves, buyer }) => {
  test.setTimeout(180_000);
  await buyer.cart();
  await audit(page, "the empty cart");
  const [first, second] = await shelves.ofTwoMerchants();
  await buyer.add(first, 2);
  await expect(page.getByText("Added to your cart.")).toBeVisible();
  await buyer.add(second);
  await buyer.cart();
  await audit(page, "the cart");
  await buyer.checkOut();
  await audit(page, "the address");
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await audit(page, "the address with mistakes");
  await buyer.fillAddress();
  await buyer.toShipping();
  await audit(page, "shipping");
  await buyer.toReview();
  await audit(page, "review");
  await buyer.pay();
  await audit(page, "the bank");
  await buyer.answer("Never answer");
  await buyer.heading("Your order is waiting for payment");
  await audit(page, "an order that waits");
  await page.getByRole("link", { name: /^Continue payment/ }).click();
  await audit(page, "the bank that was silent");
  await buyer.answer("Decline");
  await audit(page, "review after a refusal");
  await buyer.pay();
  await buyer.answer("Ask for confirmation");
  await audit(page, "the bank's confirmation");
  await buyer.answer("It is me");
  await buyer.heading("Thank you for your order");
  await audit(page, "the order");
  await expect.poll(async () => (await buyer.letters()).length, { timeout: 20_000 }).toBe(1);
});
