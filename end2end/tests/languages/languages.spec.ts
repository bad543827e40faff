// The shop in other languages: each page by its address, a whole purchase, and right to left.
import { audit } from "../../support/audit";
import { PERSON } from "../../support/buyer";
import { expect, test } from "../../support/test";

test("a purchase in German @phone", async ({ page, shelves, buyer, request }) => {
  test.slow();
  const ware = await shelves.plenty();
  const said = await request.get(`/api/v1/products/${ware.product.slug}`, { headers: { "accept-language": "de" } });
  const { title } = (await said.json()) as { title: string };
  await page.goto(`/de/p/${ware.product.slug}?variant=${ware.variant.id}`);
  await buyer.awake();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await buyer.heading(title);
  await page.getByRole("button", { name: "In den Warenkorb" }).click();
  if (buyer.scripted) await expect(page.getByText("Liegt jetzt in Ihrem Warenkorb.")).toBeVisible();
  await page.goto("/de/cart");
  await buyer.awake();
  await page.getByRole("button", { name: `Eins mehr: ${title}`, exact: true }).click();
  await expect.poll(() => buyer.held()).toBe(2);
  await expect(page.getByText("2 Artikel").first()).toBeVisible();
  // What the browser has drawn anew leads to German pages as well.
  await expect(page.getByRole("link", { name: title, exact: true })).toHaveAttribute("href", new RegExp(`^/de/p/${ware.product.slug}`));

  await page.getByRole("button", { name: "Zur Kasse" }).click();
  await buyer.heading("Wohin dürfen wir liefern?");
  await page.getByRole("button", { name: "Weiter zum Versand" }).click();
  await expect(page.getByRole("link", { name: "Geben Sie Ihren vollständigen Namen ein" })).toBeVisible();
  await page.getByLabel("E-Mail").fill(buyer.email);
  await page.getByLabel("Vor- und Nachname").fill(PERSON.name);
  await page.getByLabel("Land", { exact: true }).selectOption({ label: "Deutschland" });
  await page.getByLabel("Straße und Hausnummer").fill(PERSON.line1);
  await page.getByLabel("Postleitzahl").fill(PERSON.postcode);
  await page.getByLabel("Ort", { exact: true }).fill(PERSON.city);
  await page.getByRole("button", { name: "Weiter zum Versand" }).click();
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await buyer.heading("Prüfen und bezahlen");
  await expect(page).toHaveURL(/\/de\/checkout/);
  await page.getByRole("button", { name: /^Für [\d.]+,\d\d\s€ kaufen$/ }).click();
  await buyer.answer(/^Pay €/);
  await buyer.heading("Vielen Dank für Ihre Bestellung");
  await expect(page).toHaveURL(/\/de\/orders\//);
  await expect(page.getByText(title).first()).toBeVisible();
  const [letter] = await buyer.letters();
  expect(letter).toContain("Ihre Bestellung");
});

test("the same page in the other languages", async ({ page, shelves }) => {
  const { product } = await shelves.plenty();
  await page.goto(`/de/p/${product.slug}`);
  const languages = page.getByRole("navigation", { name: "Sprachen" });
  await expect(languages.getByRole("link", { name: "Deutsch" })).toHaveAttribute("aria-current", "true");
  await languages.getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL(`/fr/p/${product.slug}`);
  await expect(page.getByRole("button", { name: "Ajouter au panier" })).toBeVisible();
  await page.getByRole("navigation", { name: "Langues" }).getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(`/p/${product.slug}`);
  // What leads on stays in the language.
  await page.goto("/sw");
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/sw(\/|$|#)/);
});

test("suggestions come in the language of the page", async ({ page, buyer }) => {
  test.skip(!buyer.scripted, "suggestions need a script; without one the form searches");
  await page.goto("/de");
  await buyer.awake();
  await page.getByRole("searchbox").pressSequentially("bech");
  const first = page.getByRole("option").first();
  await expect(first).toContainText("Becher");
  await first.click();
  await expect(page).toHaveURL(/\/de\/(p|c)\//);
});

test("Arabic runs from right to left @phone", async ({ page, shelves, buyer }) => {
  const { product } = await shelves.find((_, of) => of.options.length > 0);
  await page.goto(`/ar/p/${product.slug}`);
  await buyer.awake();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  const box = async (name: string | RegExp) => (await page.getByRole("banner").getByRole("link", { name }).first().boundingBox())!;
  const [home, cart] = [await box("Sokonova"), await box(/السلة/)];
  expect(home.x).toBeGreaterThan(cart.x);
  // The whole page lies within the screen.
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("pages of other languages are as sound as English ones", async ({ page, shelves, javaScriptEnabled, isMobile, complaints }) => {
  complaints.expect(/status of 404/);
  test.skip(javaScriptEnabled === false || Boolean(isMobile), "the same HTML in all projects; once is enough");
  test.setTimeout(180_000);
  const { product } = await shelves.find((_, of) => of.options.length > 0);
  for (const language of ["ar", "de"]) {
    for (const path of ["", "/c/kitchen", `/p/${product.slug}`, "/search?q=xqzzvwkj", "/cart", "/pages/help", "/p/there-is-no-such-thing"]) {
      await page.goto(`/${language}${path}`);
      await audit(page, `${language} ${path}`);
    }
  }
});
