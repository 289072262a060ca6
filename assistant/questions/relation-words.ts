import { contentWords } from '../../text/words.ts'

/** Too common in forms and letters to tell one relation from another. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  [
    'patient person defendant case matter event day date time kind name many month year number much value type',
    'tag datum zeit name art monat jahr zahl viel viele hoch lang letzte letzter wert erhält angegeben',
    'der die das dem den hatte hat ist wird wurde welchem welchen welche welcher welches wann',
  ].flatMap((words) => words.split(' ')),
)
/** They tell of what kind a number is or what is done with it, and not of what: they count only where a relation has no other word. */
const WORDS_OF_MEASURES: ReadonlySet<string> = new Set(
  'dose rate level score amount sum duration reading result take takes use blood serum'.split(' '),
)
const SHORTEST_STEM = 4
/** A German compound is what its last part is: "Körpergewicht" is a "Gewicht". Shorter endings are those of other words. */
const SHORTEST_LAST_PART = 7
/** Forms and kin that do not begin alike, in English and German. */
const KIN: readonly (readonly string[])[] = [
  ['born', 'birth', 'birthdate', 'dob'],
  ['geboren', 'geb', 'geburtsdatum'],
  ['pressure', 'bp'],
  ['heart', 'pulse'],
  ['herzfrequenz', 'puls'],
  ['spo2', 'saturation', 'sat', 'sats'],
  ['died', 'death', 'deceased'],
  ['sent', 'send', 'dispatched'],
  ['paid', 'pay', 'payment'],
  ['sold', 'sale', 'sell'],
  ['bought', 'buy', 'purchase'],
  ['given', 'gave', 'give'],
  ['begin', 'began', 'begun', 'start'],
  ['sex', 'gender'],
]

/** The words that a relation is spoken of with, without those for its places: "weigh", "weight"; "serum", "creatinine". */
export function ownWords(texts: readonly string[]): readonly string[] {
  const words = contentWords(
    texts
      .join(' ')
      .replaceAll(/\{\d+\}/g, ' ')
      .replaceAll('_', ' '),
  )
  const own = [...new Set(words)].filter((word) => !COMMON_WORDS.has(word) && /\p{L}{2}/u.test(word))
  const telling = own.filter((word) => !WORDS_OF_MEASURES.has(word))
  return telling.length > 0 ? telling : own
}

/** More relations than so many share a word that tells none of them from another: "claimant", "ends", "serum". */
const SHARED_AT_MOST = 3

/** Of the own words of each relation those that few others have, in any form. */
export function tellingWords(all: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const isShared = (word: string) =>
    all.filter((words) => words.some((one) => isOneWord(one, word))).length > SHARED_AT_MOST
  return all.map((words) => words.filter((word) => !isShared(word)))
}

/** Those of the words that a text has, in any form that begins alike: "weighed", "weight" and "weighs" are one. */
export function wordsSaid(own: readonly string[], text: string): readonly string[] {
  const said = contentWords(text)
  return own.filter((word) => said.some((one) => isOneWord(word, one)))
}

function isOneWord(one: string, other: string): boolean {
  if (KIN.some((forms) => forms.includes(one) && forms.includes(other))) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < SHORTEST_STEM) return short === long
  if (short.length >= SHORTEST_LAST_PART && long.endsWith(short)) return true
  return long.startsWith(short) || stem(short) === stem(long)
}

function stem(word: string): string {
  return word.length <= SHORTEST_STEM ? word : word.replace(/(?:ations?|ings?|ions?|ed|es|e|s|t)$/, '')
}
