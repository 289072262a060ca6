import { contentWords } from '../../../text/words.ts'
import { monthNumber } from '../../../text/calendar-words.ts'
import { findDates } from './find-dates.ts'
import type { Mention } from './mention.ts'
import { COMMON_WORDS, wordsSaid } from '../../questions/own-words.ts'

/** Between the relation's word and the value there is a verb, a colon or a preposition. */
const LONGEST_LINK = 24
const LINK =
  /^(?:\s|[:=|*_()\\-]|\b(?:is|was|were|of|on|at|the|about|approximately|measured|dated|date|level|now|currently|today|as|to|be)\b)*$/i
/** Where something else begins; a colon ends no clause, for "Last Menstruation: Age 50" is no age. */
const BREAKS = /\r?\n|[,;(]|\.(?=\s)/g
const HARMLESS = /^(?:\d.*|\p{L}+ly|current|recent|latest|measured|body|serum|mr|mrs|ms|dr)$/u
const IS_DAY = /^\d{4}-\d\d-\d\d$/
const HAS_VERB = /\b(?:is|was|were|has|had|been)\b/

/**
 * Whether a value stands right behind the words of its relation, with nothing before these that makes something else of
 * them: "Weight: 58 kg", "the defendant was arrested on 12 March 2023", but not "appendectomy at age 25".
 */
export function standsBeside(ownWords: readonly string[], text: string, { start, arg }: Mention): boolean {
  const before = IS_DAY.test(arg) ? text.slice(0, start) : withoutDates(text.slice(0, start))
  const isLinked = [...before.matchAll(/[\p{L}\p{N}]+/gu)].some(({ index, 0: word }) => {
    const link = before.slice(index + word.length)
    return link.length <= LONGEST_LINK && wordsSaid(ownWords, word).length > 0 && LINK.test(link)
  })
  return isLinked && othersIn(leadOf(before), ownWords).length === 0
}

/** "Weight on 2026-06-01: 58 kg" has its day between. */
function withoutDates(text: string): string {
  return findDates(text).reduceRight((left, { start, end }) => `${left.slice(0, start)}${left.slice(end)}`, text)
}

/** The clause that ends at the value, as far back as it says anything. */
function leadOf(before: string): string {
  const starts = [...before.matchAll(BREAKS)].map(({ index, 0: mark }) => index + mark.length).toReversed()
  const start = starts.find((at) =>
    contentWords(before.slice(at)).some((word) => !COMMON_WORDS.has(word) && !isHarmless(word)),
  )
  return before.slice(start ?? 0)
}

function othersIn(lead: string, ownWords: readonly string[]): readonly string[] {
  // With a verb a capitalised word is somebody's name: "J. Marsh was born on …".
  const plain = HAS_VERB.test(lead)
    ? lead.replaceAll(/\p{Lu}[\p{L}'’.-]*/gu, (word, at: number) => (at === 0 ? word : ''))
    : lead
  const others = contentWords(plain).filter((word) => !COMMON_WORDS.has(word) && !isHarmless(word))
  return others.filter((word) => wordsSaid(ownWords, word).length === 0)
}

function isHarmless(word: string): boolean {
  return HARMLESS.test(word) || monthNumber(word) > 0
}
