// The shop in another currency: a purchase in francs from the product to the order, and the same page elsewhere.
import { expect, test } from "../../support/test";

const francs = /CHF\s[\d,]+\.\d\d/;

test("a purchase in francs @phone", async ({ page, shelves, buyer }) => {
  test.slow();
  const ware = await shelves.plenty();
  await page.goto(`/en-ch/p/${ware.product.slug}?variant=${ware.variant.id}`);
  await buyer.awake();
  await expect(page.locator("html")).toHaveAttribute("lang", "en-CH");
  const price = (await page.locator("#buy-box .price-now").innerText()).match(francs)?.[0];
  expect(price, "the price in francs").toBeDefined();
  await page.getByRole("button", { name: "Add to cart" }).click();
  if (buyer.scripted) await expect(page.getByText("Added to your cart.")).toBeVisible();
  await page.goto("/en-ch/cart");
  await buyer.awake();
  await expect(page.getByText(price!).first()).toBeVisible();
  await page.getByRole("button", { name: "Check out" }).click();
  await buyer.heading("Where should it go?");
  // Only where the market sells to.
  const country = page.getByLabel("Country");
  expect(await country.locator("option").allInnerTexts()).toEqual(["Choose a country", "Liechtenstein", "Switzerland"]);
  await page.getByLabel("E-mail").fill(buyer.email);
  await page.getByLabel("Full name").fill("Anna Muster");
  await country.selectOption({ label: "Switzerland" });
  await page.getByLabel("Street and number").fill("Bahnhofstrasse 1");
  await page.getByLabel("Postcode").fill("8001");
  await page.getByLabel("Town or city").fill("Zürich");
  await buyer.toShipping();
  await buyer.toReview();
  const pay = page.getByRole("button", { name: /^Pay CHF/ });
  const total = (await pay.innerText()).trim().replace(/^Pay /, "");
  await pay.click();
  await page.getByRole("button", { name: `Pay ${total}`, exact: true }).click();
  await buyer.heading("Thank you for your order");
  await expect(page).toHaveURL(/\/en-ch\/orders\//);
  await expect(page.getByRole("main").getByText(total, { exact: true }).filter({ visible: true }).first()).toBeVisible();
});

test("the same page in the other markets", async ({ page, shelves }) => {
  const { product } = await shelves.plenty();
  await page.goto(`/de/p/${product.slug}`);
  await page.getByRole("link", { name: "Schweiz · CHF" }).click();
  await expect(page).toHaveURL(`/de-ch/p/${product.slug}`);
  await expect(page.locator("#buy-box .price-now")).toContainText("CHF");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(`/en-ch/p/${product.slug}`);
  await page.getByRole("link", { name: "Europe · EUR" }).click();
  await expect(page).toHaveURL(`/p/${product.slug}`);
  await expect(page.locator("#buy-box .price-now")).toContainText("€");
});
