// What search engines and sharing sites are told, read as they read it: robots.txt, sitemaps, structured data, the pictures of
// shared pages, the product feed.
import type { Page } from "@playwright/test";
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, "scripts change nothing of it; once is enough");

/** The texts of all elements of this name, by the browser's own XML parser. */
const texts = (page: Page, xml: string, name: string): Promise<string[]> =>
  page.evaluate(
    ([source, wanted]) => {
      const document = new DOMParser().parseFromString(source!, "application/xml");
      const error = document.querySelector("parsererror");
      if (error) throw new Error(error.textContent ?? "not XML");
      return [...document.getElementsByTagName(wanted!)].map((element) => element.textContent ?? "");
    },
    [xml, name],
  );

const path = (address: string) => {
  const url = new URL(address);
  return url.pathname + url.search;
};

test("robots.txt leads to the sitemaps, and they to every product", async ({ page, request, shop }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /cart");
  const index = robots.match(/^Sitemap: (\S+)$/m)?.[1];
  const files = await texts(page, await (await request.get(path(index!))).text(), "loc");
  const listed = new Set<string>();
  for (const file of files) {
    const response = await request.get(path(file));
    expect(response.headers()["content-type"]).toContain("application/xml");
    for (const address of await texts(page, await response.text(), "loc")) {
      expect(listed.has(address), `${address} is listed twice`).toBe(false);
      listed.add(address);
    }
  }
  const paths = new Set([...listed].map(path));
  expect(paths.has("/")).toBe(true);
  for (const product of await shop.list()) expect(paths.has(`/p/${product.slug}`), product.slug).toBe(true);
});

test("a product's structured data has the prices of the shop", async ({ page, shelves }) => {
  const several = await shelves.find((_, of) => of.variants.length > 1);
  const single = await shelves.find((_, of) => of.variants.length === 1);
  for (const { product } of [several, single]) {
    await page.goto(`/p/${product.slug}`);
    const documents = await page.locator('script[type="application/ld+json"]').allTextContents();
    const nodes: any[] = documents.map((text) => JSON.parse(text)).flatMap((document) => document["@graph"] ?? [document]);
    const thing = nodes.find((node) => /^Product/.test(node["@type"]));
    expect(thing.name).toBe(product.title);
    const offered = thing.hasVariant ?? [thing];
    expect(offered.length).toBe(product.variants.length);
    product.variants.forEach((variant, at) => {
      const offer = offered[at].offers;
      expect([offer.price, offer.priceCurrency]).toEqual([variant.price.amount, variant.price.currency]);
      const gone = variant.availability === "sold_out";
      expect(offer.availability).toBe(`https://schema.org/${gone ? "OutOfStock" : "InStock"}`);
      for (const way of offer.shippingDetails ?? []) {
        expect(nodes.some((node) => node["@id"] === way["@id"]), way["@id"]).toBe(true);
      }
    });
    const trail = nodes.find((node) => node["@type"] === "BreadcrumbList").itemListElement;
    const shown = await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link").allTextContents();
    expect(trail.slice(0, shown.length).map((step: { name: string }) => step.name)).toEqual(shown);
    await expect(page.locator('link[rel="canonical"]')).toHaveCount(1);
    await expect(page.locator('meta[name="robots"]')).not.toHaveAttribute("content", /noindex/);
  }
});

test("what is shared has a picture of the size that is told", async ({ page, shelves, complaints }) => {
  // The browser's own page around a picture has a style, which the picture's policy forbids.
  complaints.expect(/Applying inline style violates .*\/og\//s);
  const { product } = await shelves.plenty();
  for (const address of ["/", `/p/${product.slug}`, `/m/${product.merchant.slug}`, "/pages/about"]) {
    await page.goto(address);
    const told = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute("content");
    const [image, width, height, alt] = await Promise.all(["image", "image:width", "image:height", "image:alt"].map(told));
    expect(alt, address).toBeTruthy();
    const response = await page.goto(path(image!));
    expect(response?.headers()["content-type"]).toBe("image/jpeg");
    const size = await page.locator("img").evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
    expect(size.map(String), address).toEqual([width, height]);
  }
});

test("the feed has every variant at its price", async ({ page, request, shelves }) => {
  const response = await request.get("/feeds/google.xml");
  expect(response.status()).toBe(200);
  const { product } = await shelves.find((_, of) => of.variants.length > 1);
  // What each costs now, by id.
  const prices = await page.evaluate((xml) => {
    const items = new DOMParser().parseFromString(xml, "application/xml").getElementsByTagName("item");
    const text = (item: Element, name: string) => item.getElementsByTagName(`g:${name}`)[0]?.textContent;
    return Object.fromEntries([...items].map((item) => [text(item, "id"), text(item, "sale_price") ?? text(item, "price")]));
  }, await response.text());
  for (const { id, price } of product.variants) expect(prices[id]).toBe(`${price.amount} ${price.currency}`);
});

test("search results are left out", async ({ page }) => {
  await page.goto("/search?q=mug");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  await expect(page.locator('link[rel="canonical"]')).toHaveCount(0);
});
