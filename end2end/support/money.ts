// Amounts as pages show them, in whole cents, so that sums can be checked by arithmetic on what the buyer reads.

const AMOUNT = /€([\d,]+)\.(\d{2})/;

/** The first amount in a text; "Free" is nothing. Throws when there is neither. */
export function cents(text: string): number {
  const found = AMOUNT.exec(text);
  if (found) return Number(found[1].replaceAll(",", "")) * 100 + Number(found[2]);
  if (/\bFree\b/.test(text)) return 0;
  throw new Error(`no amount in "${text}"`);
}

/** As the shop writes it: €1,234.50. */
export function euros(amount: number): string {
  const whole = Math.trunc(amount / 100).toLocaleString("en-GB");
  return `€${whole}.${String(amount % 100).padStart(2, "0")}`;
}

/** Sum of a list of cents. */
export function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
