const BULLET = /(?:^|\n)[ \t]*[-–•] +$/u
/** A minus, the bracket of a debit, the letter of another dollar ("A$"), the middle of a range or of a fraction. */
const SIGN_BEFORE = /(?:[-‐‑‒–—−/⁄(]\s?|\b(?:minus|negative)\s|[\p{L}\d½¼¾])$/iu
const FRACTION_BEHIND = /^\s?(?:[¼-¾⅐-⅞]|\d+\s?[/⁄]\s?\d)/u

/** Whether a figure with its unit, between `start` and `end` of a text, is what it says: no sign, bracket or fraction belongs to it. */
export function isSureFigure(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start)
  return (BULLET.test(before) || !SIGN_BEFORE.test(before)) && !FRACTION_BEHIND.test(text.slice(end))
}
