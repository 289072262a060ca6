import { isFunctionWord } from '../../text/function-words.ts'
import type { Span } from '../../text/spans.ts'
import { isSameWord } from '../../text/word-forms.ts'
import type { AlignedWords, Word } from '../aligned-words.ts'

type Words = readonly Word[]

/** Whether words of a sentence and those in their place may both be true, though they are opposites. */
export function areInnocent(mine: Words, yours: Words, aligned: AlignedWords): boolean {
  return (
    isOneOfBoth(mine, yours) ||
    isPassage(mine, yours, aligned) ||
    (isRelation([...mine, ...yours]) && areMoved(aligned))
  )
}

/** "Lower in the evening than in the morning" of "higher in the morning than in the evening". */
export function comparesOtherwise(sentence: string, aligned: AlignedWords): boolean {
  return COMPARES.test(sentence) && areMoved(aligned)
}

const COMPARES = /(?<!\p{L})(?:than|als|niż|compared|comparison|relative to|verglichen|vergleich|gegenüber)(?!\p{L})/iu

/** What is so of two things the other way about: the one is before the other, which is after it. */
const RELATIONS = new Set(
  `before after prior following preceding preceded followed earlier later above below over under higher lower greater smaller more less larger longer
   shorter better worse older younger faster slower vor nach bevor nachdem früher später über unter höher niedriger größer kleiner mehr weniger besser
   schlechter älter jünger avant après antes después prima dopo depois voor na przed po`.split(/\s+/),
)

function isRelation(words: Words): boolean {
  return words.some(({ text }) => RELATIONS.has(text))
}

/** Whether a word that says something is in both, but not in the same order. */
function areMoved({ words, others, pairs }: AlignedWords): boolean {
  const isFree = ({ text }: Word, isPaired: boolean) => !isPaired && !isFunctionWord(text)
  const mine = words.filter((word, at) =>
    isFree(
      word,
      pairs.some(({ one }) => one === at),
    ),
  )
  const yours = others.filter((word, at) =>
    isFree(
      word,
      pairs.some(({ other }) => other === at),
    ),
  )
  return mine.some(({ text }) => yours.some((other) => isSameWord(other.text, text)))
}

const BOTH = /^(?:both$|beiden?$|bilateral|beidseit|beiderzijds)/u
const ONE_SIDE = /^(?:left|right|links?|linke|rechts?|rechte|izquierd|derech|sinistr|destr|esquerd|direit)/u

/** In any of the languages and forms. */
export function isSideWord(word: string): boolean {
  return ONE_SIDE.test(word)
}

/** What is so of both sides is so of each. */
function isOneOfBoth([mine]: Words, [yours]: Words): boolean {
  return mine !== undefined && yours !== undefined && BOTH.test(yours.text) && ONE_SIDE.test(mine.text)
}

const PART =
  /(?<!\p{L})(?:part|partly|partial|partially|teilweise|teils|teil|partie|partiellement|parcialmente|parzialmente|parte|gedeeltelijk|deels|częściowo|części)(?!\p{L})/iu
const BESIDE = 3

/** Whether a text says beside a word that it is so in part: what is allowed in part is dismissed in part as well. */
export function isOfPart(text: string, { start, end }: Span): boolean {
  const before = text
    .slice(0, start)
    .split(/\s+/)
    .slice(-BESIDE - 1)
  const behind = text
    .slice(end)
    .split(/\s+/)
    .slice(0, BESIDE + 1)
  return PART.test([...before, ...behind].join(' '))
}

const PASSAGE = new Set(['admitted', 'discharged', 'aufgenommen', 'entlassen'])
const TO = new Set(['to', 'into', 'onto'])
const TO_BEFORE = new Set(['auf', 'in', 'ins', 'nach'])
const TO_WITHIN = 4

/** Who is discharged to a nursing home is admitted to it. */
function isPassage([mine]: Words, [yours]: Words, { words, others }: AlignedWords): boolean {
  if (!mine || !yours || !PASSAGE.has(mine.text) || !PASSAGE.has(yours.text)) return false
  return namesPlace(words, words.indexOf(mine)) || namesPlace(others, others.indexOf(yours))
}

function namesPlace(words: Words, at: number): boolean {
  const before = words.slice(Math.max(0, at - TO_WITHIN), at)
  return TO.has(words[at + 1]?.text ?? '') || before.some(({ text }) => TO_BEFORE.has(text))
}
