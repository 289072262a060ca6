import { foldText } from '../../text/normalise.ts'
import type { IdentifierType, Layer } from '../identifiers/identifier.ts'
import { ageKey } from './ages.ts'
import type { BirthSign } from './birth-sign.ts'
import { fitsInto, type PersonName, readPersonName, sameName } from './person-name.ts'
import { type Entity, nextPseudonym, type Sex } from './pseudonym-map.ts'
import { CLOCK, readDate, type SlashOrder, slashOrder } from './read-date.ts'

/** A place of a text where an identifier stands, with what stands there. */
export type Mention = {
  readonly text: string
  readonly type: IdentifierType
  readonly by: Layer
  readonly confidence: number
  /** What a title in front of a name tells. */
  readonly sex: Sex | null
  /** What tells that a date is a day of birth; left out: nothing does. */
  readonly birth?: BirthSign | null
}

export type Linked = {
  /** All of the matter, those known before in front. */
  readonly entities: readonly Entity[]
  /** For each mention the entity that it means. */
  readonly of: readonly Entity[]
}

/** A layer may take a name for a person and another one for a place: the same words are one thing. */
const NAMES: ReadonlySet<IdentifierType> = new Set([
  'person',
  'organisation',
  'hospital',
  'court',
  'place',
  'address',
  'handle',
  'nationality',
])
const LEGAL_FORM =
  /[\s,]+(?:inc|llc|llp|lp|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|kg|ohg|se|sa|s\.?a\.?s|sarl|s\.?l|s\.?a|bv|nv|pty|pllc|pc)\.?$/i

/** Says of every mention whom or what it means, and gives pseudonyms out in the order in which new ones appear. */
export function linkMentions(mentions: readonly Mention[], known: readonly Entity[]): Linked {
  const order = slashOrder([
    ...known.flatMap(({ type, forms }) => (type === 'date' ? forms : [])),
    ...mentions.flatMap(({ type, text }) => (type === 'date' ? [text] : [])),
  ])
  const typed = withOneType(mentions, known)
  const persons = typed.filter(({ type }) => type === 'person')
  const whoIs = linkPersons(persons, known)
  const entities = known.map((entity): Mutable => ({ ...entity }))
  const byKey = new Map<string, Mutable>()
  for (const entity of entities)
    if (entity.type !== 'person') for (const form of entity.forms) byKey.set(keyOf(entity.type, form, order), entity)
  const ofGroup = new Map<PersonGroup, Mutable>()

  const add = (type: IdentifierType, forms: readonly string[], sex: Sex | null): Mutable => {
    const made = { pseudonym: nextPseudonym(type, entities), type, forms, sex }
    entities.push(made)
    return made
  }
  const personOf = (group: PersonGroup): Mutable => {
    const before = ofGroup.get(group) ?? entities.find(({ pseudonym }) => pseudonym === group.pseudonym)
    const entity = before ?? add('person', group.forms, group.fullest.sex)
    entity.forms = group.forms
    entity.sex = group.fullest.sex
    ofGroup.set(group, entity)
    return entity
  }
  const otherOf = ({ type, text, birth }: Mention): Mutable => {
    const key = keyOf(type, text, order)
    const entity = byKey.get(key) ?? add(type, [text], null)
    byKey.set(key, entity)
    if (!entity.forms.includes(text)) entity.forms = [...entity.forms, text]
    if (birth && entity.birth !== 'told') entity.birth = birth
    return entity
  }
  const of = typed.map((mention) => (mention.type === 'person' ? personOf(whoIs(mention)) : otherOf(mention)))
  return { entities, of }
}

type Mutable = { -readonly [K in keyof Entity]: Entity[K] }

/** What two spellings of one thing have in common. */
function keyOf(type: IdentifierType, text: string, order: SlashOrder): string {
  if (type === 'date') return `date ${dateKey(text, order) ?? plain(text)}`
  if (type === 'age') return `age ${ageKey(text) ?? plain(text)}`
  return `${NAMES.has(type) ? 'name' : type} ${plain(text.replace(LEGAL_FORM, ''))}`
}

/** The time of the day belongs to it: two visits on one day are two. */
function dateKey(text: string, order: SlashOrder): string | null {
  const range = readDate(text, order)
  const clock = CLOCK.exec(text)?.[0] ?? ''
  return range === null ? null : `${range.from} ${range.to} ${plain(clock)}`
}

function plain(text: string): string {
  return foldText(text).text || text
}

/** Of the types that layers gave to the same words that of the known entity, else the surest. */
function withOneType(mentions: readonly Mention[], known: readonly Entity[]): readonly Mention[] {
  const types = new Map<string, { type: IdentifierType; confidence: number }>()
  for (const { type, forms } of known)
    if (NAMES.has(type)) for (const form of forms) types.set(plain(form), { type, confidence: Infinity })
  for (const { text, type: given, confidence } of mentions) {
    if (!NAMES.has(given)) continue
    // Half of a company's name may be on the matter's list as a person's.
    const type = given === 'person' && LEGAL_FORM.test(text) ? 'organisation' : given
    const key = plain(text)
    const best = types.get(key)
    if (!best || confidence > best.confidence) types.set(key, { type, confidence })
  }
  return mentions.map((mention) =>
    NAMES.has(mention.type) ? { ...mention, type: types.get(plain(mention.text))?.type ?? mention.type } : mention,
  )
}

/** A way in which somebody is written, and the sex that a title in front of it tells. */
export type WrittenName = { readonly text: string; readonly sex: Sex | null }

/** One person: known by a pseudonym already, or new. */
type PersonGroup = {
  readonly pseudonym: string | null
  /** The fullest first. */
  forms: readonly string[]
  fullest: PersonName
}

/** Finds who is meant: the same answer for the same text and title. */
type WhoIs = (name: WrittenName) => PersonGroup

/**
 * Puts all ways to write one person together: "Mr Lee", "Lee", "A. Lee", "Lee, Andrew". Where a name may be one of two persons
 * it becomes an entry of its own, for a false merge misleads the reply. Persons that are known already keep their pseudonym.
 */
export function linkPersons(names: readonly WrittenName[], known: readonly Entity[]): WhoIs {
  const groups: PersonGroup[] = known
    .filter(({ type }) => type === 'person')
    .map(({ pseudonym, forms, sex }) => ({ pseudonym, forms, fullest: readPersonName(forms[0] ?? '', sex) }))
  const distinct = new Map(names.map((name) => [nameKey(name), name]))
  const read = [...distinct.values()].map(({ text, sex }) => ({ text, name: readPersonName(text, sex) }))
  const all = read.map(({ name }) => name)
  const found = new Map<string, PersonGroup>()
  for (const { text, name } of read.toSorted((one, other) => fullness(other.name) - fullness(one.name))) {
    const group = groupOf(name, groups, all) ?? { pseudonym: null, forms: [], fullest: name }
    if (group.forms.length === 0) groups.push(group)
    join(group, text, name)
    found.set(nameKey({ text, sex: name.sex }), group)
    // The title may stand in the text of the name itself.
    found.set(nameKey(distinct.get(nameKey({ text, sex: name.sex })) ?? { text, sex: null }), group)
  }
  return (name) => found.get(nameKey(name)) ?? found.get(nameKey({ ...name, sex: null })) ?? missing(name)
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

function nameKey({ text, sex }: WrittenName): string {
  return `${sex ?? '-'} ${text}`
}

function missing({ text }: WrittenName): never {
  throw new RangeError(`A name of ${text.length} characters was not among those that were linked.`)
}
