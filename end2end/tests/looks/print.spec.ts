// An order on paper: a sheet like an invoice.
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || Boolean(isMobile), "paper has no scripts; once is enough");

test("a printed order is black on white and has nothing to press", async ({ page, shelves, buyer }) => {
  test.slow();
  const [first, second] = await shelves.ofTwoMerchants();
  await buyer.add(first, 2);
  await buyer.add(second);
  await buyer.review();
  await buyer.payAndOrder();
  const number = await buyer.orderNumber();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 672, height: 1000 });
  for (const part of [page.getByRole("banner"), page.getByRole("contentinfo"), page.getByText("Skip to content")]) await expect(part).toBeHidden();
  expect(await page.locator("button:visible, .button:visible, form:visible").count()).toBe(0);
  const main = page.getByRole("main");
  await expect(main.getByText(`Order ${number}`)).toBeVisible();
  for (const { product } of [first, second]) {
    await expect(main.getByText(product.title, { exact: true })).toBeVisible();
    await expect(main.getByText(product.merchant.name, { exact: true }).first()).toBeVisible();
  }
  await expect(main.getByText("Torstraße 1")).toBeVisible();
  const coloured = await main.evaluate((element) => {
    const grey = (colour: string) => {
      const [red, green, blue, alpha] = colour.match(/[\d.]+/g)!.map(Number);
      return alpha === 0 || (red === green && green === blue);
    };
    return [...element.querySelectorAll("*")]
      .filter((each) => each.checkVisibility() && !(each instanceof SVGElement))
      .filter((each) => !grey(getComputedStyle(each).color) || !grey(getComputedStyle(each).backgroundColor))
      .map((each) => each.outerHTML.slice(0, 80));
  });
  expect(coloured).toEqual([]);
  // No row is cut in two.
  const cut = await main.locator(".order-parts li").evaluateAll((rows) => rows.filter((row) => getComputedStyle(row).breakInside !== "avoid").length);
  expect(cut).toBe(0);
});
