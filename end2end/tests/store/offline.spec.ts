// Without a network there is a page that says so, and nothing of anybody is kept for it.
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || Boolean(isMobile), "a service worker is a script");
test.use({ serviceWorkers: "allow" });

test("the offline page comes with its looks, and the shop comes back", async ({ page, context, complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource|ERR_FAILED/);
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toBe("activated");
  await page.goto("/pages/about");
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.goto("/cart");

  await context.setOffline(true);
  await page.goto("/pages/help");
  await expect(page.getByRole("heading", { level: 1, name: "You are offline" })).toBeVisible();
  await expect(page).toHaveURL("/pages/help");
  const looks = await page.evaluate(async () => {
    await document.fonts.ready;
    const fonts = [...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family.replaceAll('"', ""));
    return { fonts: fonts.sort(), button: getComputedStyle(document.querySelector(".button-primary")!).minHeight };
  });
  expect(looks.fonts).toEqual(expect.arrayContaining(["Fraunces", "Inter"]));
  expect(parseFloat(looks.button)).toBeGreaterThan(40);

  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map((request) => new URL(request.url).pathname);
  });
  const allowed = /^\/((de\/|fr\/|sw\/|ar\/)?offline$|pkg\/[^/]+\.css$|fonts\/[^/]+\.woff2$)/;
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter((path) => !allowed.test(path))).toEqual([]);

  // In the language of what was asked for, whichever market.
  await page.goto("/de-ch/pages/help");
  await expect(page.getByRole("heading", { level: 1, name: "Sie sind offline" })).toBeVisible();
  await page.goto("/pages/help");

  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help" })).toBeVisible();
  await expect(page).toHaveURL("/pages/help");
});
