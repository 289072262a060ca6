import { hasWord } from '../../../checks/added-words.ts'
import { measuresIn } from '../../../text/measures.ts'
import { splitSentences } from '../../../text/sentences.ts'
import { contentWords } from '../../../text/words.ts'
import type { ItemFact } from './items.ts'

/** Characters behind a number in which the counted thing stands, and in front of it. */
const NEAR = 40
export const ASKS_FOR_ALL = /\b(?:total|altogether|in all|combined|together|sum|overall|difference)\b/i
export const IN_ALL = /\b(?:total(?:s|led)?|altogether|in all|combined|together|sum|overall|difference)\b|=/i

/** It is no number word elsewhere, for it is more often a pronoun. */
const ONE = /\b(?:one|a single)\b([^,;.]{0,40})/i
const NONE = /\b(?:no|none|never|zero|not any)\b/i

/**
 * The counts that a text gives of a thing, "2 scans" and "scans: 2"; 0 where it only says that there is none. Where a sentence says
 * how many there are in all, only that.
 */
export function countsIn(text: string, counted: string): readonly number[] {
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end))
  const totals = sentences
    .filter((sentence) => IN_ALL.test(sentence))
    .flatMap((sentence) => lastOf(bareNumbers(sentence)))
  const all = totals.length > 0 ? totals : sentences.flatMap((sentence) => countsOf(sentence, counted))
  if (all.length > 0) return [...new Set(all)]
  return sentences.some((sentence) => NONE.test(sentence) && isAbout(sentence, counted)) ? [0] : []
}

function countsOf(sentence: string, counted: string): readonly number[] {
  const numbers = measuresIn(sentence).filter(({ isPlace, unit }) => !isPlace && unit === null)
  const near = numbers.filter(
    ({ whole: { start, end } }) =>
      isAbout(sentence.slice(end, end + NEAR).split(/[,;.:(]/)[0] ?? '', counted) ||
      isAbout(/[^,;.]*$/.exec(sentence.slice(Math.max(0, start - NEAR), start))?.[0] ?? '', counted),
  )
  if (near.length > 0) return near.map(({ plain }) => plain)
  const [, behind = ''] = ONE.exec(sentence) ?? []
  if (isAbout(behind, counted)) return [1]
  // "2." is all that some answers say.
  return contentWords(sentence).length <= 2 ? numbers.map(({ plain }) => plain) : []
}

/** Any word of what is counted names it: "instances of theft" are instances, and thefts. */
function isAbout(text: string, counted: string): boolean {
  return contentWords(counted).some((word) => hasWord(text, word))
}

function bareNumbers(sentence: string): readonly number[] {
  return measuresIn(sentence)
    .filter(({ isPlace, unit }) => !isPlace && unit === null)
    .map(({ plain }) => plain)
}

function lastOf(numbers: readonly number[]): readonly number[] {
  return numbers.slice(-1)
}

const WHAT = String.raw`\b(?:what|which)\b[^?.]*`
const NUMBERS =
  'ages?|amounts?|numbers?|rates?|percentages?|sums?|prices?|salar(?:y|ies)|fines?|scores?|doses?|dosages?|weights?|heights?|temperatures?|pressures?|durations?|lengths?|values?|costs?|rents?|deposits?|fees?'
const KINDS: readonly (readonly [ItemFact['kind'], RegExp])[] = [
  ['time', /\bwhen\b|\bwhat time\b/i],
  ['date', new RegExp(String.raw`\bwhen\b|\bdates? (?:of|on)\b|${WHAT}\b(?:dates?|birth\s?dates?|days?|year)\b`, 'i')],
  [
    'number',
    new RegExp(
      String.raw`\bhow (?:old|long|many|much|often|far|high|big|large|heavy)\b|${WHAT}\b(?:${NUMBERS})\b`,
      'i',
    ),
  ],
  ['name', /\bwho(?:m|se)?\b|\bnames? of\b/i],
]

/** Asks for more than one value. */
const ASKS_FOR_MORE =
  /\b(?:why|how (?:did|does|do|is|was|were|are|has|have|can|could|should)|summari[sz]e|describe|explain|outline|list|reasons?)\b/i

/** The kinds of facts that a question asks for: dates of "when". Null where it asks for words, or for more than such values. */
export function kindsAsked(question: string): ReadonlySet<ItemFact['kind']> | null {
  if (ASKS_FOR_MORE.test(question)) return null
  const kinds = KINDS.filter(([, pattern]) => pattern.test(question)).map(([kind]) => kind)
  return kinds.length === 0 ? null : new Set(kinds)
}

/** "How many ports did he use, and of what size?" */
export function asksForMoreThanCount(question: string): boolean {
  return /\bhow many\b.*\b(?:and|,)\b.*\b(?:what|which|who|whom|whose|when|where|why|how)\b/i.test(question)
}

const HOW_MANY =
  /\bhow many ((?:[\p{L}'’-]+ ){0,5}?[\p{L}'’-]+?)(?= (?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|shall|should|must|may)\b|\?|$)/iu

/** What is counted, "pieces of evidence" of "How many pieces of evidence were shown?"; null where nothing is. */
export function countedIn(question: string): string | null {
  return HOW_MANY.exec(question)?.[1] ?? null
}
