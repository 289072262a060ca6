import { foldText } from '../../text/normalise.ts'
import type { IdentifierType, Layer } from '../identifiers/identifier.ts'
import { ageKey } from './age-bands.ts'
import type { BirthSign } from './birth-dates.ts'
import { linkPersons, type PersonGroup } from './link-persons.ts'
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
