import { isCondition } from '../../text/conditions.ts'
import { modalityOf } from '../../text/modal-words.ts'
import { ENGLISH_NEGATION, isException, isNegation } from '../../text/negation.ts'
import type { Span } from '../../text/spans.ts'
import { alignedWords } from '../aligned-words.ts'
import type { CheckedSource } from '../find-support.ts'
import { type Aligned, alignWords, NOTHING_KNOWN } from '../quotes/align-words.ts'
import { findQuote } from '../quotes/find-quote.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { isSplit, isTurnedBefore, isTurnedBehind, saysNo } from '../quotes/is-cut.ts'
import { type QuoteWord, quoteWords } from '../quotes/quote-words.ts'
import type { DraftFound, FoundAt, Said } from './draft-finding.ts'
import { rankPlaces, type StemmedPlace } from './rank-places.ts'

const MARKED = /“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|"([^"]+)"/gu

/** Fewer words are found somewhere by chance, or name a thing. */
const LOOKED_UP = 3
/** So many words between quotation marks are meant as somebody's words. */
const QUOTED = 5
/** A place that has so much of a quotation is the one that was meant. */
const MEANT = 0.7

/** What a sentence puts between quotation marks, without the marks; offsets into it. */
export function quotations(sentence: string): readonly Span[] {
  return [...sentence.matchAll(MARKED)].flatMap(({ 0: whole, index }) => {
    const inner = whole.slice(1, -1)
    const start = index + 1 + inner.length - inner.trimStart().length
    const end = start + inner.trim().length
    return end > start ? [{ start, end }] : []
  })
}

type Options = {
  readonly sources: readonly CheckedSource[]
  /** These with the text around them; a quotation may go over their ends. */
  readonly wide: readonly CheckedSource[]
  readonly placesOf: (source: CheckedSource) => readonly StemmedPlace[]
  readonly lexicon: Lexicon
  readonly isWholeSearch: boolean
}

/**
 * Whether a document has the words as they are quoted, and whether the quotation stops short of what turns them: a "not" before, an exception
 * behind. Null for words so few that they may name a thing.
 */
export function checkQuotation(sentence: string, span: Span, options: Options): DraftFound | null {
  const { sources, wide, lexicon } = options
  const quoted = withoutBrackets(sentence.slice(span.start, span.end))
  const words = quoteWords(quoted)
  const found = (verdict: DraftFound['verdict'], rest: Partial<DraftFound> = {}): DraftFound => ({
    kind: 'quotation',
    ...span,
    verdict,
    words: [],
    said: null,
    instead: null,
    at: [],
    ...rest,
  })
  const whole = asWhole(quoted, sources, lexicon) ?? asWhole(quoted, wide, lexicon)
  const isName = words.length < LOOKED_UP
  if (whole) return found(whole.verdict, { at: whole.at })
  if (isName) return null
  const inside = sources.flatMap((source) => occurrenceIn(words, source) ?? [])
  const standing = inside.length > 0 ? inside : wide.flatMap((source) => occurrenceIn(words, source) ?? [])
  const looked = asStanding(standing, { before: sentence.slice(0, span.start), behind: sentence.slice(span.end) })
  if (looked) return found(looked.verdict, looked)
  const differing = nearest(quoted, options)
  if (differing) return found('contradicted', differing)
  if (words.length < QUOTED) return null
  if (!options.isWholeSearch) return found('not-checkable', { said: { code: 'notSearched' } })
  return found('nowhere', { said: { code: 'quoteNowhere' } })
}

/** The verdict on words that are found somewhere in full, where their sentence may turn them, or they stop short of what does. */
function asStanding(
  standing: readonly Occurrence[],
  outside: Outside,
): (Pick<DraftFound, 'verdict' | 'at'> & Partial<DraftFound>) | null {
  const cuts = standing.map((one) => cutOf(one, outside))
  const uncut = standing[cuts.indexOf(null)]
  if (uncut) {
    const isMeant = !turnsQuoted(uncut) || saysNo(quoteWords(outside.before)) || goesOn(outside.behind)
    const at = [placeOf(uncut)]
    return isMeant ? { verdict: 'verbatim', at } : { verdict: 'not-checkable', said: { code: 'otherWords' }, at }
  }
  const [first, cut] = [standing[0], cuts[0]]
  if (!first || !cut) return null
  return { verdict: 'contradicted', said: cut.said, instead: cut.instead, at: [{ ...placeOf(first), ...cut.at }] }
}

