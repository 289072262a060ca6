import type { NameType, Place, Relation } from '../program/vocabulary.ts'
import { Decimal } from '../values/decimal.ts'
import { ANY_DATE, isExact, type Value } from '../values/value.ts'
import { createRow, keyOfPlaces, rowKey, valueAt } from './row.ts'
import { type Individuals, isOther, OTHER } from './individuals.ts'
import type { Meter } from './budget.ts'
import type { RecordedRelation } from './recorded-relation.ts'
import type { RowTable } from './row-table.ts'

type Names = readonly (string | undefined)[]

export type AbsentContext = {
  readonly relation: Relation
  readonly recorded: RecordedRelation
  readonly types: ReadonlyMap<string, NameType>
  readonly individuals: Individuals
  readonly meter: Meter
}

/**
 * Adds a possible row for everything that an `ask` relation could say and neither facts nor rules do. Of a unique relation
 * only where the key has no value yet: every name of a closed type, every number of the place's range, every date. In an
 * open name type it may also be someone whom nobody recorded (OTHER).
 */
export function addAbsentRows(context: AbsentContext, names: Names, table: RowTable): void {
  const { relation, recorded, meter } = context
  const { unique } = relation
  const settled = unique === null ? null : settledKeys(table, unique, recorded)
  const choices = relation.places.map((place, index) => choicesAt(place, names[index], context))
  for (const values of combinations(choices, meter)) {
    const key = rowKey(values)
    if (recorded.denied.has(key)) continue
    if (unique !== null && settled?.has(keyOfPlaces(values, unique)) === true) continue
    const known = table.find(key)
    if (known !== undefined) {
      if (known.certainty === 'possible' && !known.contested) known.missing = true
      continue
    }
    meter.answer()
    const row = createRow(relation.name, values, 'possible')
    row.missing = true
    row.many = isMany(values, unique)
    table.add(row)
  }
}

/** Keys that have a value: surely derived, or recorded and not denied again. Of several recorded values one is taken to be right. */
function settledKeys(table: RowTable, unique: readonly number[], recorded: RecordedRelation): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const row of table.rows) {
    const isStated = row.facts.some((fact) => fact.holds === 'yes') && !recorded.denied.has(rowKey(row.values))
    if (row.certainty === 'certain' || isStated) keys.add(keyOfPlaces(row.values, unique))
  }
  return keys
}

function choicesAt(place: Place, name: string | undefined, context: AbsentContext): readonly Value[] {
  if (place.kind === 'date') return [ANY_DATE]
  if (place.kind === 'number') return [numbersOf(place)]
  if (name !== undefined) return [{ kind: 'name', name }]
  const type = context.types.get(place.type)
  if (type === undefined) throw new Error(`the vocabulary has no name type "${place.type}"`)
  const known = type.open ? context.individuals.of(type.name) : [...type.labels.keys()]
  const values = known.map((one): Value => ({ kind: 'name', name: one }))
  return type.open ? [...values, OTHER] : values
}

const LEAST = new Decimal(-Infinity)
const GREATEST = new Decimal(Infinity)

function numbersOf(place: Place & { readonly kind: 'number' }): Value {
  return { kind: 'number', low: place.from ?? LEAST, high: place.to ?? GREATEST }
}

/** For each key a unique relation has one value at most; without a key there may be any number of them. */
function isMany(values: readonly Value[], unique: readonly number[] | null): boolean {
  if (values.some(isOther)) return true
  const places = unique ?? values.map((_, place) => place)
  return !places.every((place) => isExact(valueAt(values, place)))
}

function* combinations(choices: readonly (readonly Value[])[], meter: Meter): Generator<readonly Value[]> {
  const positions = choices.map(() => 0)
  if (choices.some((choice) => choice.length === 0)) return
  for (;;) {
    meter.tick()
    yield positions.map((position, place) => {
      const value = choices[place]?.[position]
      if (value === undefined) throw new Error(`no choice ${position} at place ${place}`)
      return value
    })
    let place = choices.length - 1
    while (place >= 0 && (positions[place] ?? 0) + 1 >= (choices[place]?.length ?? 0)) {
      positions[place] = 0
      place -= 1
    }
    if (place < 0) return
    positions[place] = (positions[place] ?? 0) + 1
  }
}
