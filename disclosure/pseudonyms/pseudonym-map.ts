import type { Band } from './ages.ts'
import type { BirthSign } from './birth-sign.ts'
import { IDENTIFIER_TYPES, type IdentifierType } from '../identifiers/identifier.ts'

export type Sex = 'f' | 'm'

/** One person, place, number or date of a matter, whatever the ways in which it is written. */
export type Entity = {
  /** Without brackets: `PERSON-1`. Given out once, for good. */
  readonly pseudonym: string
  readonly type: IdentifierType
  /** As it was written, the fullest first: that one comes back in a reply. */
  readonly forms: readonly string[]
  readonly sex: Sex | null
  /** Of a date: what tells that somebody was born on it, wherever in the matter that stood. */
  readonly birth?: BirthSign | null
  /** Of an age, and of a day of birth: what packets told of it, so that no later one narrows it. */
  readonly bands?: readonly Band[]
}

/** What stands for whom in what leaves. It belongs to one matter and is never sent. */
export type PseudonymMap = {
  readonly entities: readonly Entity[]
  /** How many weeks all dates of the matter are moved by, where they are sent shifted. */
  readonly shiftWeeks: number
}

/** The closed vocabulary of pseudonyms: PERSON, HEALTH-PLAN. */
export const PSEUDONYM_WORDS: readonly string[] = IDENTIFIER_TYPES.map(wordOf)

/** The next free pseudonym of a type: `PERSON-3`. */
export function nextPseudonym(type: IdentifierType, entities: readonly Pick<Entity, 'pseudonym'>[]): string {
  const word = wordOf(type)
  const numbers = entities.flatMap(({ pseudonym }) => numberOf(pseudonym, word) ?? [])
  return `${word}-${Math.max(0, ...numbers) + 1}`
}

function numberOf(pseudonym: string, word: string): number | null {
  const rest = pseudonym.startsWith(`${word}-`) ? pseudonym.slice(word.length + 1) : ''
  return /^\d+$/.test(rest) ? Number(rest) : null
}

function wordOf(type: IdentifierType): string {
  return type.toUpperCase()
}