/** What the draft says around a quotation in its sentence. */
type Outside = { readonly before: string; readonly behind: string }

/** "[T]he tenant [sic]". */
function withoutBrackets(quoted: string): string {
  return quoted.replaceAll(/\s*\[sic\]/giu, '').replaceAll(/\[(\p{L})\]/gu, '$1')
}

function asWhole(quoted: string, sources: readonly CheckedSource[], lexicon: Lexicon) {
  let close: { readonly verdict: 'close'; readonly at: readonly FoundAt[] } | null = null
  for (const source of sources) {
    const quote = findQuote(quoted, source.text, lexicon)
    if (!quote) continue
    const at = quote.parts.map((part) => ({
      source: source.source,
      ...part,
      quote: source.text.slice(part.start, part.end),
    }))
    if (quote.differences.length === 0) return { verdict: 'verbatim' as const, at }
    close ??= { verdict: 'close', at }
  }
  return close
}

type Occurrence = { readonly source: CheckedSource; readonly words: readonly QuoteWord[]; readonly found: Aligned }

function occurrenceIn(wanted: readonly QuoteWord[], source: CheckedSource): Occurrence | null {
  if (wanted.length === 0) return null
  const words = quoteWords(source.text)
  const isWhole = (from: number, to: number) => !isSplit(words, from, to, source.text)
  const found = alignWords(wanted, words, { slipsAtMost: 0, after: 0, isWhole, lexicon: NOTHING_KNOWN })
  return found && { source, words, found }
}

/** Whether the sentence of the page puts the words under a condition, denies them or gives them as somebody's: what is meant stays open. */
function turnsQuoted({ source: { text }, words, found: { from, to } }: Occurrence): boolean {
  const reached = words.filter((word, at) => at >= from || !isNegation(word.text) || reaches(word, words[from], text))
  const before = reached.length - (words.length - from)
  return isTurnedBefore(reached, before, text, false) || isTurnedBehind(words, to, text, false)
}

function placeOf({ source, words, found }: Occurrence): FoundAt {
  const [start, end] = [words[found.from]?.start ?? 0, words[found.to - 1]?.end ?? 0]
  return { source: source.source, start, end, quote: source.text.slice(start, end) }
}

type Cut = { readonly said: Said; readonly instead: string; readonly at: Span & { readonly quote: string } }

