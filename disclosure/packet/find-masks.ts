import { findKnownTerms } from '../identifiers/find-known-terms.ts'
import type { Findings, IdentifierSpan, IdentifierType } from '../identifiers/identifier.ts'
import { mergeSpans } from '../identifiers/merge-spans.ts'
import { findTokens } from '../pseudonyms/restore.ts'
import { readableTitle } from '../pseudonyms/person-name.ts'
import type { DateMode } from '../pseudonyms/outgoing-marks.ts'
import { findSearchTerms, type SearchTerm } from '../pseudonyms/search-terms.ts'
import { allowedKeys, type Decisions, wordKey } from './decisions.ts'

/** Left readable: reasoning needs the law that applies and the time of the day, and neither tells who it is. */
export const LEFT: ReadonlySet<IdentifierType> = new Set(['country', 'region', 'time'])
/** Surer than every layer: the user said so, or a word of the document looks like a pseudonym. */
const CERTAIN = 2

export type MaskOptions = { readonly decisions: Decisions; readonly dates: DateMode }

/** What is to be replaced in a text by what was found there and what the user decided, before it spreads from text to text. */
export function findMasks(
  text: string,
  { spans }: Findings,
  { decisions, dates }: MaskOptions,
): readonly IdentifierSpan[] {
  const allowed = allowedKeys(decisions)
  const byUser = findKnownTerms(text, decisions.masked).map((span) => ({
    ...span,
    by: 'user' as const,
    confidence: CERTAIN,
  }))
  const lookalikes = findTokens(text).map(({ start, end }): IdentifierSpan => {
    return { start, end, type: 'id', by: 'pattern', confidence: CERTAIN }
  })
  const found = spans
    .filter(({ type, by }) => by === 'matter' || !(LEFT.has(type) || (dates === 'exact' && type === 'date')))
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => start < end && !allowed.has(wordKey(text.slice(start, end))))
  return mergeSpans([...withoutTitles(text, found), ...byUser, ...lookalikes])
}

/**
 * The same with every further place of the terms, also where the rest of a word was replaced. The parts between the masks are
 * what leaves, so they are looked through as they will stand there.
 */
export function spreadMasks(
  text: string,
  masks: readonly IdentifierSpan[],
  terms: readonly SearchTerm[],
): readonly IdentifierSpan[] {
  const places = [...findSearchTerms(text, terms), ...findSearchTerms(withoutMasks(text, masks), terms)]
  return mergeSpans([...masks, ...places])
}

/** Offsets stay: each mask becomes as many spaces, around a letter that is in no name. */
function withoutMasks(text: string, masks: readonly IdentifierSpan[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of masks) {
    rest += text.slice(at, start) + gap(end - start)
    at = end
  }
  return rest + text.slice(at)
}

/** Keeps the letters before and after a replaced place apart, which one looks for without regard to spaces. */
export const SEPARATOR = ' \ua66e '

function gap(length: number): string {
  return length < SEPARATOR.length ? ' '.repeat(length) : SEPARATOR.padEnd(length)
}

/** "Mrs Lee's" leaves as "Mrs [PERSON-1, f]'s": a title tells nobody's name, and what it tells is needed. */
function trimmed(text: string, span: IdentifierSpan): IdentifierSpan {
  const written = text.slice(span.start, span.end)
  const front = written.length - written.trimStart().length
  const title = span.type === 'person' ? readableTitle(written.slice(front)) : 0
  const behind = /(?:['’]s)?[\s,;:]*$/u.exec(written)?.[0].length ?? 0
  return { ...span, start: span.start + front + title, end: span.end - behind }
}

/** A title alone, right before a name, stays as well. */
function withoutTitles(text: string, spans: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const isBeforeName = ({ end }: IdentifierSpan) =>
    spans.some(({ type, start }) => type === 'person' && start >= end && /^[.\s]{1,3}$/.test(text.slice(end, start)))
  return spans.filter((span) => span.type !== 'title' || !isBeforeName(span))
}
