// What every page must be: accessible in both colour schemes, valid HTML, no wider than its screen, with one main heading.
import AxeBuilder from "@axe-core/playwright";
import { type Page, expect } from "@playwright/test";
import { HtmlValidate } from "html-validate";

const STANDARD = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** Phone of the smallest kind still sold, an ordinary phone, a desktop. CSS pixels. */
const WIDTHS = [320, 390, 1440];

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // How Leptos writes boolean and empty attributes and void elements: the same document to every parser.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "void-style": "off",
    // Titles carry the product's name whole; search engines cut them as they like.
    "long-title": "off",
    // Integrity adds nothing to content-hashed files of our own origin.
    "require-sri": "off",
    // A strict CSP forbids the style attribute; the rule makes sure that none slips in.
    "no-inline-style": "error",
    // HTML allows any id without spaces; those of fields in lists have brackets, as their names do.
    "valid-id": ["error", { relaxed: true }],
    // A label around its control that also names it: for speech input, which does not always see the former.
    "no-redundant-for": "off",
    // Looks at where a control stands, not at its `form` attribute: plus and minus belong to another form than the field.
    "form-dup-name": "off",
    // Lists may be named ("Categories", a gallery's pictures), though the rule would rather see landmarks named only.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A region that a script focuses and fills is as good a <div role="region"> as a <section>.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
});

/** Leptos marks the ends of text nodes with `<!>`, which parsers read as an empty comment. */
function withoutMarkers(html: string): string {
  return html.replaceAll("<!>", "");
}

/** The HTML of the page's address as it is served, before any script. */
async function served(page: Page): Promise<string> {
  const response = await page.request.get(page.url(), { headers: { accept: "text/html" } });
  return response.text();
}

/** Problems of the served HTML, in words. */
export async function invalidHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(withoutMarkers(html), "page.html");
  return report.results.flatMap((result) =>
    result.messages.map((each) => `${each.ruleId}: ${each.message} at ${each.selector ?? `${each.line}:${each.column}`}`),
  );
}

async function tooWide(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const wide: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    // A layout that is still following the new size is not too wide yet; one that stays so is.
    const fits = (limit: number) => document.documentElement.scrollWidth <= limit;
    await page.waitForFunction(fits, width, { timeout: 2_000 }).catch(() => undefined);
    const actual = await page.evaluate(() => document.documentElement.scrollWidth);
    if (actual > width) wide.push(`${width} px: ${actual} px wide because of ${(await culprits(page, width)).join(", ")}`);
  }
  if (before) await page.setViewportSize(before);
  return wide;
}

/** The innermost elements that reach beyond the screen. */
function culprits(page: Page, width: number): Promise<string[]> {
  return page.evaluate((limit) => {
    const beyond = [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > limit + 1);
    const innermost = beyond.filter((each) => !beyond.some((other) => other !== each && each.contains(other)));
    return innermost.slice(0, 3).map((each) => `<${each.tagName.toLowerCase()} class="${each.getAttribute("class") ?? ""}">`);
  }, width);
}

async function inaccessible(page: Page, scheme: "light" | "dark"): Promise<string[]> {
  // Still pictures: a colour halfway through a transition is nobody's contrast.
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARD).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${scheme}: ${violation.id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
}

/** Checks the page as it stands. Every finding is in the message of the failure; of the HTML's, `harmless` ones are passed over. */
export async function audit(page: Page, name: string, harmless?: RegExp): Promise<void> {
  const html = await served(page);
  const findings = {
    html: (await invalidHtml(html)).filter((each) => !harmless?.test(each)),
    width: await tooWide(page),
    light: await inaccessible(page, "light"),
    dark: await inaccessible(page, "dark"),
    headings: await page.getByRole("heading", { level: 1 }).count(),
    styled: await page.locator("[style]").count(),
  };
  expect.soft(findings, name).toEqual({ html: [], width: [], light: [], dark: [], headings: 1, styled: 0 });
}
