import { formatNumber } from '../../wording/format-quantity.ts'
import { hasText, knownText, t } from '../../wording/translate.ts'
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
  return t(`outgoing.flagGroups.${kind}`, { count })
}

/** Why they are asked about. */
export function flagGroupHint(kind: FlagKind): string {
  return t(`outgoing.flagHints.${kind}`)
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

/** What an identifier is of, in words: `phone number`; of a later version as it is written. */
export function identifierTypeWords(type: string): string {
  return knownText('outgoing.types', type) ?? type.replaceAll('-', ' ')
}

/** `3 people`, `1 health plan number`. */
export function replacedGroupTitle({ type, count }: Pick<ReplacedGroup, 'type' | 'count'>): string {
  if (hasText('outgoing.replacedGroups', type)) return t(`outgoing.replacedGroups.${type}`, { count })
  return `${formatNumber(count)} ${identifierTypeWords(type)}`
}
