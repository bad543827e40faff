// What is for sale, asked over the public API, so that no test depends on what the demo shop happens to be seeded with.
import { createHash } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";

export interface Summary {
  id: string;
  slug: string;
  title: string;
  merchant: { slug: string; name: string };
  price_from: { amount: string; currency: string };
  available: boolean;
}

export interface Variant {
  id: string;
  option_values: string[];
  price: { amount: string; currency: string };
  availability: "in_stock" | "low_stock" | "sold_out";
  left: number | null;
}

export interface Product {
  id: string;
  slug: string;
  title: string;
  merchant: { slug: string; name: string };
  options: { name: string; values: string[] }[];
  variants: Variant[];
}

export interface Category {
  slug: string;
  name: string;
}

/** A product and the variant of it that a test is about. */
export interface Ware {
  product: Product;
  variant: Variant;
}

/** More are left than the page would count out. */
export const plenty = (variant: Variant): boolean => variant.availability === "in_stock";
export const few = (variant: Variant): boolean => variant.availability === "low_stock";
export const gone = (variant: Variant): boolean => variant.availability === "sold_out";

/** The public catalogue. One per worker; the list of products is asked for once, what they are is asked every time. */
export class Shop {
  private products?: Promise<Summary[]>;

  constructor(private readonly api: APIRequestContext) {}

  async get<T>(path: string): Promise<T> {
    const response = await this.api.get(`/api/v1${path}`);
    if (!response.ok()) throw new Error(`GET /api/v1${path}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as T;
  }

  list(): Promise<Summary[]> {
    this.products ??= this.fetchAll();
    return this.products;
  }

  product(slug: string): Promise<Product> {
    return this.get(`/products/${slug}`);
  }

  private async fetchAll(): Promise<Summary[]> {
    const all: Summary[] = [];
    let after = "";
    do {
      const page: { products: Summary[]; next: string | null } = await this.get(`/products?limit=100${after}`);
      all.push(...page.products);
      after = page.next ? `&after=${page.next}` : "";
    } while (after);
    if (all.length === 0) throw new Error("nothing is for sale: seed the shop first (sokonova seed)");
    return all;
  }
}

/** The shop's shelves in an order of a test's own: the same every time, different from other tests', so that tests that
 * run side by side do not buy each other's last pieces. */
export class Shelves {
  constructor(
    private readonly shop: Shop,
    private readonly owner: string,
  ) {}

  async summaries(): Promise<Summary[]> {
    const rank = (summary: Summary) => createHash("sha256").update(this.owner + summary.id).digest("hex");
    const ranked = (await this.shop.list()).map((summary) => ({ summary, rank: rank(summary) }));
    return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ summary }) => summary);
  }

  /** The first variant that `suits`, of a product that does. */
  async find(
    suits: (variant: Variant, product: Product) => boolean,
    product: (summary: Summary) => boolean = () => true,
  ): Promise<Ware> {
    for (const summary of await this.summaries()) {
      if (!product(summary)) continue;
      const candidate = await this.shop.product(summary.slug);
      const variant = candidate.variants.find((each) => suits(each, candidate));
      if (variant) return { product: candidate, variant };
    }
    throw new Error("the shop has nothing that suits this test");
  }

  /** Enough of it for any test. */
  plenty(product?: (summary: Summary) => boolean): Promise<Ware> {
    return this.find(plenty, product);
  }

  /** One ware each of two merchants. */
  async ofTwoMerchants(): Promise<[Ware, Ware]> {
    const first = await this.plenty();
    const second = await this.plenty((summary) => summary.merchant.slug !== first.product.merchant.slug);
    return [first, second];
  }
}
