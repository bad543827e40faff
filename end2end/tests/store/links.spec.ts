// Every way leads somewhere: the shop is walked from the front page, link by link, as a search engine would.
import { expect, test } from "../../support/test";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, "no browser takes part; once is enough");

const PAGES = 150;
const FILES = 150;

interface Found {
  status: number;
  html: string;
}

const attribute = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map((match) => match[1]!.replaceAll("&amp;", "&"));

const ids = (html: string) => new Set(attribute(html, "id"));

/** The addresses in a `srcset`. */
const sources = (html: string) => attribute(html, "srcset").flatMap((set) => set.split(",").map((each) => each.trim().split(" ")[0]!));

/** The kind of a page, so that of hundreds of products not only products are visited. */
const kind = (path: string) => path.split("/")[1]!.split("?")[0]!;

test("no link is broken, no picture is missing, every fragment has its place", async ({ request, baseURL }) => {
  test.setTimeout(120_000);
  const broken: string[] = [];
  const pages = new Map<string, Found>();
  const files = new Set<string>();
  const fragments = new Set<string>();
  const waiting = new Map<string, string[]>([["", ["/"]]]);
  const seen = new Set(["/"]);

  const note = (href: string, from: string) => {
    const url = new URL(href, new URL(from, baseURL));
    if (url.origin !== new URL(baseURL!).origin) return;
    const path = url.pathname + url.search;
    if (url.hash) fragments.add(path + url.hash);
    if (seen.has(path)) return;
    seen.add(path);
    if (/\.\w+$/.test(url.pathname)) files.add(path);
    else waiting.set(kind(path), [...(waiting.get(kind(path)) ?? []), path]);
  };
  /** One of each kind in turn. */
  const next = () => {
    const [turn, queue] = [...waiting.entries()].find(([, paths]) => paths.length > 0) ?? [];
    if (turn === undefined || !queue) return undefined;
    const path = queue.shift()!;
    waiting.delete(turn);
    waiting.set(turn, queue);
    return path;
  };

  for (let path = next(); path !== undefined && pages.size < PAGES; path = next()) {
    const response = await request.get(path, { headers: { accept: "text/html" } });
    const html = await response.text();
    pages.set(path, { status: response.status(), html });
    if (response.status() >= 400) broken.push(`${response.status()} ${path}`);
    for (const href of [...attribute(html, "href"), ...attribute(html, "src"), ...sources(html)]) note(href, path);
  }
  expect(pages.size).toBe(PAGES);
  expect(new Set([...pages.keys()].map(kind))).toEqual(new Set(["", "c", "p", "m", "pages", "cart"]));

  for (const path of [...files].slice(0, FILES)) {
    const response = await request.get(path);
    if (response.status() >= 400) broken.push(`${response.status()} ${path}`);
  }
  for (const fragment of fragments) {
    const [path, id] = fragment.split("#") as [string, string];
    const page = pages.get(path);
    if (page && !ids(page.html).has(decodeURIComponent(id))) broken.push(`no place for ${fragment}`);
  }
  expect(broken).toEqual([]);
});
