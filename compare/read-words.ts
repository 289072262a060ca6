import type { Span } from '../text/spans.ts'

/** A word, a number or a sign that changes the meaning, such as "£"; `key` is the same for every spelling of case and apostrophe. */
export type Word = Span & { readonly key: string }

/** Soft hyphens and the like, which nobody sees. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const LETTER = String.raw`[\p{L}\p{M}\p{N}⁺⁻₊₋\u00ad\u200b-\u200d\u2060]`
/** The minus of a number, which is none behind another number or a word, where it joins both: "5 -10", "e-2". */
const MINUS = String.raw`(?<![\p{L}\p{N}%°)\]]|[\p{N}%°]\s)[-−–]`
/** The point that a number begins with; behind a word or a bracket it ends a sentence. */
const POINT = String.raw`(?<![\p{L}\p{N}.…)\]"'”’])\.`
/** "12,500.50", "3/4" and "the Landlord’s" are one word each, a word parted at the end of a line too; blanks to be filled in are a word. */
const WORD = new RegExp(
  [
    // "(a)" in front of an item and in a reference to it; never an article.
    String.raw`\((?:[a-z]|[ivxlc]{2,5}|[A-Z]|\d{1,3})\)`,
    `${MINUS}(?=[$€£¥]\\.?\\p{N})`,
    `(?:(?:${MINUS})?(?:${POINT})?(?=\\p{N}))?${LETTER}+(?:['’]\\p{L}+|(?<=\\p{N})[.,:/'’]\\p{N}${LETTER}*|(?<=\\p{Ll})[-‐]\\r?\\n\\s*(?=\\p{Ll})${LETTER}+)*`,
    String.raw`_{2,}(?:\s+_{2,})*|[._…]{4,}`,
    // A line of equals signs is drawn under a heading.
    String.raw`[%‰$€£¥§°<>≤≥±+&×☐☑☒]|(?<!=)=(?!=)`,
  ].join('|'),
  'gu',
)
const BLANK = /^[._…\s]+$/
/** The key of a blank to be filled in, however long it is. */
export const ONE_BLANK = '____'

/** The words of a text from one offset to another, with their places in the whole. */
export function readWords(text: string, from: number, to: number): readonly Word[] {
  return [...text.slice(from, to).matchAll(WORD)].map(({ 0: written, index }) => ({
    key: wordKey(written),
    start: from + index,
    end: from + index + written.length,
  }))
}

const PLAIN = /^[a-z0-9]+$/

/** Raised and lowered figures are other figures: 10⁶ is not 106. */
function wordKey(written: string): string {
  if (PLAIN.test(written)) return written
  if (BLANK.test(written)) return ONE_BLANK
  return written
    .replace(UNSEEN, '')
    .replace(/[-‐]\r?\n\s*/g, '')
    .replace(/[⁰¹²³⁴-⁹⁺⁻]+/g, '^$&')
    .replace(/[₀-₉₊₋]+/g, '_$&')
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .toLowerCase()
    .replaceAll('’', "'")
}
