import type { Fact, FactInput, FormRelation } from '../../../contract/knowledge/fact.ts'
import { sentenceCase } from '../../../wording/phrases.ts'
import { plainName } from '../fact-wording.ts'
import { relationName } from '../../../contract/knowledge/calculator-input.ts'
import { t } from '../../../wording/translate.ts'

/** One line of the form: something that can be so or not, or that has one value. */
export type FormRow = {
  readonly key: string
  readonly relation: FormRelation
  /** As in a fact; null at the place of the value. */
  readonly args: readonly (string | null)[]
  readonly label: string
  /** The confirmed facts that count now: none, one, or several that cannot hold together. */
  readonly facts: readonly Fact[]
  /** Confirmed earlier; a later fact counts instead of them. */
  readonly superseded: readonly Fact[]
}

export type FormGroup = {
  readonly title: string
  readonly rows: readonly FormRow[]
  /** What lines cannot hold, because any number of it may be recorded. */
  readonly lists: readonly { readonly relation: FormRelation; readonly facts: readonly Fact[] }[]
}

/** More lines than this for one relation are shown as a list of what is recorded. */
const LINES_AT_MOST = 30

/** The form: relations by group in the order of the vocabulary, each with what is recorded for it. */
export function formGroups(relations: readonly FormRelation[], facts: readonly Fact[]): readonly FormGroup[] {
  const confirmed = facts.filter(({ state, unusable }) => state === 'confirmed' && unusable === null)
  const titles = [...new Set(relations.map(({ group }) => group))]
  return titles.map((title) => {
    const inGroup = relations.filter(({ group }) => group === title)
    const lined = inGroup.map((relation) => ({ relation, keys: lineKeys(relation, confirmed) }))
    const withChoices = lined.filter(({ relation, keys }) => keys !== null && hasClosedKey(relation)).length
    return {
      title: title ?? t('facts.form.otherGroup'),
      rows: lined.flatMap(({ relation, keys }) =>
        (keys ?? []).map((args) => rowOf(relation, args, confirmed, withChoices > 1)),
      ),
      lists: lined
        .filter(({ keys }) => keys === null)
        .map(({ relation }) => ({ relation, facts: confirmed.filter((fact) => fact.relation === relation.relation) })),
    }
  })
}

/** The place whose value the others decide; null where the statement as a whole holds or not. */
export function valuePlace({ unique, places }: FormRelation): number | null {
  const free = unique === null ? [] : places.map((_, at) => at).filter((at) => !unique.includes(at))
  return free.length === 1 ? (free[0] ?? null) : null
}

/** The arguments of each line of a relation; null where it has no lines. */
function lineKeys(relation: FormRelation, facts: readonly Fact[]): readonly (readonly (string | null)[])[] | null {
  const value = valuePlace(relation)
  const keyPlaces = relation.places.map((_, at) => at).filter((at) => at !== value)
  const isWhole = relation.unique !== null && value === null && relation.unique.length < relation.places.length
  if (isWhole || keyPlaces.some((at) => relation.places[at]?.kind !== 'name')) return null
  const openPlaces = keyPlaces.filter((at) => isOpen(relation, at))
  if (openPlaces.length > 1) return null
  let keys: readonly (readonly (string | null)[])[] = [[]]
  for (const at of relation.places.keys()) {
    const names = at === value ? [null] : namesAt(relation, at, facts)
    keys = keys.flatMap((key) => names.map((name) => [...key, name]))
  }
  return keys.length > LINES_AT_MOST ? null : keys
}

/** The names of a place: all of a closed list; of an open type those in use, or one called like the type. */
function namesAt(relation: FormRelation, at: number, facts: readonly Fact[]): readonly string[] {
  const place = relation.places[at]
  if (place?.kind !== 'name') return []
  const listed = place.choices.map(({ name }) => name)
  if (!place.open) return listed
  const used = facts.filter((fact) => fact.relation === relation.relation).flatMap(({ args }) => args[at] ?? [])
  const names = [...new Set([...listed, ...used])]
  return names.length > 0 ? names : [place.type]
}

function rowOf(
  relation: FormRelation,
  args: readonly (string | null)[],
  facts: readonly Fact[],
  isNamed: boolean,
): FormRow {
  const own = factsOfLine(relation.relation, args, facts)
  return {
    key: `${relation.relation}(${args.map((arg) => arg ?? '').join(', ')})`,
    relation,
    args,
    label: labelOf(relation, args, isNamed),
    facts: own.filter(({ supersededBy }) => supersededBy === null),
    superseded: own.filter(({ supersededBy }) => supersededBy !== null),
  }
}

/** The confirmed facts that a line is about, whatever its value. */
function factsOfLine(relation: string, args: readonly (string | null)[], facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(
    (fact) =>
      fact.state === 'confirmed' &&
      fact.unusable === null &&
      fact.relation === relation &&
      args.every((arg, at) => arg === null || fact.args[at] === arg),
  )
}

/** "Atrial fibrillation", "Takes: aspirin", "Weight", and whose it is where there are several. */
function labelOf(relation: FormRelation, args: readonly (string | null)[], isNamed: boolean): string {
  const closed: string[] = []
  const whose: string[] = []
  for (const [at, place] of relation.places.entries()) {
    const arg = args[at]
    if (place.kind !== 'name' || arg == null) continue
    const label = place.choices.find(({ name }) => name === arg)?.label ?? plainName(arg)
    if (!place.open) closed.push(label)
    else if (place.choices.length > 1) whose.push(label)
  }
  const name = relationName(relation)
  const what = closed.length === 0 ? name : isNamed ? `${name}: ${closed.join(', ')}` : closed.join(', ')
  return `${sentenceCase(what)}${whose.length > 0 ? `, ${whose.join(', ')}` : ''}`
}

function hasClosedKey(relation: FormRelation): boolean {
  const value = valuePlace(relation)
  return relation.places.some((place, at) => at !== value && place.kind === 'name' && !place.open)
}

function isOpen({ places }: FormRelation, at: number): boolean {
  const place = places[at]
  return place?.kind === 'name' && place.open
}

/**
 * Which fact a new one takes the place of: the one that stands in the line. A value of another day replaces nothing where
 * the latest counts: both are kept with their dates. An undated one is replaced, since it would contradict any dated one.
 */
export function replacedBy(
  { relation, args }: Pick<FormRow, 'relation' | 'args'>,
  input: FactInput,
  facts: readonly Fact[],
): string | null {
  const [current, second] = factsOfLine(relation.relation, args, facts).filter((fact) => fact.supersededBy === null)
  // Several that contradict each other are settled one by one, by a person.
  if (!current || second) return null
  const isOfOtherDay = current.at !== null && current.at !== (input.at ?? null)
  return relation.latest && isOfOtherDay ? null : current.id
}
