import { languageOf } from './languages.ts'
import prepositions from './prepositions.json' with { type: 'json' }
import type { Span } from './spans.ts'
import { onceKnown, remembered } from './word-forms.ts'

/** A word or phrase that says how one thing is to another, such as "after" or "because of"; UTF-16 offsets into its text. */
export type Preposition = Span & { readonly senses: readonly Sense[] }

/** `isUnsaid`: the order of a sentence may say it too, "the tenant's deposit" of "the deposit of the tenant". */
type Sense = {
  readonly language: string
  readonly sense: string
  readonly isUnsaid: boolean
  /** Another word in another of the languages: "a" is an article in English. */
  readonly isGated: boolean
}

/** The prepositions of a text in eight languages, in its order, the longest at each place (`prepositions.json`). */
export function prepositionsIn(text: string): readonly Preposition[] {
  const spoken = languageOf(text)
  const isRead = ({ language, isGated }: Sense) => (spoken === null ? !isGated : language === spoken)
  return [...text.matchAll(pattern())].flatMap(({ 0: written, index }) => {
    const word = written.toLowerCase().replaceAll(/\s+/g, ' ').replaceAll('’', "'")
    const senses = sensesOf(word).filter(isRead)
    return senses.length === 0 ? [] : [{ senses, start: index, end: index + written.length }]
  })
}

/** Whether two words, in small letters, are prepositions of one language that say different things: "with" and "after". */
export function sayOtherwise(one: string, other: string): boolean {
  const [mine, yours] = [one, other].map((word) => sensesOf(word).filter(({ isGated }) => !isGated))
  return mine !== undefined && yours !== undefined && !maySayTheSame(mine, yours)
}

/**
 * Whether two relations may be one; null is none that is said. A word has several senses, and may be one of several languages: it says
 * no only where both are words of one language, or where what the one says cannot be left unsaid.
 */
export function areAlike(one: Preposition | null, other: Preposition | null): boolean {
  if (one && other) return maySayTheSame(one.senses, other.senses)
  const said = one ?? other
  return said === null || said.senses.some(({ isUnsaid }) => isUnsaid)
}

const PLACING = new Set(['at', 'from', 'to', 'beside'])

/** Whether what comes next may be where something is, comes from or goes to: "in", "aus". */
export function endsWithPlacing(before: string): boolean {
  const [word = ''] = /[\p{L}]+(?=\s+$)/u.exec(before) ?? []
  return sensesOf(word.toLowerCase()).some(({ sense }) => PLACING.has(sense))
}

function maySayTheSame(mine: readonly Sense[], yours: readonly Sense[]): boolean {
  const isOfOneLanguage = mine.some(({ language }) => yours.some((other) => other.language === language))
  return !isOfOneLanguage || mine.some((one) => yours.some((other) => isSame(one, other)))
}

function isSame(one: Sense, other: Sense): boolean {
  return one.language === other.language && one.sense === other.sense
}

const gated: Readonly<Record<string, readonly string[]>> = prepositions.gated

const byWord = onceKnown(() => {
  const all = prepositions.senses.flatMap(({ sense, unsaid, words }) =>
    Object.entries(words).flatMap(([language, list]) =>
      list.map((word) => {
        const isGated = gated[language]?.includes(word) ?? false
        return [word, { language, sense, isUnsaid: unsaid, isGated }] as const
      }),
    ),
  )
  return new Map(
    [...Map.groupBy(all, ([word]) => word)].map(([word, found]) => [word, found.map(([, sense]) => sense)]),
  )
})

const sensesOf = remembered((word): readonly Sense[] => byWord().get(word) ?? [])

/** The longest first; any white space between words, and either apostrophe. */
const pattern = onceKnown(() => {
  const words = [...byWord().keys()].toSorted((one, other) => other.length - one.length)
  const alternatives = words.map((word) => word.replaceAll(' ', '\\s+').replaceAll("'", "['’]")).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${alternatives})(?![\\p{L}\\p{N}-])`, 'giu')
})
