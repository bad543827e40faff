// The test every spec uses: fails when the browser complains, knows the shop's goods and the buyer's steps.
import { type BrowserContext, type Page, test as base, expect } from "@playwright/test";
import { Buyer } from "./buyer";
import { Shelves, Shop } from "./shop";

declare global {
  interface Window {
    /** Set once the islands listen; see `wake`. */
    islandsAwake?: boolean;
  }
}

/** Everything a browser complained about. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(private readonly scripted: boolean) {}

  listen(context: BrowserContext): void {
    context.on("console", (message) => {
      // Without scripts, what was loaded ahead for them stays unused.
      if (!this.scripted && /was preloaded using link preload but not used/.test(message.text())) return;
      // See playwright.config.ts.
      if (/Service Worker registration blocked by Playwright/.test(message.text())) return;
      if (message.type() === "error" || message.type() === "warning") {
        this.heard.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    context.on("weberror", (error) => this.heard.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // Leaving a page stops what it was still loading; with scripts switched off, scripts are not loaded.
      const harmless = reason === "net::ERR_ABORTED" || (!this.scripted && reason === "csp");
      if (!harmless) this.heard.push(`not loaded: ${request.url()} ${reason}`);
    });
  }

  /** For tests about failures: the browser reports a page with a status like 404 as an error. */
  expect(complaint: RegExp): void {
    this.expected.push(complaint);
  }

  unexpected(): string[] {
    return this.heard.filter((each) => !this.expected.some((pattern) => pattern.test(each)));
  }
}

/** Notes when the islands are awake. The header's cart is one of them and listens for `pageshow`; the lines of the cart come in
 * a file of their own, later, and listen for `pagehide`. All others are hydrated in one go, so that the flag is never seen
 * before the last of them listens. */
async function wake(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const listen = window.addEventListener;
    window.addEventListener = function (this: Window, ...details: unknown[]) {
      const last = document.querySelector("leptos-island[data-component^=CartLines]") ? "pagehide" : "pageshow";
      if (details[0] === last) window.islandsAwake = true;
      return (listen as (...details: unknown[]) => void).apply(this, details);
    } as typeof window.addEventListener;
  });
}

interface Fixtures {
  complaints: Complaints;
  /** Whether pages run scripts in this project. */
  scripted: boolean;
  shelves: Shelves;
  buyer: Buyer;
  /** A second buyer with a browser session of their own. */
  another: Buyer;
}

interface WorkerFixtures {
  shop: Shop;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  shop: [
    async ({ playwright }, use, info) => {
      const api = await playwright.request.newContext({ baseURL: info.project.use.baseURL });
      await use(new Shop(api));
      await api.dispose();
    },
    { scope: "worker" },
  ],
  complaints: [
    async ({ context, scripted }, use) => {
      const complaints = new Complaints(scripted);
      complaints.listen(context);
      await wake(context);
      await use(complaints);
      expect(complaints.unexpected(), "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
  scripted: ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),
  shelves: ({ shop }, use, info) => use(new Shelves(shop, info.project.name + info.titlePath.join())),
  buyer: ({ page, scripted }, use) => use(new Buyer(page, scripted)),
  another: async ({ browser, contextOptions, complaints, javaScriptEnabled, baseURL, scripted }, use) => {
    const context = await browser.newContext({ ...contextOptions, javaScriptEnabled, baseURL });
    complaints.listen(context);
    await wake(context);
    await use(new Buyer(await context.newPage(), scripted));
    await context.close();
  },
});

export { expect };
