import nlp from 'compromise/three'
import type { IdentifierSpan, IdentifierType } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import type { Word } from '../tokens/word-at.ts'
import { isCapital } from './name-run.ts'

const TAGS: readonly (readonly [string, IdentifierType])[] = [
  ['#Person+', 'person'],
  ['#Organization+', 'organisation'],
  ['#Place+', 'place'],
]

/** A sentence of more words than these is read in parts. */
const LONGEST = 80

type Found = { readonly offset: { readonly start: number; readonly length: number } }

/**
 * Layer f: what a tagger of English takes for people, organisations and places. It is slow, and only read are the sentences in which
 * a capitalised word is not settled yet.
 */
export function findByLanguage(
  { text, words, languages }: Reading,
  covered: (word: Word) => boolean,
): readonly IdentifierSpan[] {
  if (!languages.includes('en')) return []
  return sentences(words).flatMap((sentence) => {
    const [first, last] = [sentence[0], sentence.at(-1)]
    if (!first || !last || !sentence.some((word) => isOpen(word, covered))) return []
    const found = tag(text.slice(first.start, Math.min(last.end + 1, text.length)), first.start)
    return found.flatMap((span) => trimmedTo(sentence, span, covered))
  })
}

function tag(sentence: string, offset: number): readonly IdentifierSpan[] {
  const tagged = nlp(sentence)
  return TAGS.flatMap(([wanted, type]) =>
    (tagged.match(wanted).json({ offset: true, text: false }) as readonly Found[]).map(
      ({ offset: { start, length } }) => ({
        start: offset + start,
        end: offset + start + length,
        type,
        by: 'language' as const,
        confidence: 0.4,
      }),
    ),
  )
}

/** At the words that open one; long ones are parted, so that the time stays even. */
function sentences(words: readonly Word[]): readonly (readonly Word[])[] {
  const parts: Word[][] = []
  for (const word of words) {
    const part = parts.at(-1)
    if (part === undefined || part.length >= LONGEST || (word.opens && /[.!?\n]/u.test(word.gap))) parts.push([word])
    else part.push(word)
  }
  return parts
}

/** To whole words, if one of them is open. */
function trimmedTo(
  words: readonly Word[],
  span: IdentifierSpan,
  covered: (word: Word) => boolean,
): readonly IdentifierSpan[] {
  const inside = words.filter(({ start, end }) => start >= span.start && end <= span.end)
  const [first, last] = [inside[0], inside.at(-1)]
  return first && last && inside.some((word) => isOpen(word, covered))
    ? [{ ...span, start: first.start, end: last.end }]
    : []
}

/** Capitalised, not masked, and not merely common. */
function isOpen(word: Word, covered: (word: Word) => boolean): boolean {
  if (!isCapital(word) || word.inHeading || (word.ordinary === 2 && (word.name === 0 || word.opens))) return false
  return !covered(word)
}
