// Pictures of pages, compared within the run.
//
// There are no baselines in the repository. Letters, and with them line breaks and heights, differ between machines, browsers
// and their versions by more than a real mistake does; a tolerance wide enough for all of them sees little, and the demo's
// pictures would have to be masked. What is compared here was drawn by the same browser a moment before, so not one pixel
// may differ, but for the rounding of edges that are drawn again:
// - a page before its islands wake and after: no flash, no jump;
// - each part of the design system beside itself under the other system preference: every colour follows its place.
import { writeFile } from "node:fs/promises";
import type { Page, TestInfo } from "@playwright/test";
import { SCHEMES, SCREENS, kinds, settled } from "../../support/kinds";
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || Boolean(isMobile), "compares both by itself, on screens of its own");

const look = (page: Page) => page.screenshot({ animations: "disabled", caret: "hide" });

/** What a channel of 255 steps may differ by: the same edge drawn as part of another tile. Colours of the design are further apart. */
const ROUNDING = 3;
/** So many pixels of slanting edges may be rounded by more; the smallest thing that could change, the dot on the cart, has over 300. */
const EDGES = 100;

/** How many pixels differ. `judge` is any page. */
function differing(judge: Page, before: Buffer, after: Buffer): Promise<number> {
  return judge.evaluate(
    async ([one, other, rounding]) => {
      const pixels = async (base64: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
        canvas.drawImage(image, 0, 0);
        return canvas.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = [await pixels(one), await pixels(other)];
      if (a.width !== b.width || a.height !== b.height) return Infinity;
      let count = 0;
      // The outermost pixels of an element that begins between two belong to what is around it.
      const outermost = (pixel: number) => [0, a.width - 1].includes(pixel % a.width) || [0, a.height - 1].includes(Math.floor(pixel / a.width));
      for (let at = 0; at < a.data.length; at += 4) {
        if (!outermost(at / 4) && [0, 1, 2].some((channel) => Math.abs(a.data[at + channel]! - b.data[at + channel]!) > rounding)) count += 1;
      }
      return count;
    },
    [before.toString("base64"), after.toString("base64"), ROUNDING] as const,
  );
}

/** Leaves both pictures in test-results when they differ. */
async function same(judge: Page, info: TestInfo, name: string, before: Buffer, after: Buffer): Promise<boolean> {
  if (before.equals(after) || (await differing(judge, before, after)) <= EDGES) return true;
  await writeFile(info.outputPath(`${name}-before.png`), before);
  await writeFile(info.outputPath(`${name}-after.png`), after);
  return false;
}

for (const screen of SCREENS) {
  for (const scheme of SCHEMES) {
    test(`waking changes no pixel: ${screen.name}, ${scheme}`, async ({ page, shop, shelves, complaints }, info) => {
      test.slow();
      complaints.expect(/status of 404/);
      complaints.expect(/was preloaded using link preload but not used/);
      await page.setViewportSize(screen);
      await page.emulateMedia({ colorScheme: scheme });
      const changed: string[] = [];
      for (const { name, path } of await kinds(shop, shelves)) {
        let release = () => {};
        const released = new Promise<void>((resolve) => (release = resolve));
        let held = 0;
        await page.route(/\.wasm$/, async (route) => {
          held += 1;
          await released;
          await route.continue();
        });
        await page.goto(path, { waitUntil: "domcontentloaded" });
        await settled(page);
        const height = () => page.evaluate(() => document.documentElement.scrollHeight);
        const [asleep, before] = [await height(), await look(page)];
        expect(await page.evaluate(() => Boolean(window.islandsAwake)), `${name} is still asleep`).toBe(false);
        release();
        await page.waitForFunction(() => window.islandsAwake === true);
        await settled(page);
        if (!(await same(page, info, name, before, await look(page)))) changed.push(`${name} looks different`);
        const awake = await height();
        if (awake !== asleep) changed.push(`${name} was ${asleep} px high, then ${awake}`);
        expect(held, `${name} has islands`).toBeGreaterThan(0);
        await page.unrouteAll({ behavior: "wait" });
      }
      expect(changed).toEqual([]);
    });
  }
}

test("every part of the design system keeps to the scheme of its place", async ({ page }, info) => {
  test.setTimeout(180_000);
  // Higher than the highest part, so that none has to be scrolled through to be taken.
  await page.setViewportSize({ width: 1440, height: 1800 });
  const pictures = async (scheme: "light" | "dark") => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("/dev/ui");
    await settled(page);
    const taken = new Map<string, Buffer>();
    for (const side of await page.locator("[data-side]").all()) {
      const name = await side.evaluate((element) => `${element.closest("section")!.getAttribute("aria-labelledby")}-${element.getAttribute("data-side")}`);
      taken.set(name, await side.screenshot({ animations: "disabled", caret: "hide" }));
    }
    return taken;
  };
  const [light, dark] = [await pictures("light"), await pictures("dark")];
  expect(light.size).toBeGreaterThan(80);
  const changed: string[] = [];
  for (const [name, picture] of light) {
    if (!(await same(page, info, name, picture, dark.get(name)!))) changed.push(name);
    const other = light.get(name.replace(/-light$/, "-dark"));
    if (name.endsWith("-light") && other?.equals(picture)) changed.push(`${name} is no different in the dark`);
  }
  expect(changed).toEqual([]);
});
