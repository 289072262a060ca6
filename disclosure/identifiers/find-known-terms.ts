import { type FoldedText, foldText } from '../../text/normalise.ts'
import type { IdentifierSpan, KnownTerm } from './identifier.ts'

/** Scripts that put no space between words: a term may stand anywhere in them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const LETTER = /[\p{L}\p{N}]/u
const GENITIVE = /^[sS](?![\p{L}\p{N}])/u
/** Shorter terms take no genitive: "Al" is not in "als". */
const GENITIVE_FROM = 4

/** Every place where a term of the matter's own list stands as whole words, whatever its case, accents, spaces or hyphens. */
export function findKnownTerms(text: string, known: readonly KnownTerm[]): readonly IdentifierSpan[] {
  return findFoldedTerms(
    text,
    known.map((term) => ({ ...term, folded: foldText(term.text).text })),
  )
}

/** With its letters as `foldText` gives them. */
export type FoldedTerm = KnownTerm & { readonly folded: string }

/** The same with terms that are folded already: that costs more than the search. */
export function findFoldedTerms(text: string, terms: readonly FoldedTerm[]): readonly IdentifierSpan[] {
  if (terms.length === 0) return []
  const folded = foldText(text)
  return terms.flatMap((term) => placesOf(term, text, folded))
}

function placesOf(
  { text: term, type, folded: wanted }: FoldedTerm,
  text: string,
  folded: FoldedText,
): readonly IdentifierSpan[] {
  const spans: IdentifierSpan[] = []
  if (wanted === '') return exactPlaces(term, type, text)
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    const start = folded.starts[at] ?? 0
    const end = folded.ends[at + wanted.length - 1] ?? 0
    if (isWhole(text, start, end, wanted.length)) spans.push({ start, end, type, by: 'matter', confidence: 1 })
  }
  return spans
}

/** A term without any letter or digit, such as a drawn mark. */
function exactPlaces(term: string, type: KnownTerm['type'], text: string): readonly IdentifierSpan[] {
  const spans: IdentifierSpan[] = []
  if (term.trim() === '') return spans
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
    spans.push({ start: at, end: at + term.length, type, by: 'matter', confidence: 1 })
  return spans
}

function isWhole(text: string, start: number, end: number, length: number): boolean {
  return isEdge(before(text, start), text.slice(start, start + 2)) && isEnd(text, end, length)
}

function isEnd(text: string, end: number, length: number): boolean {
  const next = String.fromCodePoint(text.codePointAt(end) ?? 0x20)
  if (isEdge(next, before(text, end))) return true
  return length >= GENITIVE_FROM && GENITIVE.test(text.slice(end, end + 3))
}

function isEdge(outside: string, inside: string): boolean {
  return !LETTER.test(outside) || UNSPACED.test(inside) || isBreak(outside, inside)
}

/** Between a letter and a digit: "Lee" in "Lee2019". */
function isBreak(outside: string, inside: string): boolean {
  return /\p{N}/u.test(outside) !== /\p{N}/u.test(inside)
}

function before(text: string, at: number): string {
  const low = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at)
}
