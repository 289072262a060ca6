import type { Packet } from './packet.ts'

type Term = Packet['terms'][number]

export type ReplacedGroup = {
  readonly type: string
  /** What was found with doubt first. */
  readonly terms: readonly Term[]
  /** How many things are meant, in whatever spellings. */
  readonly count: number
  /** There is a guess among them. */
  readonly isUnusual: boolean
}

/** Layers that take a word for a name without a list or a label that says so. */
const GUESSES = new Set(['safe-words', 'language', 'model'])
/** In any document, found by their form. */
const ROUTINE = new Set(['date', 'time', 'age', 'amount'])

/** What is replaced, by its kind: guesses first, then what is rare; dates and amounts last. */
export function replacedGroups(terms: readonly Term[]): readonly ReplacedGroup[] {
  const groups = [...Map.groupBy(terms, ({ type }) => type)].map(([type, own]): ReplacedGroup => {
    const doubtfulFirst = own.toSorted((one, other) => Number(GUESSES.has(other.by)) - Number(GUESSES.has(one.by)))
    const isUnusual = !ROUTINE.has(type) && own.some(({ by }) => GUESSES.has(by))
    return { type, terms: doubtfulFirst, count: new Set(own.map(({ pseudonym }) => pseudonym)).size, isUnusual }
  })
  return groups.toSorted((one, other) => rank(one) - rank(other) || one.count - other.count)
}

/** Whether a kind is found by its form alone in any document. */
export function isRoutine(type: string): boolean {
  return ROUTINE.has(type)
}

function rank({ type, isUnusual }: ReplacedGroup): number {
  if (isUnusual) return 0
  return isRoutine(type) ? 2 : 1
}

const PLURALS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  person: ['person', 'people'],
  address: ['address', 'addresses'],
  country: ['country', 'countries'],
  nationality: ['nationality', 'nationalities'],
  biometric: ['biometric mark', 'biometric marks'],
  id: ['other code', 'other codes'],
  fax: ['fax number', 'fax numbers'],
  phone: ['phone number', 'phone numbers'],
  record: ['record number', 'record numbers'],
  email: ['e-mail address', 'e-mail addresses'],
}

/** `3 people`, `1 health plan`. */
export function replacedGroupTitle({ type, count }: Pick<ReplacedGroup, 'type' | 'count'>): string {
  const words = type.replaceAll('-', ' ')
  const [one, many] = PLURALS[type] ?? [words, `${words}s`]
  return `${count} ${count === 1 ? one : many}`
}
