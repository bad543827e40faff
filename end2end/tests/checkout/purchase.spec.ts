// The whole purchase as a guest, of goods of two merchants: from the cart to the letter in the mailbox. Every sum is
// checked by arithmetic on what the buyer reads.
import type { Buyer } from "../../support/buyer";
import { PERSON } from "../../support/buyer";
import { cents, euros, sum } from "../../support/money";
import type { Ware } from "../../support/shop";
import { expect, test } from "../../support/test";

const price = (ware: Ware) => cents(`€${ware.variant.price.amount}`);

/** Germany's, where the buyer lives; which one applies depends on the goods. Per cent. */
const RATES = { reduced: 7, standard: 19 };

/** A cent for each of two lines and two parcels. */
const ROUNDING = 4;

/** The tax that is within an amount. */
const within = (gross: number, rate: number) => (gross * rate) / (100 + rate);

/** Items and shipping make the total, and the tax in it is one the law allows. */
function checkSums(sums: Map<string, string>, items: number, shipping: number): number {
  const row = (term: string) => [...sums.entries()].find(([name]) => name.startsWith(term));
  expect(cents(row("Items")![1])).toBe(items);
  expect(cents(row("Shipping")![1])).toBe(shipping);
  const [term, text] = row("Total")!;
  const total = cents(text);
  expect(total).toBe(items + shipping);
  const tax = cents(/including (€[\d,.]+) VAT/.exec(term)![1]!);
  expect(tax).toBeGreaterThanOrEqual(within(total, RATES.reduced) - ROUNDING);
  expect(tax).toBeLessThanOrEqual(within(total, RATES.standard) + ROUNDING);
  return total;
}

/** Chooses the dearest way to send each parcel. Gives the merchants' names with what sending costs. */
async function chooseDearest(buyer: Buyer): Promise<Map<string, number>> {
  const chosen = new Map<string, number>();
  for (const group of await buyer.page.locator("fieldset").all()) {
    const ways = await group.locator("label").allInnerTexts();
    const costs = ways.map(cents);
    const dearest = Math.max(...costs);
    await group.getByRole("radio").nth(costs.indexOf(dearest)).check();
    const legend = await group.locator("legend").innerText();
    chosen.set(legend.split(" · ")[0]!.trim(), dearest);
  }
  return chosen;
}

