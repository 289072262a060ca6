import { applyEdits, type Edit, inOrder, likeCase } from './edit.ts'
import { englishSex } from './english-sex.ts'
import { germanSex } from './german-sex.ts'
import { isGerman } from './is-german.ts'
import { LAW, ORIGINS, PEOPLE } from './origin-words.ts'

/** What of a text is swapped. */
export type SwapWhat = { readonly sex: boolean; readonly origin: boolean }

export type SwapsIn = {
  readonly edits: readonly Edit[]
  /** Words of a sex that may mean something else too, and stay. */
  readonly left: readonly string[]
}

const TAG = /(?<=\[[A-Z]+(?:-[A-Z]+)*-\d+, )[fm](?=\])/g
const LONGEST_FIRST = [...ORIGINS.keys()].toSorted((one, other) => other.length - one.length)
const ORIGIN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LONGEST_FIRST.join('|')})(?![\\p{L}\\p{N}]|\\s(?:${LAW})(?!\\p{L}))`,
  'gu',
)
const COLOUR = new RegExp(`(?<![\\p{L}\\p{N}])(?:black|white)(?=\\s(?:${PEOPLE})(?!\\p{L}))`, 'giu')

/** Finds what names a sex or an origin, and what would name the other one. Numbers, dates, pseudonyms and marks of sources stay. */
export function findSwaps(text: string, { sex, origin }: SwapWhat): SwapsIn {
  const german = sex && isGerman(text) ? germanSex(text) : null
  const tags = sex ? [...text.matchAll(TAG)].map(({ 0: tag, index }) => tagEdit(tag, index)) : []
  const words = german?.edits ?? (sex ? englishSex(text) : [])
  const edits = inOrder([...tags, ...words, ...(origin ? originEdits(text) : [])])
  return { edits, left: german?.left ?? [] }
}

/** Swapping what is swapped gives the text again, but for Mrs and Miss, which become Mr, and for a noun right after "him" or "hers". */
export function swapText(text: string, what: SwapWhat): string {
  return applyEdits(text, findSwaps(text, what).edits)
}

function tagEdit(tag: string, start: number): Edit {
  return { start, end: start + 1, written: tag === 'f' ? 'm' : 'f', kind: 'sex' }
}

function originEdits(text: string): readonly Edit[] {
  const edit = (start: number, word: string, written: string): Edit => {
    return { start, end: start + word.length, written, kind: 'origin' }
  }
  return [
    ...[...text.matchAll(ORIGIN)].map(({ 0: word, index }) => edit(index, word, ORIGINS.get(word) ?? word)),
    ...[...text.matchAll(COLOUR)].flatMap(({ 0: word, index }) => {
      const written = likeCase(word, word.toLowerCase() === 'black' ? 'white' : 'black')
      return written === null ? [] : [edit(index, word, written)]
    }),
  ]
}
