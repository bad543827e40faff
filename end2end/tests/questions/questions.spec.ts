// A question about a product: asked on its page, answered by the link in the merchant's mail, shown to everybody.
import { randomUUID } from "node:crypto";
import { audit } from "../../support/audit";
import { expect, test } from "../../support/test";

test("a question is asked, answered by mail and shown", { tag: "@phone" }, async ({ page, shelves, complaints, buyer }) => {
  test.slow();
  complaints.expect(/status of 422/);
  const { product } = await shelves.plenty();
  const question = `Is it blue inside, too? ${randomUUID()}\n\nI would <b>love</b> that.`;
  const [asked] = question.split("\n");
  const answer = "All the way down.";

  await page.goto(`/p/${product.slug}`);
  const section = page.locator("#questions");
  await section.getByRole("link", { name: "Ask the maker" }).click();
  await buyer.heading("Ask the maker");

  // What is wrong is said at the top and at its field, and what was typed stays typed.
  const [body, name, email] = [page.getByLabel("Your question"), page.getByLabel("Name to show"), page.getByLabel("E-mail")];
  await body.fill("Blue?");
  await email.fill("ada at example");
  await page.getByRole("button", { name: "Send your question" }).click();
  const summary = page.getByRole("alert").filter({ has: page.getByRole("heading", { name: "There is a problem" }) });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(3);
  for (const field of [body, name, email]) {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/Error: ./);
  }
  await expect(body).toHaveValue("Blue?");
  await expect(email).toHaveValue("ada at example");

  await body.fill(question);
  await name.fill("Ada");
  await email.fill(buyer.email);
  await page.getByRole("button", { name: "Send your question" }).click();
  await buyer.heading("Your question is sent");
  await page.reload();
  await buyer.heading("Your question is sent");
  await page.getByRole("link", { name: "Back to the product" }).click();
  await expect(section).toBeVisible();
  await expect(section).not.toContainText(asked!);

  await page.goto("/dev/mailbox");
  const letter = page.getByRole("main").locator("section").filter({ hasText: asked });
  await expect(letter).toHaveCount(1);
  await expect(letter).toContainText(`A question about ${product.title}`);
  await letter.locator('a[href*="/questions/"]').click();
  await buyer.heading("A question about your work");
  const own = page.url();
  await expect(page.getByRole("figure")).toContainText("I would <b>love</b> that.");
  await page.getByRole("button", { name: "Publish question and answer" }).click();
  await expect(page.getByLabel("Your answer")).toHaveAccessibleDescription(/Error: Enter your answer/);
  await page.getByLabel("Your answer").fill(answer);
  await page.getByRole("button", { name: "Publish question and answer" }).click();
  await expect(page.getByRole("status")).toContainText("Published");
  await expect(page).toHaveURL(own);

  await page.getByRole("link", { name: "the product’s page" }).click();
  const shown = section.getByRole("listitem").filter({ hasText: asked });
  await expect(shown).toContainText(answer);
  await expect(shown).toContainText("Ada");
  expect(await shown.locator("b").count()).toBe(0);
  await page.goto(`/p/${product.slug}/questions`);
  await expect(page.getByRole("listitem").filter({ hasText: asked })).toContainText(answer);

  expect(await buyer.letters()).toHaveLength(1);
  expect((await buyer.letters())[0]).toContain(`> ${answer}`);

  await page.goto(own);
  await page.getByRole("button", { name: "Do not publish any more" }).click();
  await expect(page.getByText("Nobody sees this question.")).toBeVisible();
  await page.goto(`/p/${product.slug}`);
  await expect(section).not.toContainText(asked!);
});

test("the pages of questions are in order", async ({ page, shelves, scripted, isMobile, complaints, buyer }) => {
  test.skip(!scripted || Boolean(isMobile), "the same HTML in all projects; once is enough");
  test.setTimeout(180_000);
  complaints.expect(/status of 422/);
  const { product } = await shelves.plenty();
  await page.goto(`/p/${product.slug}/questions`);
  await audit(page, "a product's questions");
  await page.goto(`/p/${product.slug}/ask`);
  await audit(page, "the form to ask");
  await page.getByLabel("E-mail").fill("nobody");
  await page.getByRole("button", { name: "Send your question" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await audit(page, "the form to ask with mistakes");
  const question = `How long is the longest word in ${randomUUID()}${"x".repeat(120)}?`;
  await page.getByLabel("Your question").fill(question);
  await page.getByLabel("Name to show").fill("Ada");
  await page.getByLabel("E-mail").fill("");
  await page.getByRole("button", { name: "Send your question" }).click();
  await buyer.heading("Your question is sent");
  await audit(page, "the question is sent");
  await page.goto("/dev/mailbox");
  await page.getByRole("main").locator("section").filter({ hasText: question }).locator('a[href*="/questions/"]').click();
  await audit(page, "a question to answer");
  const own = page.url();
  await page.getByLabel("Your answer").fill(`${"y".repeat(120)}.`);
  await page.getByRole("button", { name: "Publish question and answer" }).click();
  await expect(page.getByRole("status")).toContainText("Published");
  await audit(page, "a question that is answered");
  await page.goto(`/p/${product.slug}/questions`);
  await audit(page, "a product's answered questions");
  await page.goto(own);
  await page.getByRole("button", { name: "Do not publish any more" }).click();
  await audit(page, "a question that is not published");
});
