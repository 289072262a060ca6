import { countNegations, isNegation } from '../../text/negation.ts'
import { areConverses, arePhrasesApart, isOpposite } from '../../text/opposites.ts'
import type { Span } from '../../text/spans.ts'
import { isSameWord } from '../../text/word-forms.ts'
import type { AlignedWords, Gap, Word } from '../aligned-words.ts'
import type { ReadPlace } from '../confirm.ts'
import { acrossFrom, COPIED_OF, copies, departure, type Departure, inPlace } from './departure.ts'
import { areInnocent, comparesOtherwise, isOfPart } from './innocent-opposites.ts'
import { PARTY_ROLES } from './party-roles.ts'

type Words = readonly Word[]

/**
 * A word or phrase in the place of its opposite, in a copy: "abnormal" for "normal", "in writing" for "orally". None where the place
 * has the word as well, and not at the place of its own: the work that was "started in the winter and finished in the spring" was
 * finished in the spring.
 */
export function otherOpposites(
  sentence: string,
  place: ReadPlace,
  aligned: AlignedWords,
  opposed: readonly Opposed[],
): readonly Departure[] {
  const paired = new Set(aligned.pairs.map(({ other }) => other))
  const isThereToo = ({ text }: Word) =>
    aligned.others.some((other, at) => !paired.has(at) && isSameWord(other.text, text))
  if (!copies(withoutHead(aligned, place), COPIED_OF) || comparesOtherwise(sentence, aligned)) return []
  return aligned.gaps.flatMap((gap, at) => {
    const words = opposed[at]
    if (!words || words.mine.every(isThereToo)) return withoutNon(gap, sentence, place.text)
    const [mine, yours] = [spanOf(words.mine), spanOf(words.yours)]
    const isPart = isOfPart(sentence, mine) && isOfPart(place.text, yours)
    if (isPart || areInnocent(words.mine, words.yours, aligned)) return []
    return [departure('state', mine, yours, { sentence, text: place.text })]
  })
}

type Opposed = { readonly mine: Words; readonly yours: Words } | null

/** For each gap the words in it that are opposites, if any. */
export function opposedIn(sentence: string, text: string, aligned: AlignedWords): readonly Opposed[] {
  const deniesOtherwise = countNegations(sentence) !== countNegations(text)
  return aligned.gaps.map((gap) => {
    const [mine, yours] = phrasesIn(gap, aligned)
    return areOpposite(mine, yours, aligned, deniesOtherwise) ? { mine, yours } : null
  })
}

/** "A minority voted against it" of "the majority voted for it": what is turned at two places says the same again. */
export function isTurnedTwice({ gaps }: AlignedWords, opposed: readonly Opposed[]): boolean {
  const turned = new Set(
    gaps.flatMap((gap, at) => {
      const words = opposed[at]
      return words ? [`${textOf(words.mine)} ${textOf(words.yours)}`] : turnedIn(gap)
    }),
  )
  if (turned.size === 0) return false
  const isDenied = (words: Words) => words.some((word) => isNegation(word.text))
  const denied = gaps.filter(({ one, other }, at) => !opposed[at] && isDenied(one) !== isDenied(other))
  return turned.size + denied.length > 1
}

/** "Better after" of "worse before" is turned word by word. */
function turnedIn({ one, other }: Gap): readonly string[] {
  if (one.length !== other.length || one.length > WORDS_OF_PHRASE) return []
  return one.flatMap(({ text }, at) => {
    const stands = other[at]?.text ?? ''
    return isOpposite(text, stands) ? [`${text} ${stands}`] : []
  })
}

function textOf(words: Words): string {
  return words.map(({ text }) => text).join(' ')
}

/** "Skin: pale and cold" copies "pale and cold" under the heading "Skin". */
function withoutHead(aligned: AlignedWords, { headSaid }: ReadPlace): AlignedWords {
  const first = aligned.pairs[0]?.one ?? 0
  const isOfHead = ({ text }: Word) => headSaid.terms.some(({ word }) => isSameWord(word, text))
  return { ...aligned, words: aligned.words.filter((word, at) => at >= first || !isOfHead(word)) }
}

