// The design system's page: as sound as every other page, and nothing on it moves for those who do not want it.
import { audit } from "../../support/audit";
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || Boolean(isMobile), "the same HTML in all projects; once is enough");

test("every part is accessible and valid in both schemes", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/dev/ui");
  // A page has its landmarks once; here they are shown light and dark.
  await audit(page, "the design system", /^unique-landmark:/);
});

test("with less motion nothing moves", async ({ page }) => {
  await page.goto("/dev/ui");
  const durations = () =>
    page.evaluate(() => {
      const seconds = (list: string) => Math.max(...list.split(",").map((each) => parseFloat(each) * (each.trim().endsWith("ms") ? 0.001 : 1)));
      const moving = [...document.querySelectorAll("body *")].filter((each) => {
        const style = getComputedStyle(each);
        return seconds(style.transitionDuration) > 0.001 || (style.animationName !== "none" && seconds(style.animationDuration) > 0.001);
      });
      return moving.length;
    });
  expect(await durations()).toBe(0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await durations(), "there is motion to take away").toBeGreaterThan(10);
});
