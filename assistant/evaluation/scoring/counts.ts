import { contentWords } from '../../../text/words.ts'
import { measuresIn } from '../../../text/measures.ts'
import { hasWord } from '../../../checks/added-words.ts'
import { splitSentences } from '../../../text/sentences.ts'

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
