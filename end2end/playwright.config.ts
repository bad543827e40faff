// Every spec runs twice: with JavaScript off, which must lose no journey, and with hydrated islands. The main journeys
// (`@phone`) run once more on a phone's screen.
//
// `cargo xtask test e2e` builds the shop, starts it and sets BASE_URL; with a server of your own:
// BASE_URL=http://127.0.0.1:3000 npx playwright test. Its rate limits must be off or high: all browsers have one address.
import { defineConfig, devices } from "@playwright/test";

const chromium = {
  ...devices["Desktop Chrome"],
  // The system's browser: the `channel` of the device description would look for Google's.
  channel: undefined,
  launchOptions: {
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // A test that passes the second time is a defect, in the test or in the shop.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 45_000,
  expect: { timeout: 7_500 },
  reporter: [["list", { printSteps: false }]],
  use: {
    baseURL: process.env.BASE_URL || "http://127.0.0.1:3000",
    locale: "en-GB",
    timezoneId: "UTC",
    // Pages fade into each other; a test would click while they do.
    contextOptions: { reducedMotion: "reduce" },
    // What a test intercepts, a worker would ask for behind its back; `offline.spec.ts` lets it in.
    serviceWorkers: "block",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "nojs", use: { ...chromium, javaScriptEnabled: false } },
    { name: "hydrated", use: { ...chromium, javaScriptEnabled: true } },
    {
      name: "phone",
      grep: /@phone/,
      use: { ...chromium, javaScriptEnabled: true, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
