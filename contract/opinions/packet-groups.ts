import { FlagKind, type Packet } from './packet.ts'

export type FlagGroup<Flagged> = {
  readonly kind: FlagKind
  /** What stands once first, for it is unusual; else in the order of the text. */
  readonly flags: readonly Flagged[]
}

/** The words that somebody has to decide about by what they seem to be: what is likeliest to identify comes first. */
export function flagGroups<Flagged extends { readonly kind: FlagKind; readonly count: number }>(
  flags: readonly Flagged[],
): readonly FlagGroup<Flagged>[] {
  const byKind = Map.groupBy(flags, ({ kind }) => kind)
  return FlagKind.options.flatMap((kind) => {
    const own = byKind.get(kind) ?? []
    return own.length === 0 ? [] : [{ kind, flags: own.toSorted((one, other) => one.count - other.count) }]
  })
}

/** `3 words that may be names`. */
export function flagGroupTitle(kind: FlagKind, count: number): string {
  const [one, many] = TITLES[kind]
  return `${count} ${count === 1 ? one : many}`
}

const TITLES: Readonly<Record<FlagKind, readonly [one: string, many: string]>> = {
  name: ['word that may be a name', 'words that may be names'],
  occupation: ['occupation in a place', 'occupations in a place'],
  number: ['number of unknown meaning', 'numbers of unknown meaning'],
  day: ['day without a year', 'days without a year'],
  'short-form': ['initial or short form', 'initials or short forms'],
  'unknown-word': ['word in no dictionary', 'words in no dictionary'],
  capital: ['everyday word with a capital', 'everyday words with capitals'],
  unit: ['unit or mark beside a number', 'units or marks beside numbers'],
}

/** Why they are asked about. */
export const FLAG_GROUP_HINTS: Readonly<Record<FlagKind, string>> = {
  name: 'Look at each. A name identifies by itself.',
  occupation: 'With its place, an occupation can tell one person.',
  number: 'May be the number of a file, a person or a thing.',
  day: 'Can show when something happened, even without the year.',
  'short-form': 'May be the initials of a person.',
  'unknown-word': 'Mostly technical terms and slips of the pen.',
  capital: 'As contracts and forms write them. A name may hide among them.',
  unit: 'Units, results and marks of tables.',
}

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
