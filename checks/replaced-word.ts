import { isFunctionWord } from '../text/function-words.ts'
import { isNumberWord } from '../text/number-words.ts'
import { isOpposite } from '../text/opposites.ts'
import { isSameWord } from '../text/word-forms.ts'
import { alignedWords, type Word } from './aligned-words.ts'

/** Of its words so many are those of the place, in their order: the rest is what was changed, and not another way to say it. */
const COPIED = 0.75
const WORDS_AT_LEAST = 5
/** Small words of which none can be said for another. */
const POSITIONS = new Set(
  'above after against before behind below beneath beside beyond during inside outside over since under until'.split(
    ' ',
  ),
)

/**
 * Whether a sentence copies a place but for a word in the place of another: "for one genes" of "for three genes", "set forth below" of
 * "set forth above", "physical state" of "mental state" where the place has both. All its words may then be found nearby, and it says
 * something else. `known`: words that name the document, which may be used for what a place says.
 */
export function replacesWord(sentence: string, text: string, known: ReadonlySet<string>): boolean {
  const { words, others, pairs, gaps } = alignedWords(sentence, text)
  if (words.length < WORDS_AT_LEAST || pairs.length < COPIED * words.length) return false
  const last = pairs.at(-1)
  const left = others.slice((last?.other ?? 0) + 1)
  return gaps.some(({ one, other, next }) => {
    const [mine, yours] = [one[0], (next === null ? left : other)[0]]
    const isInPlace = one.length === 1 && (next === null ? left : other).length === 1
    return isInPlace && mine && yours && !known.has(mine.text) && isAnother(mine, yours)
  })
}

/** Two small words join in different ways, unless they are opposites; "the" may well stand for a word of its own. */
function isAnother({ text: mine }: Word, { text: yours }: Word): boolean {
  if (isSameWord(mine, yours)) return false
  const [isFigure, wasFigure] = [mine, yours].map((word) => /^\p{Nd}+$/u.test(word))
  if (isFigure || wasFigure) return isFigure === wasFigure && Number(mine) !== Number(yours)
  if (isOpposite(mine, yours) || (POSITIONS.has(mine) && POSITIONS.has(yours))) return true
  if (isNumberWord(mine)) return isNumberWord(yours)
  return !isFunctionWord(mine) && !isFunctionWord(yours)
}
