import type { IdentifierSpan } from '../identifier.ts'
import { withoutFlagI } from './any-case.ts'
import { ANY_LETTER, beginningsOf, keyOf, LOOKED_AT } from './beginnings.ts'
import { findPattern, findPatternAt, type Pattern } from './pattern.ts'

/** Finds what any of many patterns finds; each is tried only where it may begin, in texts that have what it needs. */
export function createPatternFinder(given: readonly Pattern[]): (text: string) => readonly IdentifierSpan[] {
  const patterns = given.map((pattern) => {
    const { expression } = pattern
    return expression.ignoreCase ? { ...pattern, expression: withoutFlagI(expression) } : pattern
  })
  const index = indexPatterns(patterns.map(({ expression }) => expression))
  return (text) => {
    const met = new Map<RegExp, boolean>()
    const places = index.placesIn(text)
    return patterns.flatMap((pattern, at) => {
      const tried = places[at] ?? null
      if (tried?.length === 0 || !isMet(pattern.needs, text, met)) return []
      return tried === null ? findPattern(text, pattern) : findPatternAt(text, pattern, tried)
    })
  }
}

/** Asked once for all patterns that need the same. */
function isMet(needs: RegExp | undefined, text: string, met: Map<RegExp, boolean>): boolean {
  if (needs === undefined) return true
  const before = met.get(needs)
  if (before !== undefined) return before
  const found = needs.test(text)
  met.set(needs, found)
  return found
}

/** Of some expressions those that begin only where a word or a number does, by how they begin. */
interface PatternIndex {
  /** For each expression the places at which it is to be tried; null: in the whole text. */
  placesIn(text: string): readonly (readonly number[] | null)[]
}

/** More beginnings than texts of a language have. */
const REMEMBERED = 50_000

/** No letter or no number stands before: the expression begins where a word begins. */
const BEGINS_BOTH = /^\(\?<!\[\\p\{L\}\\p\{N\}[^\]]*\][)|]/
const BEGINS_WORD = /^\(\?<!(?:\[\\p\{L\}[^\]]*\]|\\p\{L\})[)|]/
const BEGINS_NUMBER = /^\(\?<!(?:\[\\d[^\]]*\]|\\d)[)|]/

/** Most of some hundred expressions begin at no word of a text: to look their beginnings up is far cheaper than to try each. */
export function indexPatterns(expressions: readonly RegExp[]): PatternIndex {
  const beginnings = expressions.map(wordBeginnings)
  const byBeginning = new Map<string, number[]>()
  for (const [at, each] of beginnings.entries())
    for (const beginning of each ?? []) byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), at])
  const remembered = new Map<string, readonly number[]>()
  const patternsAt = (written: string): readonly number[] => {
    const before = remembered.get(written)
    if (before) return before
    const found = [...new Set(keysOf(written).flatMap((key) => byBeginning.get(key) ?? []))]
    if (remembered.size >= REMEMBERED) remembered.clear()
    remembered.set(written, found)
    return found
  }
  return {
    placesIn(text) {
      const places: (number[] | null)[] = beginnings.map((each) => (each === null ? null : []))
      for (const start of startsIn(text))
        for (const at of patternsAt(text.slice(start, start + LOOKED_AT))) places[at]?.push(start)
      return places
    },
  }
}

/** Null where an expression may begin within a word, or at nearly every word. */
function wordBeginnings({ source }: RegExp): ReadonlySet<string> | null {
  const beginnings = beginningsOf(source)
  if (beginnings === null) return null
  const all = [...beginnings]
  if (all.some((beginning) => /^A+$/.test(beginning))) return null
  if (all.some((beginning) => !/^[\p{L}0]/u.test(beginning))) return null
  const isAtStart =
    BEGINS_BOTH.test(source) ||
    (BEGINS_WORD.test(source) && !all.some((beginning) => beginning.startsWith('0'))) ||
    (BEGINS_NUMBER.test(source) && all.every((beginning) => beginning.startsWith('0')))
  return isAtStart ? beginnings : null
}

/** Each letter as itself and as any letter, in the first one, two and three characters. */
function keysOf(written: string): readonly string[] {
  let begun = ['']
  const keys: string[] = []
  for (const one of written.split('')) {
    const key = keyOf(one)
    const ways = /\p{L}/u.test(one) ? [key, ANY_LETTER] : [key]
    begun = begun.flatMap((each) => ways.map((way) => each + way))
    keys.push(...begun)
  }
  return keys
}

/** Where a letter has no letter before it, and a digit no digit. */
function startsIn(text: string): readonly number[] {
  const starts: number[] = []
  START.lastIndex = 0
  for (let match = START.exec(text); match !== null; match = START.exec(text)) starts.push(match.index)
  return starts
}

const START = /\p{L}+|\p{N}+/gu
