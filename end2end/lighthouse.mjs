// Lighthouse's four marks for the shop's main pages, as on a phone (https://developer.chrome.com/docs/lighthouse):
//   BASE_URL=http://127.0.0.1:3000 node end2end/lighthouse.mjs [path …]
// The server must be a production build (`cargo xtask up --release`) with SEARCH_ENGINES=on, and the machine quiet: the marks for
// performance are computed from how long this machine took. Ends with 1 when a mark is below its bound, or a time above.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VERSION = "12";
const BOUNDS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
/** Milliseconds, as Lighthouse rounds them to tenths of a second ("1.2 s"), and layout shift. */
const MOST = { "largest-contentful-paint": 1249, "cumulative-layout-shift": 0.001 };
const TIMES = ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];
const base = process.env.BASE_URL || "http://127.0.0.1:3000";

async function pages() {
  const { products } = await (await fetch(`${base}/api/v1/products?limit=1`)).json();
  const { categories } = await (await fetch(`${base}/api/v1/categories`)).json();
  const [product] = products;
  return ["/", `/c/${categories[0].slug}`, `/p/${product.slug}`, `/m/${product.merchant.slug}`];
}

/** Chromium sometimes begins before Lighthouse listens (NO_NAVSTART); then once more. */
function marks(path, directory) {
  try {
    return measure(path, directory);
  } catch {
    return measure(path, directory);
  }
}

function measure(path, directory) {
  const report = join(directory, "report.json");
  execFileSync(
    "npx",
    ["--yes", `lighthouse@${VERSION}`, base + path, "--quiet", "--output=json", `--output-path=${report}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
    { env: { CHROME_PATH: "/usr/bin/chromium", ...process.env }, stdio: ["ignore", "ignore", "inherit"] },
  );
  const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
  const scores = Object.keys(BOUNDS).map((name) => [name, Math.round(categories[name].score * 100)]);
  const late = Object.entries(MOST).some(([name, most]) => audits[name].numericValue > most);
  return { scores, late, times: TIMES.map((name) => audits[name].displayValue) };
}

const directory = mkdtempSync(join(tmpdir(), "lighthouse-"));
let missed = false;
try {
  console.log(["page", ...Object.keys(BOUNDS), ...TIMES].join("\t"));
  for (const path of process.argv.length > 2 ? process.argv.slice(2) : await pages()) {
    const { scores, late, times } = marks(path, directory);
    missed ||= late || scores.some(([name, mark]) => mark < BOUNDS[name]);
    console.log([path, ...scores.map(([, mark]) => mark), ...times].join("\t"));
  }
} finally {
  rmSync(directory, { recursive: true });
}
process.exitCode = missed ? 1 : 0;
