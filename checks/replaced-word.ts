import { isFunctionWord } from '../text/function-words.ts'
import { isNumberWord } from '../text/number-words.ts'
import { isOpposite } from '../text/opposites.ts'
import { sayOtherwise } from '../text/prepositions.ts'
import { isSameWord } from '../text/word-forms.ts'
import { alignedWords } from './aligned-words.ts'

/** Of its words so many are those of the place, in their order: the rest is what was changed, and not another way to say it. */
const COPIED = 0.75
const WORDS_AT_LEAST = 5

/**
 * Whether a sentence copies a place but for a word in the place of another: "for one genes" of "for three genes", "set forth below" of
 * "set forth above", "physical state" of "mental state" where the place has both. All its words may then be found nearby, and it says
 * something else. `known`: words that name the document, which may be used for what a place says.
 */
export function replacesWord(sentence: string, text: string, known: ReadonlySet<string>): boolean {
  return replacedIn(sentence, text).some(([mine, yours]) => !known.has(mine) && isAnother(mine, yours))
}

/** Whether it copies a place but for a preposition that says something else: "with" for "after". */
export function replacesPreposition(sentence: string, text: string): boolean {
  return replacedIn(sentence, text).some(([mine, yours]) => sayOtherwise(mine, yours))
}

/** Each word of a copy that has another in its place, with that one. */
function replacedIn(sentence: string, text: string): readonly (readonly [string, string])[] {
  const { words, others, pairs, gaps } = alignedWords(sentence, text)
  if (words.length < WORDS_AT_LEAST || pairs.length < COPIED * words.length) return []
  const last = pairs.at(-1)
  const left = others.slice((last?.other ?? 0) + 1)
  return gaps.flatMap(({ one, other, next }) => {
    const across = next === null ? left : other
    const [mine, yours] = [one[0], across[0]]
    return one.length === 1 && across.length === 1 && mine && yours ? [[mine.text, yours.text] as const] : []
  })
}

/** Two small words join in different ways, unless they are opposites; "the" may well stand for a word of its own. */
function isAnother(mine: string, yours: string): boolean {
  if (isSameWord(mine, yours)) return false
  const [isFigure, wasFigure] = [mine, yours].map((word) => /^\p{Nd}+$/u.test(word))
  if (isFigure || wasFigure) return isFigure === wasFigure && Number(mine) !== Number(yours)
  if (isOpposite(mine, yours)) return true
  if (isNumberWord(mine)) return isNumberWord(yours)
  return !isFunctionWord(mine) && !isFunctionWord(yours)
}
