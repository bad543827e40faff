// A product's page: choosing a variant, what is left of it, putting it in the cart.
import { euros, cents } from "../../support/money";
import { few, gone, plenty } from "../../support/shop";
import { expect, test } from "../../support/test";

const amount = (price: { amount: string }) => euros(cents(`€${price.amount}`));

test("a choice changes price and address, and survives a reload", { tag: "@phone" }, async ({ page, shelves, buyer }) => {
  // One option whose values differ in price, so that the change can be seen.
  const { product, variant } = await shelves.find(
    (each, of) =>
      of.options.length === 1 && plenty(each) && plenty(of.variants[0]!) && each.price.amount !== of.variants[0]!.price.amount,
  );
  const main = page.getByRole("main");
  const first = product.variants[0]!;
  await buyer.open({ product, variant: first });
  const option = main.getByRole("group", { name: product.options[0]!.name });
  await expect(option.getByRole("link", { name: first.option_values[0]!, exact: true })).toHaveAttribute("aria-current", "true");
  await expect(main.getByText(amount(first.price), { exact: true }).first()).toBeVisible();

  let loads = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  const wanted = option.getByRole("link", { name: variant.option_values[0]!, exact: true });
  await wanted.click();
  await expect(page).toHaveURL(`/p/${product.slug}?variant=${variant.id}`);
  await expect(wanted).toHaveAttribute("aria-current", "true");
  await expect(main.getByText(amount(variant.price), { exact: true }).first()).toBeVisible();
  // With scripts at once, without by the link.
  expect(loads).toBe(buyer.scripted ? 0 : 1);

  await page.reload();
  await expect(wanted).toHaveAttribute("aria-current", "true");
  await expect(page.locator('input[name="variant"]')).toHaveValue(variant.id);
});

test("the chosen variant is the one that comes into the cart", async ({ shelves, buyer }) => {
  const { product, variant } = await shelves.find((each, of) => of.options.length > 0 && plenty(each) && each !== of.variants[0]);
  await buyer.open({ product, variant: product.variants[0]! });
  for (const [at, option] of product.options.entries()) {
    const value = variant.option_values[at]!;
    const group = buyer.page.getByRole("group", { name: option.name });
    const tile = group.getByRole("link").filter({ has: buyer.page.getByText(value, { exact: true }) });
    await tile.click();
    await expect(tile).toHaveAttribute("aria-current", "true");
  }
  await expect(buyer.page.locator('input[name="variant"]')).toHaveValue(variant.id);
  await buyer.page.getByRole("button", { name: "Add to cart" }).click();
  await expect(buyer.page.getByText(buyer.scripted ? "Added to your cart." : "It is in your cart.")).toBeVisible();
  await buyer.cart();
  await expect(buyer.line({ product, variant })).toContainText(variant.option_values.join(" / "));
  await expect(buyer.line({ product, variant })).toContainText(`${amount(variant.price)} each`);
});

