import { isFunctionWord } from '../../../text/function-words.ts'
import { wordNumbersIn } from '../../../text/number-words.ts'
import type { Around, Judgement } from '../patterns/pattern.ts'
import { AGE_UNITS, AND, BEFORE_WHEN, SHORT_YEARS } from './age-words.ts'

export const END = '(?![\\p{L}\\p{N}])'

/** Of which a child that is so old would hardly be told without a stop behind it: "ha 6 mesi per liberare la casa". */
export const STOP = '(?=\\s?(?:[.,;:!?)\\n](?!\\d)|$)|\\s(?:and|und|e|ed|et|y|en|i)\\s)'

/** Behind somebody who is or becomes so old. */
export const TOLD = `(?:${STOP}|(?=\\s(?:now|today|then|when|old|alt|oud|geworden)${END})|${BEFORE_WHEN})`

/** What may be a number in words, as `judgeTold` finds out: "setenta e quatro", "vierundsiebzig". */
export const IN_WORDS = '\\p{L}{3,24}(?:[\\s-]\\p{L}{1,12}){0,3}'

const OLDEST = 119

/** What may stand between two ages in words: "drei und fünf Jahre". */
const BETWEEN_NUMBERS = new RegExp(`^(?:,|\\s${AND})?\\s$`, 'iu')
const UNIT_BEHIND = new RegExp(`^\\s(?:${AGE_UNITS}|${SHORT_YEARS})${END}`, 'iu')
const ONLY_UNIT = new RegExp(`${UNIT_BEHIND.source}$`, 'iu')
const TOLD_BEHIND = new RegExp(`^${TOLD}`, 'iu')
const WORD_BEHIND = /^\s(?<word>\p{L}+)(?<rest>.*)/su
const PARTITIVE = /^(?:of|von|de|van|di|z|der|des|del|dei|das|dos)$/u

/** Null where the words before the unit are no numbers: "ha molti anni"; "ein" is an article. */
export function judgeWithUnit(found: string): Judgement | null {
  const end = numbersEnd(found)
  return end > 0 && ONLY_UNIT.test(found.slice(end)) ? {} : null
}

/** Of "seventy-four with dementia" the number; null of "three days late", "two of the three". */
export function judgeTold(found: string, { after }: Around): Judgement | null {
  const end = /^\d+/.exec(found)?.[0].length ?? numbersEnd(found)
  if (end === 0) return null
  const behind = found.slice(end) + after
  const unit = UNIT_BEHIND.exec(behind)?.[0].length ?? 0
  const isTold = TOLD_BEHIND.test(behind.slice(unit)) || (unit === 0 && isBeforeSmallWord(behind))
  return isTold ? { length: Math.min(end + unit, found.length) } : null
}

/** "92 with dementia", "sixty-six after surgery"; not the first of "two to three weeks". With a unit it is no age: "15 years in the army". */
function isBeforeSmallWord(behind: string): boolean {
  const { word = '', rest = '' } = WORD_BEHIND.exec(behind)?.groups ?? {}
  const isRange = /^\s?\d/.test(rest) || wordNumbersIn(rest)[0]?.start === 1
  return isFunctionWord(word) && !isPartitive(word) && !isRange
}

/** "Two of the three": a part of what is counted. */
export function isPartitive(word: string): boolean {
  return PARTITIVE.test(word)
}

/** Where the numbers that a text begins with end; 0 where it begins with none that may be an age. */
function numbersEnd(found: string): number {
  let end = 0
  for (const number of wordNumbersIn(found)) {
    const isNext = end === 0 ? number.start === 0 : BETWEEN_NUMBERS.test(found.slice(end, number.start))
    if (!isNext || number.isOrdinal || number.value < 2 || number.value > OLDEST) break
    end = number.end
  }
  return end
}
