import { modalityOf } from '../../../text/modal-words.ts'
import { ENGLISH_NEGATION, isNegation } from '../../../text/negation.ts'
import { isNumberWord } from '../../../text/number-words.ts'
import { baseForm, contentWords, oneSpelling } from '../../../text/words.ts'
import { type Meaning, MEANINGS } from './concepts.ts'

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

/** What is left of named, filing. */
const WITHOUT_E = /^([^aeiou][aeiou][^aeiouwxy])(?:ed|ing)$/

/** And of ended, acting. */
const SHORT = /^([aeiou][^aeiou]{2})(?:ed|ing)$/

const ENDINGS = /(?:ations?|ments?|ities|ity|ances?|ences?|ices?|ings?|ions?|edly|ed|ly|ies|es|(?<!s)s|e|y)$/

const SHORTEST_STEM = 4

const BY_STEM: ReadonlyMap<string, readonly Meaning[]> = new Map(
  [...Map.groupBy(MEANINGS, ([words]) => stemOf(words))].map(([stem, rows]) => [
    stem,
    rows.map(([, meaning]) => meaning),
  ]),
)

/** A piece of a sentence, said (1) or denied (-1). */
type Piece = {
  readonly text: string
  readonly sign: 1 | -1
  /** It stands before a "not" of its part of the sentence, which denies it as well: "the scan was not read", "nobody read the scan". */
  readonly isBeforeNot: boolean
}

/** What is denied in one part of a sentence is not denied in the next. */
const PARTS =
  /[;:,]|\b(?:because|since|if|unless|but|although|though|while|whereas|when|where|who|which|that|until|after|before|and)\b/iu

/** English, as the meanings of words are that this compares (`concepts.ts`). Three kinds: these deny the whole part; these what follows; and these, in the passive, what stands before. */
const DENIALS = new RegExp(
  [
    String.raw`(\b(?:(?<!\bwith )(?:${ENGLISH_NEGATION})|hardly|barely|scarcely|lacks|free of|free from|negative for|fails? to|failed to|(?:refus|declin|omit)\w* to)\b|n[’']t\b)`,
    String.raw`\b(with no|without|absence of|lack of|excludes?|excluding|denie[sd]|(?<!\b(?:is|are|was|were|be|been) )(?:ruled out|excluded))\b`,
    String.raw`\b((?:is|are|was|were|be|been) (?:ruled out|excluded))\b`,
  ].join('|'),
  'giu',
)

/** The pieces of a sentence with what is denied of them. "Cannot be ruled out" denies nothing, and neither does "does not exclude". */
export function denialsIn(text: string): readonly Piece[] {
  return text.split(PARTS).flatMap(piecesOf)
}

function piecesOf(part: string): readonly Piece[] {
  const denials = [...part.matchAll(DENIALS)]
  const hasNot = denials.some(([, whole]) => whole !== undefined)
  const isRuledOut = denials.some(({ 3: passive }) => passive !== undefined)
  const first: Piece = {
    text: part.slice(0, denials[0]?.index),
    sign: isRuledOut && !hasNot ? -1 : 1,
    isBeforeNot: hasNot && !isRuledOut,
  }
  let sign: Piece['sign'] = 1
  const others = denials.map(({ 0: words, 1: whole, 2: following, index }, at): Piece => {
    if (whole !== undefined) sign = -1
    else sign = following !== undefined && sign === 1 ? -1 : 1
    return { text: part.slice(index + words.length, denials[at + 1]?.index), sign, isBeforeNot: false }
  })
  return [first, ...others]
}

/** Unenforceable, incomplete, disagree. */
export const DENYING_PREFIX = /^(?:un|in|im|ir|il|dis|non|mis)/

/** Forms of one word come out the same: served, serves; conditional stays apart from condition. */
function stemOf(word: string): string {
  const spelt = oneSpelling(baseForm(word))
    .replace(/bilit(?:y|ies)$/, 'ble')
    .replace(WITHOUT_E, '$1e')
    .replace(SHORT, '$1')
  const stem = shortened(shortened(spelt))
  return /([bdgmnprt])\1$|.{4}(l)\2$/.test(stem) ? stem.slice(0, -1) : stem
}

function shortened(word: string): string {
  const short = word.replace(ENDINGS, '')
  return short.length >= SHORTEST_STEM ? short : word
}