/** Words before and behind a quotation that belong to its clause. */
const NEAR_BEFORE = 3
const SHOWN_BEHIND = 14
const NEGATION = new RegExp(`\\b(?:${ENGLISH_NEGATION}|without)\\b|n['’]t\\b`, 'iu')
const EXCEPTING =
  /^[\s,;:(]*(?:and |or |but )?(?:unless|except|save|provided(?: always)? that|subject to|only if|if|but not|but only|other than|until|sofern|es sei denn|außer|wenn)\b/iu
/** What allows or obliges is turned by these; what somebody did is not: "adopted the budget with the approval of the council". */
const WITH_CONSENT = /^[\s,;:(]*with (?:the )?(?:prior )?(?:written )?(?:consent|approval|permission|agreement of)\b/iu
const STOP = /[.;!?]/
/** Behind a comma a "not" says nothing more: "not tender, bowel sounds present"; but in "did not, as he says, disclose". */
const ENDED = /^(?![\p{L}’']+,[^,]*,[^,]*$).*,/su

/** Whether a negation before the first quoted word denies it. */
function reaches({ start }: QuoteWord, first: QuoteWord | undefined, text: string): boolean {
  return ![STOP, ENDED].some((end) => end.test(text.slice(start, first?.start ?? start)))
}

/** What of its sentence a quotation leaves out though it turns it, and the draft does not say beside it. */
function cutOf({ source, words, found }: Occurrence, outside: Outside): Cut | null {
  const [from, to] = [words[found.from]?.start ?? 0, words[found.to - 1]?.end ?? 0]
  const led = words.slice(Math.max(0, found.from - NEAR_BEFORE), found.from)
  const negation = led.findLast((word) => isNegation(word.text) && reaches(word, words[found.from], source.text))
  const near = outside.before
    .trimEnd()
    .split(/\s+/)
    .slice(-NEAR_BEFORE - 1)
    .join(' ')
  if (negation && !NEGATION.test(near)) {
    const at = { start: negation.start, end: to, quote: source.text.slice(negation.start, to) }
    return {
      said: { code: 'quoteCutBefore', words: source.text.slice(negation.start, from).trim() },
      instead: at.quote,
      at,
    }
  }
  const behind = source.text.slice(to)
  const isAllowed = words.slice(found.from, found.to).some(({ text }) => modalityOf(text) !== null)
  const saysMore = (EXCEPTING.test(behind) || (isAllowed && WITH_CONSENT.test(behind))) && !goesOn(outside.behind)
  if (!saysMore) return null
  const rest = sentenceRest(behind)
  const at = { start: from, end: to + rest.length, quote: source.text.slice(from, to + rest.length) }
  const shown = rest
    .trim()
    .replace(/^[,;:]\s*/, '')
    .split(/\s+/)
    .slice(0, SHOWN_BEHIND)
    .join(' ')
  return { said: { code: 'quoteCutBehind', words: shown }, instead: at.quote, at }
}

/** Whether the draft itself goes on with a condition or an exception. */
function goesOn(behind: string): boolean {
  return (behind.toLowerCase().match(/[\p{L}’']+/gu) ?? []).some((word) => isException(word) || isCondition(word))
}

function sentenceRest(behind: string): string {
  const end = /[.;!?](?=\s|$)|\n\s*\n/u.exec(behind)
  return behind.slice(0, end ? end.index : Math.min(behind.length, 300))
}

/**
 * Where most of the quoted words are in their order, with what is there instead of the others; else the item of a list that has all
 * of them together with the line above it.
 */
function nearest(quoted: string, { sources, placesOf }: Options): Partial<DraftFound> | null {
  const ranked = rankPlaces(quoted, sources.flatMap(placesOf))
  for (const one of ranked) {
    const differing = differingIn(one, quoted)
    if (differing) return differing
  }
  const listed = ranked.find(({ place }) => place.kind === 'item' && isAllIn(quoted, `${place.label} ${place.text}`))
  if (!listed) return null
  const { text, label, start, end } = listed.place
  const at = { source: listed.source, start, end, quote: text }
  return { said: { code: 'contradicted' }, instead: `${label} ${text}`.trim(), at: [at] }
}

/** Null where a place has too few of the words to be meant. */
function differingIn({ source, place }: StemmedPlace, quoted: string): Partial<DraftFound> | null {
  const { words, others, pairs, gaps } = alignedWords(quoted, place.text)
  const [from, to] = [pairs[0]?.other ?? 0, pairs.at(-1)?.other ?? -1]
  const atLeast = MEANT * Math.max(words.length, to - from + 1)
  if (pairs.length < Math.max(LOOKED_UP - 1, atLeast)) return null
  const cut = (of: typeof words, text: string) => text.slice(of[0]?.start ?? 0, of.at(-1)?.end ?? 0)
  const quote = cut(others.slice(from, to + 1), place.text)
  const start = place.start + (others[from]?.start ?? 0)
  const [gap] = gaps
  const said = gap ? saidOf(cut(gap.one, quoted), cut(gap.other, place.text)) : saidOf('', '')
  return { said, instead: quote, at: [{ source, start, end: start + quote.length, quote }] }
}

function isAllIn(quoted: string, text: string): boolean {
  const { words, pairs } = alignedWords(quoted, text)
  return pairs.length === words.length
}

function saidOf(written: string, stands: string): Said {
  if (written !== '' && stands !== '') return { code: 'quoteDiffers', written, stands }
  if (stands !== '') return { code: 'leftOut', stands }
  return written === '' ? { code: 'contradicted' } : { code: 'added', written }
}
