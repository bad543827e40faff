// The least a shop must do: answer, and say what it is.
import { expect, test } from "@playwright/test";

test("the home page answers and has one main heading", async ({ page }) => {
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/\S/);
});
