// Every way leads somewhere: the shop is walked from the front page and the sitemaps, link by link, as a search engine would.
//
// Pages are read breadth first, one of each kind in turn, since of hundreds of products a few dozen say what all of them do; the
// links of those are followed, and every further address that is named anywhere is asked for by HEAD.
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, "no browser takes part; once is enough");

/** Pages that are read. */
const READ = 150;
/** Addresses beyond those that are asked for by HEAD. */
const ASKED = 3_000;
const AT_ONCE = 6;
/** What a shop of this size must lead to, or the walk has lost its way. */
const KINDS = ["", "c", "p", "m", "pages", "search", "cart", "feeds", "fonts", "media", "og", "pkg", "sitemaps"];

const attribute = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map((match) => match[1]!.replaceAll("&amp;", "&"));

/** The addresses in a `srcset`. */
const sources = (html: string) => attribute(html, "srcset").flatMap((set) => set.split(",").map((each) => each.trim().split(" ")[0]!));

/** `<meta content>` with an address: the picture for sharing, the page's own. */
const metas = (html: string) => attribute(html, "content").filter((content) => /^https?:\/\//.test(content));

const ids = (html: string) => new Set(attribute(html, "id"));

const kind = (path: string) => path.split("/")[1]!.split("?")[0]!;

/** Everything a document leads to, by what it is. */
function named(type: string, text: string): string[] {
  if (type.includes("html")) return [...attribute(text, "href"), ...attribute(text, "src"), ...attribute(text, "action"), ...sources(text), ...metas(text)];
  if (type.includes("css")) return [...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map((match) => match[1]!);
  if (type.includes("xml")) return [...text.matchAll(/<(?:\w+:)?(?:loc|link|image_link)>([^<]+)</g)].map((match) => match[1]!.replaceAll("&amp;", "&"));
  if (type.includes("manifest")) return (JSON.parse(text) as { start_url: string; icons: { src: string }[] }).icons.map((icon) => icon.src);
  return [];
}

class Walk {
  readonly broken: string[] = [];
  readonly read = new Map<string, Set<string>>();
  /** Address → where it was seen first. */
  readonly seen = new Map<string, string>();
  private readonly fragments = new Map<string, string>();
  private readonly waiting = new Map<string, string[]>();
  private readonly origin: string;

  constructor(
    private readonly request: APIRequestContext,
    baseURL: string,
  ) {
    this.origin = new URL(baseURL).origin;
  }

  note(href: string, from: string): void {
    if (href.startsWith("data:") || href.startsWith("mailto:")) return;
    const url = new URL(href, this.origin + from);
    if (url.origin !== this.origin) return;
    const path = url.pathname + url.search;
    if (url.hash.length > 1) this.fragments.set(path + url.hash, from);
    if (this.seen.has(path) || path.startsWith("/api/")) return;
    this.seen.set(path, from);
    this.waiting.set(kind(path), [...(this.waiting.get(kind(path)) ?? []), path]);
  }

  /** One of each kind in turn. */
  private next(): string | undefined {
    const [turn, queue] = [...this.waiting.entries()].find(([, paths]) => paths.length > 0) ?? [];
    if (turn === undefined || !queue) return undefined;
    const path = queue.shift()!;
    this.waiting.delete(turn);
    this.waiting.set(turn, queue);
    return path;
  }

  /** Reads a document and notes what it names. */
  private async visit(path: string): Promise<void> {
    const response = await this.request.get(path, { headers: { accept: "text/html,*/*" }, maxRedirects: 0 });
    await this.judge(path, response.status(), response.headers().location);
    const type = response.headers()["content-type"] ?? "";
    if (response.status() !== 200 || !/html|css|xml|manifest/.test(type)) return;
    const text = await response.text();
    if (type.includes("html")) this.read.set(path, ids(text));
    for (const href of named(type, text)) this.note(href, path);
  }

  /** 200, or a redirect to a place of ours, which is then asked for, too. */
  private async judge(path: string, status: number, location: string | undefined): Promise<void> {
    if (status === 200) return;
    if ([301, 303, 307, 308].includes(status) && location) this.note(location, path);
    else this.broken.push(`${status} ${path}, named by ${this.seen.get(path)}`);
  }

  async go(): Promise<void> {
    for (const start of ["/", "/sitemap.xml", "/robots.txt", "/feeds/google.xml", "/offline", "/sw.js"]) this.note(start, "/");
    let count = 0;
    for (let path = this.next(); path !== undefined && count < READ; path = this.next()) {
      count += 1;
      await this.visit(path);
    }
  }

  /** Asks for what has not been read; gives how many that were. */
  async ask(): Promise<number> {
    const rest: string[] = [];
    for (let path = this.next(); path !== undefined && rest.length < ASKED; path = this.next()) {
      // Pictures for sharing are drawn when they are asked for, few at a time, and the rest is busy: those read will do.
      if (kind(path) !== "og") rest.push(path);
    }
    const asked = rest.length;
    const one = async () => {
      for (let path = rest.shift(); path !== undefined; path = rest.shift()) {
        const response = await this.request.head(path, { headers: { accept: "text/html,*/*" }, maxRedirects: 0 });
        await this.judge(path, response.status(), response.headers().location);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return asked;
  }

  dangling(): string[] {
    return [...this.fragments].flatMap(([address, from]) => {
      const [path, id] = address.split("#") as [string, string];
      const there = this.read.get(path);
      return there && !there.has(decodeURIComponent(id)) ? [`no place for ${address}, named by ${from}`] : [];
    });
  }
}

test("no link is broken, no file is missing, every fragment has its place", async ({ request, baseURL }) => {
  test.setTimeout(240_000);
  const walk = new Walk(request, baseURL!);
  await walk.go();
  const asked = await walk.ask();
  const kinds = new Set([...walk.seen.keys()].map(kind));
  expect(KINDS.filter((each) => !kinds.has(each)), "kinds of addresses that were never named").toEqual([]);
  expect(walk.read.size, "pages read").toBeGreaterThan(40);
  expect(asked, "addresses asked for beyond those").toBeGreaterThan(400);
  expect([...walk.broken, ...walk.dangling()]).toEqual([]);
});
