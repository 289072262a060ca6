import { isSameWord } from '../../text/word-forms.ts'
import type { Span } from '../../text/spans.ts'
import type { AlignedWords, Gap } from '../aligned-words.ts'
import type { Place } from '../places.ts'

/** What a sentence has otherwise than a place on the same thing; offsets into the sentence. `stands`: the words of the place; either may be empty. */
export type Departure = {
  readonly about: 'value' | 'name' | 'state' | 'sense'
  readonly words: Span
  readonly written: string
  readonly stands: string
}

/** A place that has something otherwise than a sentence that is not in its words. */
export type DepartingPlace = { readonly place: Place; readonly departure: Departure }

export function departure(
  about: Departure['about'],
  words: Span,
  stands: Span,
  { sentence, text }: { readonly sentence: string; readonly text: string },
): Departure {
  const cut = ({ start, end }: Span, of: string) => of.slice(start, end).replaceAll(/\s+/g, ' ')
  return {
    about,
    words: { start: words.start, end: words.end },
    written: cut(words, sentence),
    stands: cut(stands, text),
  }
}

type Words = Gap['one']

/** A name, and hardly a clause. */
const LEFT_OVER = 5

/** Whether the sentence has the words of the place in their order, and so many of those between the first and the last. */
export function copies({ words, pairs }: AlignedWords, ofPlace = COPIED): boolean {
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (!first || !last || pairs.length < COPIED * words.length) return false
  return pairs.length >= ofPlace * (last.other - first.other + 1)
}

/** Of the words of a copy; it may leave some of the place out. */
const COPIED = 0.75

/** Of the words between the first and the last of a copy that denies or obliges otherwise, or turns a word. */
export const COPIED_OF = 0.5

/**
 * The words of the place across from those of a gap. Behind the last word in common it is what the place ends with, and in a copy before
 * the first one what it begins with; none where that is so much that it may be something else.
 */
export function acrossFrom({ other, from, next }: Gap, aligned: AlignedWords): Words {
  const { others, pairs } = aligned
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (other.length > 0 || !first || !last) return other
  const before = from === 0 && copies(aligned) ? others.slice(0, first.other) : []
  const left = next === null ? others.slice(last.other + 1) : before
  return left.length <= LEFT_OVER ? left : []
}

/** One word of the sentence, and the one of the place that is where it would be; at the ends of a sentence only in a copy. */
export function inPlace(gap: Gap, aligned: AlignedWords): readonly [Words[number], Words[number]] | null {
  const isWithin = gap.other.length > 0
  if (gap.one.length !== 1 || (isWithin ? gap.other.length !== 1 : !copies(aligned))) return null
  const across = acrossFrom(gap, aligned)
  const [mine, yours] = [gap.one[0], gap.from === 0 ? across.at(-1) : across[0]]
  return mine && yours ? [mine, yours] : null
}

/**
 * Whether each text has the word of the other as well, at no place of its own: "the plaintiff and the defendant agreed" of "the defendant
 * and the plaintiff". Who does what to whom is turned only where nothing else is otherwise, and the two are not listed.
 */
export function areSwapped(mine: Words[number], yours: Words[number], aligned: AlignedWords): boolean {
  const { words, others, pairs, gaps } = aligned
  const counter = words.find((word, at) => isSameWord(word.text, yours.text) && !pairs.some(({ one }) => one === at))
  const isThere = others.some(
    (word, at) => isSameWord(word.text, mine.text) && !pairs.some(({ other }) => other === at),
  )
  if (!counter || !isThere) return false
  const [from, to] = [words.indexOf(mine), words.indexOf(counter)].toSorted((one, other) => one - other)
  const between = words.slice((from ?? 0) + 1, to)
  return gaps.length > 2 || between.every(({ text }) => LISTING.has(text))
}

/** What may be between two things that are named together. */
const LISTING = new Set(
  'and or the a an both his her their und oder der die das den dem et ou le la les y o el los e il i oraz lub en of de het'.split(
    ' ',
  ),
)