test("a guest buys from two merchants, pays once and gets a letter", { tag: "@phone" }, async ({ page, shelves, buyer }) => {
  test.slow();
  const [first, second] = await shelves.ofTwoMerchants();
  const items = 2 * price(first) + price(second);
  await buyer.add(first, 2);
  await buyer.add(second);
  await buyer.checkOut();

  // Nothing filled in but a bad address to write to: every mistake is said at the top and at its field.
  const email = page.getByLabel("E-mail");
  await email.fill("ada at example");
  await page.getByLabel("Full name").fill(PERSON.name);
  await page.getByLabel("Country").selectOption({ label: PERSON.country });
  await page.getByLabel("Postcode").fill("not a postcode");
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  const summary = page.getByRole("alert").filter({ has: page.getByRole("heading", { name: "There is a problem" }) });
  await expect(summary).toBeFocused();
  const mistakes = summary.getByRole("link");
  await expect(mistakes).toHaveCount(4);
  for (const field of [email, page.getByLabel("Street and number"), page.getByLabel("Postcode"), page.getByLabel("Town or city")]) {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/Error: ./);
  }
  await expect(page.getByLabel("Full name")).not.toHaveAttribute("aria-invalid", "true");
  // What was typed stays typed.
  await expect(email).toHaveValue("ada at example");
  await expect(page.getByLabel("Full name")).toHaveValue(PERSON.name);
  await expect(page.getByLabel("Postcode")).toHaveValue("not a postcode");
  await expect(page.getByLabel("Country").locator("option:checked")).toHaveText(PERSON.country);
  await mistakes.first().click();
  await expect(email).toBeFocused();

  await buyer.fillAddress();
  await buyer.toShipping();
  await expect(page.getByText(`${PERSON.postcode} ${PERSON.city}`)).toBeVisible();
  const sending = await chooseDearest(buyer);
  expect([...sending.keys()].sort()).toEqual([first, second].map((ware) => ware.product.merchant.name).sort());
  const shipping = sum([...sending.values()]);
  await buyer.toReview();

  const total = checkSums(await buyer.sums(), items, shipping);
  await expect(page.getByText(`2 × ${first.product.title}`)).toBeVisible();
  expect(await buyer.pay()).toBe(total);
  expect([...(await buyer.sums()).entries()]).toContainEqual(["Amount", euros(total)]);
  await buyer.answer(/^Pay €/);
  await buyer.heading("Thank you for your order");

  const number = await buyer.orderNumber();
  await expect(page.getByText(`Order ${number}`)).toBeVisible();
  for (const ware of [first, second]) {
    const { merchant, title } = ware.product;
    const part = page.getByRole("main").locator("section").filter({ has: page.getByRole("heading", { level: 2, name: merchant.name }) });
    await expect(part).toContainText(title);
    await expect(part).toContainText("Paid, being prepared");
    const pieces = ware === first ? 2 : 1;
    await expect(part.getByRole("listitem")).toContainText(`${pieces} × ${euros(price(ware))}`);
    await expect(part.getByRole("listitem")).toContainText(euros(pieces * price(ware)));
    const sums = [...(await buyer.sums(part)).values()].map(cents);
    expect(sums.at(-1)).toBe(sending.get(merchant.name));
  }
  const summaryCard = page.getByRole("main").locator("section").filter({ has: page.getByRole("heading", { name: "Summary" }) });
  checkSums(await buyer.sums(summaryCard), items, shipping);
  const timeline = page.getByRole("main").locator("section").filter({ has: page.getByRole("heading", { name: "What happened" }) });
  await expect(timeline.getByRole("listitem").filter({ hasText: `Payment of ${euros(total)} received` })).toHaveCount(1);
  for (const ware of [first, second]) {
    await expect(timeline.getByText(`${ware.product.merchant.name} received your order`)).toBeVisible();
  }
  await expect(page.getByText(`${PERSON.postcode} ${PERSON.city}`)).toBeVisible();
  const order = new URL(page.url()).pathname;

  await expect.poll(async () => (await buyer.letters()).length, { timeout: 20_000 }).toBe(1);
  const [letter] = await buyer.letters();
  expect(letter).toContain(`Your order ${number}`);
  expect(letter).toContain(`Total: ${euros(total)}`);
  for (const ware of [first, second]) expect(letter).toContain(ware.product.title);
  await expect(page.getByRole("main").locator(`a[href$="${order}"]`).first()).toBeVisible();
  await page.goto(order);
  await buyer.heading("Thank you for your order");

  await buyer.cart();
  await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
});

test("the way back leads to every step, and keeps what was entered", async ({ page, shelves, buyer }) => {
  await buyer.add(await shelves.plenty());
  await buyer.review();
  await page.getByRole("link", { name: "Change deliver to" }).click();
  await buyer.heading("Where should it go?");
  await expect(page.getByLabel("Town or city")).toHaveValue(PERSON.city);
  await page.getByLabel("Town or city").fill("Potsdam");
  await buyer.toShipping();
  await buyer.toReview();
  await expect(page.getByText(`${PERSON.postcode} Potsdam`)).toBeVisible();
  await page.getByRole("navigation", { name: "Progress" }).getByRole("link", { name: "Shipping" }).click();
  await buyer.heading("How should it be sent?");
});

test("no step can be skipped by its address", async ({ page, shelves, buyer }) => {
  await page.goto("/checkout");
  await expect(page).toHaveURL("/cart");
  await buyer.add(await shelves.plenty());
  await page.goto("/checkout?step=review");
  await expect(page.getByText("There is no checkout under way.")).toBeVisible();
  await buyer.checkOut();
  await page.goto("/checkout?step=review");
  await buyer.heading("Where should it go?");
});

test("a price that is not the one shown is refused", async ({ page, shelves, buyer }) => {
  await buyer.add(await shelves.plenty());
  await buyer.review();
  const right = await page.locator('input[name="expected_total"]').inputValue();
  await page.locator('input[name="expected_total"]').evaluate((input) => ((input as HTMLInputElement).value = "0.01"));
  await page.getByRole("button", { name: /^Pay €/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The total has changed" })).toBeVisible();
  expect(await page.locator('input[name="expected_total"]').inputValue()).toBe(right);
  await buyer.payAndOrder();
});
