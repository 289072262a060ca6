import sameThings from './same-things.json' with { type: 'json' }
import type { Span } from './spans.ts'
import { isSameWord, onceKnown, remembered } from './word-forms.ts'
import { oneSpelling } from './words.ts'

/** Words of a text that name a thing, with the other names of it, and those of the things of that kind. */
export type NamedThing = Span & { readonly others: readonly ThingName[] }

/** A name word by word, as it is written in `same-things.json`. */
type ThingName = readonly string[]

/** The things that a text names and that have other names too: the longest name at each place. */
export function thingsNamed(text: string): readonly NamedThing[] {
  const found = lines().flatMap(({ names, ofKind }) =>
    names.flatMap((name) =>
      spansOf(name, text).map((span) => ({ ...span, others: [...names.filter((other) => other !== name), ...ofKind] })),
    ),
  )
  const length = ({ start, end }: Span) => end - start
  return found.filter(
    (one) => !found.some((other) => length(other) > length(one) && other.start <= one.start && one.end <= other.end),
  )
}

/** Whether a text has one of the names. */
export function isNamedThere(names: readonly ThingName[], text: string): boolean {
  return names.some((name) => spansOf(name, text).length > 0)
}

/** The last word of each name, in lower case: what a sentence says of "oxygen saturation" stands behind "saturation", or "SpO2". */
export function headsOf(names: readonly ThingName[]): readonly string[] {
  return names.map((name) => name.at(-1)?.toLowerCase() ?? '')
}

/**
 * The words of a text that name what a column is headed by: "serum potassium" for "K". A head is read as it is written, with its unit behind
 * it or in brackets, "K (mmol/L)", and as any other name of the thing.
 */
export function headsColumn(head: string, text: string): readonly Span[] {
  const [word = ''] = head.trim().split(/[\s([]/u)
  const short = shortHeads().flatMap(({ names, heads }) =>
    heads.includes(word) ? names.flatMap((name) => spansOf(name, text)) : [],
  )
  return [...short, ...thingsNamed(text).filter(({ others }) => isNamedThere(others, head))]
}

const shortHeads = onceKnown(
  (): readonly { readonly names: readonly ThingName[]; readonly heads: readonly string[] }[] =>
    sameThings.headsOfTables.map((line) => {
      const [name = '', heads = ''] = line.split(': ')
      const [own = []] = namesIn(name)
      const isOwn = ({ names }: Line) => names.some((one) => one.join(' ') === own.join(' '))
      return { names: lines().find(isOwn)?.names ?? [own], heads: heads.split(', ') }
    }),
)

type Word = Span & { readonly written: string }

/** How words begin that may be one of a name; a place is read once for all names that it is held against. */
function beginningOf(word: string): string {
  return oneSpelling(word.toLowerCase()).slice(0, BEGINNING)
}

const BEGINNING = 3
const beginningOfName = remembered(beginningOf)

const readText = remembered((text): { readonly words: readonly Word[]; readonly beginnings: ReadonlySet<string> } => {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: written, index }) => ({
    written,
    start: index,
    end: index + written.length,
  }))
  return { words, beginnings: new Set(words.map(({ written }) => beginningOf(written))) }
})

/** Between the words of one name. */
const WITHIN_NAME = /^[\s’'-]{1,2}$/u

function spansOf(name: ThingName, text: string): readonly Span[] {
  const { words, beginnings } = readText(text)
  if (!name.every((word) => beginnings.has(beginningOfName(word)))) return []
  return words.flatMap(({ start, end: first }, at) => {
    const isHere = name.every((word, behind) => {
      const other = words[at + behind]
      if (!other || !isWordOfName(word, other.written)) return false
      return behind === 0 || WITHIN_NAME.test(text.slice(words[at + behind - 1]?.end, other.start))
    })
    return isHere ? [{ start, end: words[at + name.length - 1]?.end ?? first }] : []
  })
}

/** "HR" is no "hr", an hour. */
const AS_WRITTEN = /\p{Lu}.*\p{Lu}|\p{N}/u

function isWordOfName(word: string, written: string): boolean {
  if (AS_WRITTEN.test(word)) return written === word || written === `${word}s`
  return isSameWord(word.toLowerCase(), written.toLowerCase())
}

/** Names of one thing, and of things that are of that kind: amoxicillin is an antibiotic. */
type Line = { readonly names: readonly ThingName[]; readonly ofKind: readonly ThingName[] }

const lines = onceKnown((): readonly Line[] => {
  const { clinic, law, everyday } = sameThings
  return [...clinic, ...law, ...everyday].map((line) => {
    const [names = '', ofKind = ''] = line.split(': ')
    return { names: namesIn(names), ofKind: namesIn(ofKind) }
  })
})

function namesIn(list: string): readonly ThingName[] {
  return list.split(', ').flatMap((name) => {
    const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
    return words.length > 0 ? [words] : []
  })
}
