// A merchant's page.
import { expect, test } from "../../support/test";

test("a maker's page is reached from a product and shows only that maker's goods", async ({ page, shelves, buyer }) => {
  const ware = await shelves.plenty();
  const { merchant } = ware.product;
  await buyer.open(ware);
  await page.getByRole("main").getByRole("link", { name: merchant.name, exact: true }).first().click();
  await expect(page).toHaveURL(`/m/${merchant.slug}`);
  await expect(page.getByRole("heading", { level: 1, name: merchant.name })).toBeVisible();
  const goods = page.getByRole("main").getByRole("article");
  expect(await goods.count()).toBeGreaterThan(0);
  await expect(goods.filter({ hasNotText: merchant.name })).toHaveCount(0);
});
