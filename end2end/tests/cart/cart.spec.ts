// The cart: what is put in, changed, taken out; how many may be had; whose goods they are.
import { cents, euros, sum } from "../../support/money";
import { few, plenty } from "../../support/shop";
import { expect, test } from "../../support/test";

const price = (ware: { variant: { price: { amount: string } } }) => cents(`€${ware.variant.price.amount}`);

test("starts empty and says what to do", async ({ page, buyer }) => {
  await buyer.cart();
  await expect(page.getByRole("heading", { level: 1, name: "Your cart" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Check out" })).toHaveCount(0);
});

test("a product comes in, more of it, less of it, and out again", { tag: "@phone" }, async ({ page, shelves, buyer }) => {
  const ware = await shelves.plenty();
  await buyer.add(ware);
  await buyer.cart();
  const line = buyer.line(ware);
  await expect(line).toHaveCount(1);
  await expect(buyer.quantity(ware)).toHaveValue("1");
  // One is the least: removing has its own button.
  await expect(buyer.less(ware)).toBeDisabled();

  await buyer.more(ware).click();
  await expect(buyer.quantity(ware)).toHaveValue("2");
  await expect(line).toContainText(euros(2 * price(ware)));
  await buyer.more(ware).click();
  await expect(buyer.quantity(ware)).toHaveValue("3");
  await buyer.less(ware).click();
  await expect(buyer.quantity(ware)).toHaveValue("2");
  await expect(page.getByText(`2 items in the cart, subtotal ${euros(2 * price(ware))}`)).toBeAttached();

  // The server has heard of it.
  await expect.poll(() => buyer.held()).toBe(2);
  await buyer.cart();
  await expect(buyer.quantity(ware)).toHaveValue("2");

  await buyer.remove(ware).click();
  await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  await expect.poll(() => buyer.held()).toBe(0);
  await buyer.cart();
  await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
});

test("adding the same twice makes one line of two", async ({ shelves, buyer }) => {
  const ware = await shelves.plenty();
  await buyer.add(ware);
  await buyer.add(ware);
  await buyer.cart();
  await expect(buyer.line(ware)).toHaveCount(1);
  await expect(buyer.quantity(ware)).toHaveValue("2");
});

test("a typed quantity counts", async ({ page, shelves, buyer }) => {
  const ware = await shelves.plenty();
  await buyer.add(ware);
  await buyer.cart();
  await buyer.quantity(ware).fill("4");
  await buyer.quantity(ware).press("Enter");
  await expect(buyer.line(ware)).toContainText(euros(4 * price(ware)));
  await expect(page.getByText(`4 items in the cart, subtotal ${euros(4 * price(ware))}`)).toBeAttached();
});

test("what was typed last is what is checked out", async ({ page, shelves, buyer }) => {
  test.skip(!buyer.scripted, "without a script a quantity is sent by its own button");
  const ware = await shelves.plenty();
  await buyer.add(ware);
  await buyer.cart();
  await page.route("**/api/cart/set", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await buyer.quantity(ware).fill("4");
  // The press takes the focus from the input, which is when it counts as typed.
  await page.getByRole("button", { name: "Check out" }).click();
  await buyer.heading("Where should it go?");
  expect(await buyer.held()).toBe(4);
});

test("leaving at once loses no change", async ({ page, shelves, buyer }) => {
  test.skip(!buyer.scripted, "without a script each change is a page of its own");
  const ware = await shelves.plenty();
  await buyer.add(ware);
  await buyer.cart();
  for (let press = 0; press < 3; press++) await buyer.more(ware).click({ noWaitAfter: true });
  await page.goto("/pages/about");
  await expect.poll(() => buyer.held()).toBe(4);
});

test("goods of two merchants stand under their names, and add up", async ({ page, shelves, buyer }) => {
  const [first, second] = await shelves.ofTwoMerchants();
  await buyer.add(first, 2);
  await buyer.add(second);
  await buyer.cart();
  const groups = page.getByRole("region", { name: "Cart" }).locator("section").filter({ has: page.getByRole("list") });
  await expect(groups).toHaveCount(2);
  for (const ware of [first, second]) {
    const group = groups.filter({ has: page.getByRole("heading", { level: 2, name: ware.product.merchant.name }) });
    await expect(group).toContainText(ware.product.title);
    await expect(group.getByRole("listitem")).toHaveCount(1);
  }
  const sums = await buyer.sums();
  expect([...sums.values()].map(cents)).toEqual([sum([2 * price(first), price(second)])]);
});

test("never more than are left, and the page says so", async ({ page, shelves, buyer }) => {
  const ware = await shelves.find(few);
  const left = ware.variant.left!;
  await buyer.open(ware);
  await buyer.quantity(ware).fill(String(left + 3));
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(
    page.getByText(buyer.scripted ? "No more are left; your cart has all of them." : "Fewer are left than you asked for"),
  ).toBeVisible();
  await buyer.cart();
  await expect(buyer.quantity(ware)).toHaveValue(String(left));
  await expect(buyer.more(ware)).toBeDisabled();
});

test("when another buyer takes some, the cart says how many are left and holds the checkout back", async ({
  page,
  shelves,
  buyer,
  another,
}) => {
  const ware = await shelves.find((variant) => few(variant) && variant.left! >= 3);
  const left = ware.variant.left!;
  await buyer.add(ware, left);
  await another.add(ware, left - 1);
  await another.checkOut();

  await buyer.cart();
  await expect(buyer.line(ware).getByText("Only 1 left. Lower the quantity to go on.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Check out" })).toBeDisabled();
  await expect(page.getByText("Change or remove the marked items first.")).toBeVisible();

  if (buyer.scripted) {
    await buyer.less(ware).click();
  } else {
    await buyer.quantity(ware).fill("1");
    await page.getByRole("button", { name: `Update quantity: ${ware.product.title}` }).click();
  }
  if (left > 2 && buyer.scripted) {
    // One less is still too many: the server gives what there is.
    await expect(page.getByText("Only 1 left. We changed the quantity to that.")).toBeVisible();
  }
  await expect(buyer.quantity(ware)).toHaveValue("1");
  await expect(page.getByRole("button", { name: "Check out" })).toBeEnabled();
});

test("two buyers have two carts", async ({ shelves, buyer, another }) => {
  const ware = await shelves.find((variant) => plenty(variant));
  await buyer.add(ware);
  await another.cart();
  await expect(another.page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
});

test("the header counts along", { tag: "@phone" }, async ({ page, shelves, buyer }) => {
  test.skip(!buyer.scripted, "pages are the same for everybody; the number comes with the script");
  const [first, second] = await shelves.ofTwoMerchants();
  await buyer.add(first, 2);
  await expect(page.getByRole("link", { name: "Cart, 2", exact: true })).toBeVisible();
  await buyer.add(second);
  await expect(page.getByRole("link", { name: "Cart, 3", exact: true })).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Cart, 3", exact: true })).toBeVisible();
  await buyer.cart();
  await buyer.remove(first).click();
  await expect(page.getByRole("link", { name: "Cart, 1", exact: true })).toBeVisible();
  await buyer.remove(second).click();
  await expect(page.getByRole("link", { name: "Cart", exact: true })).toBeVisible();
});
