// Takes the README's pictures of a seeded shop: `BASE_URL=http://127.0.0.1:3000 node screenshots.mjs`.
//
// Writes docs/screenshots/{home,product,checkout}.webp, 1440 × 1000 pixels, at the highest quality that fits in 120 kB.
// Needs ImageMagick (`magick` or `convert`) beside the browser.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const BASE = process.env.BASE_URL || "http://127.0.0.1:3000";
const LIMIT = 120 * 1000;
const QUALITIES = [90, 84, 78, 72, 66, 60, 50, 40];
const target = new URL("../docs/screenshots/", import.meta.url).pathname;

function imagemagick() {
  for (const program of ["magick", "convert"]) {
    try {
      execFileSync(program, ["-version"], { stdio: "ignore" });
      return program;
    } catch {
      // Not this one.
    }
  }
  throw new Error("ImageMagick is not installed");
}

function convert(program, png, webp) {
  for (const quality of QUALITIES) {
    execFileSync(program, [png, "-quality", String(quality), "-define", "webp:method=6", webp]);
    if (statSync(webp).size <= LIMIT) return quality;
  }
  throw new Error(`${webp} does not fit in ${LIMIT} bytes`);
}

/** Products with all their pictures, best rated first, with the details of each. */
async function finest(request) {
  const { products } = await (await request.get("/api/v1/products?limit=100")).json();
  const rated = products.filter((each) => each.available && each.rating && each.picture?.files.length);
  rated.sort((a, b) => b.rating.average - a.rating.average || b.rating.count - a.rating.count);
  if (rated.length < 2) throw new Error("the shop has no pictures yet: wait for the seed's drawings");
  const details = [];
  for (const { slug } of rated.slice(0, 30)) details.push(await (await request.get(`/api/v1/products/${slug}`)).json());
  return details.filter((each) => each.pictures.every((picture) => picture.files.length) && each.variants[0].availability === "in_stock");
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const scratch = mkdtempSync(join(tmpdir(), "screenshots-"));
mkdirSync(target, { recursive: true });
try {
  const program = imagemagick();
  const context = await browser.newContext({ baseURL: BASE, viewport: { width: 1440, height: 1000 }, locale: "en-GB", reducedMotion: "reduce" });
  const page = await context.newPage();

  const take = async (name) => {
    await page.evaluate(() => Promise.all([...document.images].filter((image) => image.loading !== "lazy").map((image) => image.decode())));
    await page.evaluate(() => document.fonts.ready);
    const png = join(scratch, `${name}.png`);
    await page.screenshot({ path: png });
    const webp = join(target, `${name}.webp`);
    console.log(`${webp}: quality ${convert(program, png, webp)}, ${statSync(webp).size} bytes`);
  };

  await page.goto("/", { waitUntil: "networkidle" });
  await take("home");

  const goods = await finest(page.request);
  const shown = goods.find((each) => each.options.length > 0 && each.pictures.length > 2) ?? goods[0];
  await page.goto(`/p/${shown.slug}`, { waitUntil: "networkidle" });
  await take("product");

  const other = goods.find((each) => each.merchant.slug !== shown.merchant.slug);
  for (const each of [shown, other]) {
    await page.request.post("/api/cart/add", {
      headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
      form: { variant: each.variants[0].id, quantity: "1" },
    });
  }
  await page.goto("/cart");
  await page.getByRole("button", { name: "Check out" }).click();
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Full name").fill("Ada Lindgren");
  await page.getByLabel("Country").selectOption({ label: "Germany" });
  await page.getByLabel("Street and number").fill("Torstraße 1");
  await page.getByLabel("Postcode").fill("10119");
  await page.getByLabel("Town or city").fill("Berlin");
  await page.getByRole("button", { name: "Continue to shipping" }).click();
  await page.getByRole("button", { name: "Continue to review" }).waitFor();
  await page.waitForLoadState("networkidle");
  await take("checkout");
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
