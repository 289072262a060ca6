import { modalityOf } from '../../../text/modal-words.ts'
import { isNegation } from '../../../text/negation.ts'
import { isNumberWord } from '../../../text/number-words.ts'
import { contentWords } from '../../../text/words.ts'
import { type Meaning, MEANINGS } from './concepts.ts'
import type { Piece } from './denials-in.ts'
import { DENYING_PREFIX, stemOf } from './stem-of.ts'

/** One thing that a sentence speaks of: a word, or what stands for it. */
export type Term = {
  readonly name: string
  /** Below 0 where it is denied, or is the opposite of what `name` means. */
  readonly sign: 1 | -1
  readonly hasOpposite: boolean
  /** By a "not" or the like, and not by what it means. */
  readonly isDenied: boolean
  /** A "not" behind it denies it with the rest. */
  readonly isBeforeNot: boolean
  /** What was written: a word of more meanings than one gives a term for each. */
  readonly word: string
}

/** The last will, which is no verb. */
const TESTAMENT = /(?<=\b(?:the|a|his|her|last) )will\b/giu
/** These say that something is said, or is, and nothing of what. */
const EMPTY = new Set(
  'twice once found find show shown recorded record seen noted note say said state stand stood give given take taken took place have has been being make made get also there here about over most likely probable probably possibly certain real evidence case amount per cent reading level value per year month week day hour annum need free lack'.split(
    ' ',
  ),
)

/** Numbers, duties and denials are compared by themselves. */
function isEmpty(word: string): boolean {
  return EMPTY.has(word) || isNumberWord(word) || isNegation(word) || modalityOf(word) !== null
}

/** Two words of one meaning are one term. */
export function termsIn({ text, sign, isBeforeNot }: Piece): readonly Term[] {
  let rest = text.replaceAll(TESTAMENT, 'testament').toLowerCase()
  // In its place, for the order of the words tells who does what.
  for (const [index, { pattern }] of PHRASES.entries()) rest = rest.replaceAll(pattern, `phrase${index}`)
  return contentWords(rest)
    .filter((word) => !isEmpty(word) && !/^[\d.,]+$/.test(word))
    .flatMap((word) =>
      meaningsOf(word).map(({ name, sign: side, hasOpposite }): Term => {
        return { name, sign: side === sign ? 1 : -1, hasOpposite, isDenied: sign < 0, isBeforeNot, word }
      }),
    )
}

/** The terms of words that nothing is said of. */
export function namesIn(words: string): readonly string[] {
  return termsIn({ text: words, sign: 1, isBeforeNot: false }).map(({ name }) => name)
}

function meaningsOf(word: string): readonly Meaning[] {
  const phrase = PHRASES[Number(/^phrase(\d+)$/.exec(word)?.[1] ?? -1)]
  if (phrase) return phrase.meanings
  const stem = stemOf(word)
  const plain: readonly Meaning[] = stem.length > 1 ? [{ name: stem, sign: 1, hasOpposite: false }] : []
  return BY_STEM.get(stem) ?? denied(BY_STEM.get(stem.replace(DENYING_PREFIX, ''))) ?? plain
}

function denied(meanings: readonly Meaning[] | undefined): readonly Meaning[] | undefined {
  return meanings?.map(({ name, sign }) => ({ name, sign: sign === 1 ? -1 : 1, hasOpposite: true }))
}

const PHRASES = [
  ...Map.groupBy(
    MEANINGS.filter(([words]) => words.includes(' ')),
    ([words]) => words,
  ),
]
  .toSorted(([a], [b]) => b.length - a.length)
  .map(([words, rows]) => ({
    pattern: new RegExp(`\\b${words}\\b`, 'g'),
    meanings: rows.map(([, meaning]) => meaning),
  }))
const BY_STEM: ReadonlyMap<string, readonly Meaning[]> = new Map(
  [...Map.groupBy(MEANINGS, ([words]) => stemOf(words))].map(([stem, rows]) => [
    stem,
    rows.map(([, meaning]) => meaning),
  ]),
)
