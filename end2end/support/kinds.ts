// The kinds of pages the storefront has, for tests that ask the same of each, and the screens they are seen on.
import type { Page } from "@playwright/test";
import { type Shelves, type Shop } from "./shop";

export const SCREENS = [
  { name: "phone", width: 390, height: 844 },
  { name: "desktop", width: 1440, height: 900 },
];

export const SCHEMES = ["light", "dark"] as const;

/** Address and name of one page of each kind. */
export async function kinds(shop: Shop, shelves: Shelves): Promise<{ name: string; path: string }[]> {
  const { categories } = await shop.get<{ categories: { slug: string }[] }>("/categories");
  const { product } = await shelves.find((_, of) => of.options.length > 0);
  return [
    { name: "home", path: "/" },
    { name: "category", path: `/c/${categories[0]!.slug}` },
    { name: "product", path: `/p/${product.slug}` },
    { name: "search", path: "/search?q=blue" },
    { name: "nothing found", path: "/search?q=xqzzvwkj" },
    { name: "empty cart", path: "/cart" },
    { name: "not found", path: "/p/there-is-no-such-thing" },
  ];
}

/** Waits until fonts and the pictures in sight are there. */
export async function settled(page: Page): Promise<void> {
  // Pictures below the first wait until the page is painted.
  await page.waitForFunction(() => !document.documentElement.classList.contains("waits"));
  await page.evaluate(async () => {
    const inSight = [...document.images].filter((image) => {
      const { top, bottom, width } = image.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < window.innerHeight;
    });
    const decoded = Promise.all(inSight.map((image) => image.decode().catch(() => undefined)));
    // One in a corner that is cut off is never loaded.
    await Promise.race([decoded, new Promise((enough) => setTimeout(enough, 3_000))]);
    await document.fonts.ready;
    // Two frames: what was decided in one is drawn in the next.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}
