import { fitsInto, type PersonName, readPersonName, sameName } from './person-name.ts'
import type { Entity, Sex } from './pseudonym-map.ts'

/** A way in which somebody is written, and the sex that a title in front of it tells. */
export type WrittenName = { readonly text: string; readonly sex: Sex | null }

/** One person: known by a pseudonym already, or new. */
export type PersonGroup = {
  readonly pseudonym: string | null
  /** The fullest first. */
  forms: readonly string[]
  fullest: PersonName
}

/** Finds who is meant: the same answer for the same text and title. */
export type WhoIs = (name: WrittenName) => PersonGroup

/**
 * Puts all ways to write one person together: "Mr Lee", "Lee", "A. Lee", "Lee, Andrew". Where a name may be one of two persons
 * it becomes an entry of its own, for a false merge misleads the reply. Persons that are known already keep their pseudonym.
 */
export function linkPersons(names: readonly WrittenName[], known: readonly Entity[]): WhoIs {
  const groups: PersonGroup[] = known
    .filter(({ type }) => type === 'person')
    .map(({ pseudonym, forms, sex }) => ({ pseudonym, forms, fullest: readPersonName(forms[0] ?? '', sex) }))
  const distinct = new Map(names.map((name) => [keyOf(name), name]))
  const read = [...distinct.values()].map(({ text, sex }) => ({ text, name: readPersonName(text, sex) }))
  const all = read.map(({ name }) => name)
  const found = new Map<string, PersonGroup>()
  for (const { text, name } of read.toSorted((one, other) => fullness(other.name) - fullness(one.name))) {
    const group = groupOf(name, groups, all) ?? { pseudonym: null, forms: [], fullest: name }
    if (group.forms.length === 0) groups.push(group)
    join(group, text, name)
    found.set(keyOf({ text, sex: name.sex }), group)
    // The title may stand in the text of the name itself.
    found.set(keyOf(distinct.get(keyOf({ text, sex: name.sex })) ?? { text, sex: null }), group)
  }
  return (name) => found.get(keyOf(name)) ?? found.get(keyOf({ ...name, sex: null })) ?? missing(name)
}

function groupOf(name: PersonName, groups: readonly PersonGroup[], all: readonly PersonName[]): PersonGroup | null {
  if (name.parts.length === 0) return null
  const same = groups.filter(({ fullest }) => sameName(name, fullest))
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : ofSameSex(name, same)
  const longer = groups.filter(({ fullest }) => fitsInto(name, fullest))
  if (longer.length > 0) return longer.length === 1 ? (longer[0] ?? null) : null
  // Somebody of whom only a part of the name was known so far; sure only where nobody else may be meant by it.
  const shorter = groups.filter(({ pseudonym, fullest }) => pseudonym !== null && fitsInto(fullest, name))
  const [only] = shorter
  if (!only || shorter.length > 1) return null
  const rivals = [...all, ...groups.filter((group) => group !== only).map(({ fullest }) => fullest)]
  const isRival = (other: PersonName) =>
    fitsInto(only.fullest, other) && !sameName(other, only.fullest) && !mayBeOne(name, other)
  return rivals.some(isRival) ? null : only
}

function ofSameSex({ sex }: PersonName, groups: readonly PersonGroup[]): PersonGroup | null {
  const fitting = groups.filter(({ fullest }) => fullest.sex === sex)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function mayBeOne(one: PersonName, other: PersonName): boolean {
  return sameName(one, other) || fitsInto(one, other) || fitsInto(other, one)
}

function join(group: PersonGroup, text: string, name: PersonName): void {
  const isFuller = fullness({ ...name, sex: null }) > fullness({ ...group.fullest, sex: null })
  const others = group.forms.filter((form) => form !== text)
  const isFirst = isFuller || group.forms[0] === text
  group.forms = isFirst ? [text, ...others] : [...others, text]
  group.fullest = { ...(isFuller ? name : group.fullest), sex: group.fullest.sex ?? name.sex }
}

const A_PART = 100
const A_GENERATION = 50

/** How much a name says; the more, the surer whom it means. */
function fullness({ parts, generation, sex }: PersonName): number {
  const letters = Math.min(A_GENERATION - 2, parts.join('').length)
  return parts.length * A_PART + letters + (generation === null ? 0 : A_GENERATION) + (sex === null ? 0 : 1)
}

function keyOf({ text, sex }: WrittenName): string {
  return `${sex ?? '-'} ${text}`
}

function missing({ text }: WrittenName): never {
  throw new RangeError(`A name of ${text.length} characters was not among those that were linked.`)
}
