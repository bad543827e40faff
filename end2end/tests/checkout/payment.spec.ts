// What can become of a payment, and what the buyer sees of it. The test bank stands in for a payment service.
import { euros } from "../../support/money";
import { expect, test } from "../../support/test";

test("declined: nothing is lost, and the second try buys", async ({ page, shelves, buyer }) => {
  await buyer.add(await shelves.plenty());
  await buyer.review();
  const price = await buyer.pay();
  await buyer.answer("Decline");
  await buyer.heading("Review and pay");
  await expect(page.getByRole("alert").filter({ hasText: "The payment was declined" })).toBeVisible();
  expect(await buyer.payAndOrder()).toBe(price);
});

test("asked for confirmation: confirmed, it buys", async ({ page, shelves, buyer }) => {
  await buyer.add(await shelves.plenty());
  await buyer.review();
  await buyer.pay();
  await buyer.answer("Ask for confirmation");
  await expect(page.getByRole("heading", { name: "Confirm that it is you" })).toBeVisible();
  await buyer.answer("It is me");
  await buyer.heading("Thank you for your order");
});

test("asked for confirmation: failed, it does not buy", async ({ page, shelves, buyer }) => {
  const ware = await shelves.plenty();
  await buyer.add(ware);
  await buyer.review();
  await buyer.pay();
  await buyer.answer("Ask for confirmation");
  await buyer.answer("Fail the check");
  await buyer.heading("Review and pay");
  await expect(page.getByRole("alert").filter({ hasText: "The payment was declined" })).toBeVisible();
  await buyer.cart();
  await expect(buyer.line(ware)).toBeVisible();
});

test("no answer: the order waits, cannot be changed behind its back, and can be called off", async ({ page, shelves, buyer }) => {
  const ware = await shelves.plenty();
  await buyer.add(ware);
  await buyer.review();
  const price = await buyer.pay();
  await buyer.answer("Never answer");
  await buyer.heading("Your order is waiting for payment");
  await expect(page.getByRole("link", { name: `Continue payment of ${euros(price)}` })).toBeVisible();
  await expect(page.getByText("Awaiting payment")).toBeVisible();

  // The checkout leads back here instead of beginning anew.
  const order = page.url();
  await page.goto("/checkout");
  await expect(page).toHaveURL(order);

  await page.getByRole("button", { name: "Cancel payment and change the order" }).click();
  await buyer.heading("Review and pay");
  await buyer.cart();
  await buyer.more(ware).click();
  await expect.poll(() => buyer.held()).toBe(2);
  // A payment that was called off cannot be made any more.
  await page.goto(order);
  await expect(page.getByRole("link", { name: /^Continue payment/ })).toHaveCount(0);
});

test("no answer: gone on with, it buys", async ({ page, shelves, buyer }) => {
  await buyer.add(await shelves.plenty());
  await buyer.review();
  await buyer.pay();
  await buyer.answer("Never answer");
  await page.getByRole("link", { name: /^Continue payment of €/ }).click();
  await buyer.answer(/^Pay €/);
  await buyer.heading("Thank you for your order");
});

test("paid, but the window is closed: the order becomes confirmed by itself", async ({ page, shelves, buyer }) => {
  test.skip(buyer.scripted, "half a minute of waiting for a report that no browser takes part in: once is enough");
  test.setTimeout(120_000);
  await buyer.add(await shelves.plenty());
  await buyer.review();
  await buyer.pay();
  await buyer.answer("Pay, tell late");
  await expect(page).toHaveURL("/");
  // Whoever comes back to the checkout meanwhile is shown the order, not a second payment.
  await page.goto("/checkout");
  await buyer.heading("Your order is waiting for payment");
  await expect(async () => {
    await page.getByRole("link", { name: "Look again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Thank you for your order" })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 75_000, intervals: [1_000] });
  await expect.poll(async () => (await buyer.letters()).length, { timeout: 20_000 }).toBe(1);
});

test("told three times, there is one order, one payment and one letter", async ({ page, shelves, buyer }) => {
  await buyer.add(await shelves.plenty());
  await buyer.review();
  const price = await buyer.pay();
  await buyer.answer("Pay, tell three times");
  await buyer.heading("Thank you for your order");
  const order = page.url();
  const number = await buyer.orderNumber();
  await expect.poll(async () => (await buyer.letters()).length, { timeout: 20_000 }).toBe(1);
  // The third report comes two seconds after the first; for twice as long nothing may be doubled.
  const until = Date.now() + 4_000;
  await expect
    .poll(async () => {
      expect(await buyer.letters()).toHaveLength(1);
      return Date.now();
    }, { timeout: 15_000 })
    .toBeGreaterThan(until);
  await page.goto(order);
  expect(await buyer.orderNumber()).toBe(number);
  await expect(page.getByRole("listitem").filter({ hasText: `Payment of ${euros(price)} received` })).toHaveCount(1);
});

test("paying twice in two windows buys once", async ({ page, context, shelves, buyer }) => {
  await buyer.add(await shelves.plenty());
  await buyer.review();
  const window = await context.newPage();
  await window.goto("/checkout?step=review");
  await buyer.payAndOrder();
  const order = page.url();
  await window.getByRole("button", { name: /^Pay €/ }).click();
  // The cart is gone with the order: there is nothing left to pay for.
  await expect(window.getByText("There is no checkout under way.")).toBeVisible();
  await expect(window.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  await page.goto(order);
  await expect(page.getByRole("listitem").filter({ hasText: "received your order" })).toHaveCount(1);
});

test("an order is shown to whoever has its address, and to nobody else", async ({ page, complaints, shelves, buyer, another }) => {
  complaints.expect(/status of 404/);
  await buyer.add(await shelves.plenty());
  await buyer.review();
  await buyer.payAndOrder();
  const order = new URL(page.url()).pathname;
  const response = await another.page.goto(order);
  expect(response?.status()).toBe(200);
  expect(response?.headers()["cache-control"]).toBe("no-store");
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  const wrong = `${order.slice(0, -1)}${order.endsWith("A") ? "B" : "A"}`;
  expect((await another.page.goto(wrong))?.status()).toBe(404);
});