/** The words of a gap and those in their place, without small ones around them; at the ends of a sentence only in a copy. */
function phrasesIn(gap: Gap, aligned: AlignedWords): readonly [Words, Words] {
  const words = inPlace(gap, aligned)
  if (words) return [[words[0]], [words[1]]]
  const isWithin = gap.other.length > 0
  if (!isWithin && !copies(aligned)) return [[], []]
  return [withoutLight(gap.one), withoutLight(acrossFrom(gap, aligned))]
}

function withoutLight(words: Words): Words {
  const isWord = ({ text }: Word) => !LIGHT.has(text)
  return words.slice(Math.max(0, words.findIndex(isWord)), words.findLastIndex(isWord) + 1)
}

/** What says little beside a state: "has been terminated", "was renewed". */
const LIGHT = new Set('a an the is are was were be been being has have had'.split(' '))

const WORDS_OF_PHRASE = 4

/** One of two that denies ("neither" for "each", "without" for "with") turns a sentence round only where the rest does not deny as much more. */
function areOpposite(mine: Words, yours: Words, aligned: AlignedWords, deniesOtherwise: boolean): boolean {
  if ([mine, yours].some(({ length }) => length === 0 || length > WORDS_OF_PHRASE)) return false
  const [one, other] = [textOf(mine), textOf(yours)]
  if (countNegations(one) !== countNegations(other) && !deniesOtherwise) return false
  return areConverses(one, other)
    ? isOfOnePerson(mine[0], aligned)
    : isOpposite(one, other) || areInPhrases(mine, yours, aligned)
}

const AROUND = [0, 1, 2]

/** "Full" and "part" exclude each other before "time" alone, and "before" and "with" before "meals". */
function areInPhrases(mine: Words, yours: Words, { words, others }: AlignedWords): boolean {
  const phrase = (all: Words, part: Words, before: number, behind: number) => {
    const [first, last] = [part[0], part.at(-1)].map((word) => (word ? all.indexOf(word) : -1)) as [number, number]
    return textOf(all.slice(Math.max(0, first - before), last + 1 + behind))
  }
  return AROUND.some((before) =>
    AROUND.some((behind) =>
      arePhrasesApart(phrase(words, mine, before, behind), phrase(others, yours, before, behind)),
    ),
  )
}

/** What one sells another buys; only of one person it cannot be both: "the Tenant sold", "sold by the Tenant". */
function isOfOnePerson(word: Word | undefined, { words }: AlignedWords): boolean {
  const at = words.findIndex((one) => one === word)
  const before = words[at - 1]
  const isDoer = before && (PRONOUNS.has(before.text) || PARTY_ROLES.includes(before.text))
  return isDoer === true || words.slice(at + 1, at + 1 + BY_WITHIN).some(({ text }) => BY.has(text))
}

const PRONOUNS = new Set('he she they it we i who er sie wir il elle ils elles'.split(' '))
const BY = new Set('by von durch par por da door przez'.split(' '))
const BY_WITHIN = 3

function spanOf(words: Words): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }
}

const NON = /non-\p{L}+/iu

/** "Non-exclusive" are two words, of which the first is missing, or too much. */
function withoutNon({ one, other, next }: Gap, sentence: string, text: string): readonly Departure[] {
  const [mine, yours] = [one[0], other[0]]
  if (one.length + other.length !== 1 || !next || (mine ?? yours)?.text !== 'non') return []
  const whole = { start: mine?.start ?? next.start, end: next.end }
  const stands = yours ? (NON.exec(text.slice(yours.start))?.[0] ?? yours.text) : next.text
  const written = sentence.slice(whole.start, whole.end)
  return [{ about: 'state', words: whole, written, stands }]
}
