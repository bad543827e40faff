// A buyer's steps from a product to the order's page, by what a person sees: roles, labels and texts.
import { randomUUID } from "node:crypto";
import { type Locator, type Page, expect } from "@playwright/test";
import { cents } from "./money";
import type { Ware } from "./shop";

export const PERSON = {
  name: "Ada Lindgren",
  line1: "Torstraße 1",
  postcode: "10119",
  city: "Berlin",
  country: "Germany",
};

export class Buyer {
  /** Unique, so that the mailbox can be searched for this buyer's letters. */
  readonly email = `buyer-${randomUUID()}@example.com`;

  constructor(
    readonly page: Page,
    readonly scripted: boolean,
  ) {}

  /** Waits until the islands of the page listen. */
  async awake(): Promise<void> {
    if (this.scripted) await this.page.waitForFunction(() => window.islandsAwake === true);
  }

  async open({ product, variant }: Ware): Promise<void> {
    await this.page.goto(`/p/${product.slug}?variant=${variant.id}`);
    await this.awake();
  }

  /** Puts a ware in the cart from its page. Without scripts this ends on the cart's page. */
  async add(ware: Ware, quantity = 1): Promise<void> {
    await this.open(ware);
    if (quantity !== 1) await this.quantity(ware).fill(String(quantity));
    await this.page.getByRole("button", { name: "Add to cart" }).click();
    if (this.scripted) await expect(this.page.getByText("Added to your cart.")).toBeVisible();
    else await expect(this.page.getByText("It is in your cart.")).toBeVisible();
  }

  async cart(): Promise<void> {
    await this.page.goto("/cart");
    await this.awake();
  }

  /** How many pieces the server has in this buyer's cart. The page is ahead of it while it asks. */
  async held(): Promise<number> {
    const response = await this.page.request.get("/api/cart/show");
    const cart = (await response.json()) as { item_count: number };
    return cart.item_count;
  }

  /** The line of a ware in the cart. */
  line({ product }: Ware): Locator {
    return this.page.getByRole("region", { name: "Cart" }).getByRole("listitem").filter({ hasText: product.title });
  }

  quantity({ product }: Ware): Locator {
    return this.page.getByLabel(`Quantity: ${product.title}`, { exact: true });
  }

  more({ product }: Ware): Locator {
    return this.page.getByRole("button", { name: `One more: ${product.title}`, exact: true });
  }

  less({ product }: Ware): Locator {
    return this.page.getByRole("button", { name: `One less: ${product.title}`, exact: true });
  }

  remove({ product }: Ware): Locator {
    return this.page.getByRole("button", { name: `Remove ${product.title}`, exact: true });
  }

  async checkOut(): Promise<void> {
    await this.cart();
    await this.page.getByRole("button", { name: "Check out" }).click();
    await this.heading("Where should it go?");
  }

  async heading(name: string | RegExp): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  /** Fills the address; the button is not pressed. */
  async fillAddress(person = PERSON): Promise<void> {
    await this.page.getByLabel("E-mail").fill(this.email);
    await this.page.getByLabel("Full name").fill(person.name);
    await this.page.getByLabel("Country").selectOption({ label: person.country });
    await this.page.getByLabel("Street and number").fill(person.line1);
    await this.page.getByLabel("Postcode").fill(person.postcode);
    await this.page.getByLabel("Town or city").fill(person.city);
  }

  async toShipping(): Promise<void> {
    await this.page.getByRole("button", { name: "Continue to shipping" }).click();
    await this.heading("How should it be sent?");
  }

  async toReview(): Promise<void> {
    await this.page.getByRole("button", { name: "Continue to review" }).click();
    await this.heading("Review and pay");
  }

  /** From a filled cart to the review, with what is proposed. */
  async review(): Promise<void> {
    await this.checkOut();
    await this.fillAddress();
    await this.toShipping();
    await this.toReview();
  }

  /** Presses the button that names the price and comes to the bank's page. Gives that price in cents. */
  async pay(): Promise<number> {
    const button = this.page.getByRole("button", { name: /^Pay €/ });
    const price = (await button.innerText()).trim();
    await button.click();
    await this.heading(price);
    await expect(this.page.getByText("Test Bank")).toBeVisible();
    return cents(price);
  }

  /** What the test bank answers: the name of one of its buttons. */
  async answer(outcome: string | RegExp): Promise<void> {
    const exact = typeof outcome === "string";
    await this.page.getByRole("button", { name: outcome, exact }).click();
  }

  /** Pays without trouble and comes to the order. */
  async payAndOrder(): Promise<number> {
    const price = await this.pay();
    await this.answer(/^Pay €/);
    await this.heading("Thank you for your order");
    return price;
  }

  /** Reads the sums that are in sight: "Total" → "€48.90". A note under a term belongs to it. */
  async sums(within: Locator = this.page.getByRole("main")): Promise<Map<string, string>> {
    const rows = within.locator("dl > div").filter({ visible: true });
    const pairs = await rows.evaluateAll((elements) =>
      elements.map((row) => {
        const text = (part: string) => (row.querySelector(part) as HTMLElement).innerText.trim();
        return [text("dt"), text("dd")] as const;
      }),
    );
    return new Map(pairs);
  }

  /** The number of the order on the page. */
  async orderNumber(): Promise<string> {
    const title = await this.page.title();
    const number = /^Order (SK-\d+) · /.exec(title)?.[1];
    if (!number) throw new Error(`no order number in the title "${title}"`);
    return number;
  }

  /** The letters written to this buyer, newest first. Goes to the mailbox. */
  async letters(): Promise<string[]> {
    await this.page.goto("/dev/mailbox");
    const cards = this.page.getByRole("main").locator("section").filter({ hasText: `To ${this.email}` });
    return cards.allInnerTexts();
  }
}
