import { applyEdits, type Edit, inOrder, likeCase } from './edit.ts'
import { englishSex, germanSex, isGerman } from './swap-sex.ts'

/** What of a text is swapped. */
export type SwapWhat = { readonly sex: boolean; readonly origin: boolean }

type SwapsIn = {
  readonly edits: readonly Edit[]
  /** Words of a sex that may mean something else too, and stay. */
  readonly left: readonly string[]
}

const TAG = /(?<=\[[A-Z]+(?:-[A-Z]+)*-\d+, )[fm](?=\])/g

/**
 * Origin, ethnicity and religion, in closed pairs. Countries whose law is often the question (England, Germany, the United States) have
 * none, and no pair is swapped where it names a law or a court.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ['Nigerian', 'Norwegian'],
  ['Nigeria', 'Norway'],
  ['Pakistani', 'Danish'],
  ['Pakistan', 'Denmark'],
  ['Indian', 'Irish'],
  ['Turkish', 'Dutch'],
  ['Polish', 'Scottish'],
  ['Romanian', 'Swiss'],
  ['Syrian', 'Swedish'],
  ['Syria', 'Sweden'],
  ['Somali', 'Finnish'],
  ['Somalia', 'Finland'],
  ['Afghan', 'Belgian'],
  ['Afghanistan', 'Belgium'],
  ['Moroccan', 'Austrian'],
  ['Jamaican', 'Canadian'],
  ['Jamaica', 'Canada'],
  ['Black African', 'White European'],
  ['Black Caribbean', 'White Irish'],
  ['South Asian', 'White British'],
  ['Muslim', 'Christian'],
  ['Muslims', 'Christians'],
  ['Islam', 'Christianity'],
  ['Jewish', 'Catholic'],
  ['Hindu', 'Protestant'],
  ['mosque', 'church'],
]

/** German adjectives, which take endings. */
const GERMAN_STEMS: readonly (readonly [string, string])[] = [
  ['türkisch', 'niederländisch'],
  ['polnisch', 'dänisch'],
  ['syrisch', 'schwedisch'],
  ['nigerianisch', 'norwegisch'],
  ['marokkanisch', 'österreichisch'],
  ['muslimisch', 'christlich'],
  ['jüdisch', 'katholisch'],
]

const ENDINGS = ['', 'e', 'er', 'en', 'es', 'em']
const declined = GERMAN_STEMS.flatMap(([a, b]) => ENDINGS.map((end) => [`${a}${end}`, `${b}${end}`] as const))

/** Of each word the other one, as it is written. */
const ORIGINS: ReadonlyMap<string, string> = new Map(
  [...PAIRS, ...declined].flatMap(([a, b]) => [[a, b] as const, [b, a]]),
)

const LONGEST_FIRST = [...ORIGINS.keys()].toSorted((one, other) => other.length - one.length)

/** What follows the name of a country where it names its law. */
const LAW =
  'law|laws|legal|courts?|acts?|codes?|statutes?|civil|constitution|constitutional|legislation|regulations?|government|parliament|name|names|era|Recht|Rechts|Gericht|Gerichte|Gesetz|Gesetze|Gesetzes|Bürgerliche|Bürgerlichen'

const ORIGIN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LONGEST_FIRST.join('|')})(?![\\p{L}\\p{N}]|\\s(?:${LAW})(?!\\p{L}))`,
  'gu',
)

/** Before these, black and white are said of people. */
const PEOPLE =
  'men|man|women|woman|males?|females?|boys?|girls?|patients?|persons?|people|gentleman|gentlemen|lady|ladies|defendants?|claimants?|tenants?|employees?|witness(?:es)?'

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
