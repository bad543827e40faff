// The words of the shop, and what it says when something goes wrong.
import { expect, test } from "../../support/test";

test("the footer leads to every page of words", async ({ page }) => {
  await page.goto("/");
  const links = page.getByRole("contentinfo").locator('a[href^="/pages/"]');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  expect(paths.sort()).toEqual(["about", "help", "privacy", "returns", "shipping", "terms"].map((slug) => `/pages/${slug}`));
  for (const path of paths) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const words = await page.getByRole("main").innerText();
    expect(words.split(/\s+/).length, path).toBeGreaterThan(60);
  }
});

test("a page of words that does not exist is a 404", async ({ page, complaints }) => {
  complaints.expect(/status of 404/);
  const response = await page.goto("/pages/nothing");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
});

test("a refused form is answered by a page of the shop", async ({ page, complaints }) => {
  complaints.expect(/status of (4|5)\d\d/);
  await page.goto("/cart");
  // A form as only a tampered page would have it.
  await page.getByRole("main").evaluate((main) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = "/api/cart/add";
    form.append(Object.assign(document.createElement("input"), { name: "quantity", value: "-1" }));
    const button = document.createElement("button");
    button.textContent = "Send";
    form.append(button);
    main.append(form);
  });
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(/^Error 4\d\d$/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await page.getByRole("main").getByRole("link", { name: "Home" }).click();
  await expect(page).toHaveURL("/");
});

test("pages carry the headers that protect them", async ({ page }) => {
  const response = await page.goto("/");
  const headers = response!.headers();
  const policy = headers["content-security-policy"]!;
  for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"]) {
    expect(policy).toContain(part);
  }
  expect(policy).not.toContain("unsafe-inline");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});
