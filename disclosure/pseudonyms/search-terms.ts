import { findFoldedTerms, type FoldedTerm } from '../identifiers/find-known-terms.ts'
import { foldText } from '../../text/normalise.ts'
import type { IdentifierSpan, IdentifierType } from '../identifiers/identifier.ts'
import type { Entity } from './pseudonym-map.ts'
import { readDate } from './read-date.ts'
import { readableTitle } from './person-name.ts'

/** A form of something in the map, as it is looked for in what leaves. */
export type SearchTerm = FoldedTerm & {
  /** "Will" is a name, "will" is none. */
  readonly capitalisedOnly: boolean
}

/** Whether a word in lower case is one that every text has, so that it is no name by itself. */
export type IsOrdinaryWord = (word: string) => boolean

/** Times and ages are not told by their letters: "45" stands everywhere. */
const NOT_SEARCHED: ReadonlySet<IdentifierType> = new Set(['age', 'time', 'title'])
const PARTICLES = new Set(
  'de del della la le les van von der den di da dos du el al bin ibn zu zur of the and und et y'.split(' '),
)
const SHORTEST = 2
const SHORTEST_NUMBER = 4

/** Every form of every entity, and of persons each part of the name alone. */
export function searchTerms(entities: readonly Entity[], isOrdinaryWord: IsOrdinaryWord): readonly SearchTerm[] {
  const terms = entities.flatMap(({ type, forms }) => {
    if (NOT_SEARCHED.has(type)) return []
    const whole = type === 'date' ? forms.filter(isWholeDate) : forms
    const parts = type === 'person' ? forms.flatMap(nameParts) : []
    return [...whole, ...parts].filter(isTellable).map((text) => ({ text, type }))
  })
  const distinct = new Map(terms.map((term) => [foldText(term.text).text, term]))
  return [...distinct].map(([folded, term]) => ({
    ...term,
    folded,
    capitalisedOnly: isOrdinary(term.text, isOrdinaryWord),
  }))
}

/** Every place where a term stands, in any case and spelling. */
export function findSearchTerms(text: string, terms: readonly SearchTerm[]): readonly IdentifierSpan[] {
  const [capitalised, any] = [
    terms.filter((term) => term.capitalisedOnly),
    terms.filter((term) => !term.capitalisedOnly),
  ]
  const beginsLarge = ({ start }: IdentifierSpan) => /^\p{Lu}/u.test(text.slice(start))
  return [...findFoldedTerms(text, capitalised).filter(beginsLarge), ...findFoldedTerms(text, any)].map((span) => ({
    ...span,
    by: 'spread',
    // Where another layer found the same, that one says who it was.
    confidence: 0,
  }))
}

/** In one order of the two numbers, whichever: it names a day. */
function isWholeDate(text: string): boolean {
  const range = readDate(text, 'day-first') ?? readDate(text, 'month-first')
  return range !== null && range.from === range.to
}

function nameParts(form: string): readonly string[] {
  const name = form.slice(readableTitle(form))
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []
  return words.filter((word) => !PARTICLES.has(word.toLowerCase()))
}

function isTellable(text: string): boolean {
  const folded = foldText(text).text
  return folded.length >= (/^\d+$/.test(folded) ? SHORTEST_NUMBER : SHORTEST)
}

/** A single word that is also one of the language. */
function isOrdinary(text: string, isOrdinaryWord: IsOrdinaryWord): boolean {
  const word = text.trim()
  return /^[\p{L}\p{M}'’]+$/u.test(word) && isOrdinaryWord(word.toLowerCase())
}