test("a sold-out variant says so and cannot be added", async ({ page, shelves, buyer }) => {
  const ware = await shelves.find((each, of) => gone(each) && of.variants.length > 1);
  await buyer.open(ware);
  await expect(page.getByRole("button", { name: "Sold out" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Add to cart" })).toHaveCount(0);
  // Whoever asks anyway is refused.
  const response = await page.request.post("/api/cart/add", {
    headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
    form: { variant: ware.variant.id, quantity: "1" },
  });
  expect(response.status()).toBe(422);
  expect(await response.text()).toContain("sold out");
});

test("a product of which nothing is left still has its page", async ({ page, shelves }) => {
  const { product } = await shelves.find(gone, (summary) => !summary.available);
  const response = await page.goto(`/p/${product.slug}`);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("button", { name: "Sold out" })).toBeDisabled();
});

test("says how many are left when there are few", async ({ page, shelves, buyer }) => {
  const ware = await shelves.find(few);
  await buyer.open(ware);
  await expect(page.getByText(`Only ${ware.variant.left} left`, { exact: true })).toBeVisible();
});

test("what others take is seen while the page is open", async ({ page, shelves, buyer, another }) => {
  test.skip(!buyer.scripted, "A page without scripts is as old as its last load.");
  const ware = await shelves.find(few);
  await buyer.open(ware);
  await expect(page.getByText(`Only ${ware.variant.left} left`, { exact: true })).toBeVisible();
  // Entering the checkout holds the goods.
  await another.add(ware);
  await another.checkOut();
  const left = ware.variant.left! - 1;
  await expect(page.getByText(left > 0 ? `Only ${left} left` : "Sold out", { exact: true }).first()).toBeVisible();
});

test("pictures open large, one after the other, and close", { tag: "@phone" }, async ({ page, shelves, buyer }) => {
  await buyer.open(await shelves.plenty());
  const pictures = page.getByRole("list", { name: "Pictures" }).getByRole("button", { name: /^Enlarge/ });
  await pictures.first().click();
  const large = page.getByRole("dialog", { name: /^Picture \d+ of \d+$/ });
  await expect(large).toHaveCount(1);
  const first = await large.getAttribute("aria-label");
  await large.getByRole("checkbox").check();
  await expect(large.getByRole("checkbox")).toBeChecked();
  if (buyer.scripted && (await pictures.count()) > 1) {
    await large.getByRole("button", { name: "Next picture" }).click();
    await expect(large).toHaveCount(1);
    await expect(large).not.toHaveAttribute("aria-label", first!);
    await page.keyboard.press("ArrowLeft");
    await expect(large).toHaveAttribute("aria-label", first!);
  }
  await page.keyboard.press("Escape");
  await expect(large).toHaveCount(0);
});

test("says when it comes, here and elsewhere", async ({ page, shelves, buyer }) => {
  await buyer.open(await shelves.plenty());
  const main = page.getByRole("main");
  await expect(main.getByText(/^In .+ (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w{3} to /)).toBeVisible();
  await main.getByText("Delivery elsewhere").click();
  await expect(main.getByText("Everywhere else")).toBeVisible();
});

test("all reviews can be read, and those of so many stars", async ({ page }) => {
  // Somebody gave four stars or five.
  await page.goto("/search?q=wool&rating=4");
  await page.getByRole("main").locator(".product-card a").first().click();
  const most = page.locator("#reviews").getByRole("link", { name: /^[1-5] stars?$/ }).first();
  const stars = (await most.innerText())[0]!;
  await most.click();
  await expect(page).toHaveURL(new RegExp(`/reviews\\?stars=${stars}$`));
  await expect(page.getByRole("heading", { level: 1, name: /^Reviews of / })).toBeVisible();
  const given = page.locator(".reviews-list").getByRole("img", { name: /^Rated / });
  await expect(given.first()).toBeVisible();
  for (const each of await given.all()) await expect(each).toHaveAccessibleName(new RegExp(`^Rated ${stars}`));
  await page.getByRole("link", { name: "Show all reviews" }).click();
  await expect(page).toHaveURL(/\/reviews$/);
});

test("what was looked at before is shown again", async ({ page, shelves, buyer }) => {
  test.skip(!buyer.scripted, "Without scripts nothing is remembered.");
  const [first, second] = await shelves.ofTwoMerchants();
  await buyer.open(first);
  await buyer.open(second);
  const seen = page.locator("#recently-viewed");
  await expect(seen.getByRole("heading", { name: "Recently viewed" })).toBeVisible();
  await expect(seen.getByRole("link", { name: first.product.title })).toBeVisible();
  await expect(seen.getByRole("link", { name: second.product.title })).toHaveCount(0);
});

test("a variant the product does not have shows the product", async ({ page, shelves }) => {
  const { product } = await shelves.plenty();
  for (const odd of ["00000000-0000-8000-8000-000000000000", "%3Cscript%3E", ""]) {
    const response = await page.goto(`/p/${product.slug}?variant=${odd}`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("button", { name: "Add to cart" })).toBeVisible();
  }
});

for (const path of ["/p/there-is-no-such-thing", "/c/there-is-no-such-thing", "/m/there-is-no-such-thing", "/nowhere/at/all"]) {
  test(`${path} is answered 404 by a page that helps`, async ({ page, complaints }) => {
    complaints.expect(/status of 404/);
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
    await page.getByRole("main").getByRole("searchbox").fill("mug");
    await page.getByRole("main").getByRole("searchbox").press("Enter");
    await expect(page).toHaveURL("/search?q=mug");
  });
}
