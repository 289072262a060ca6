import type { Inference } from '../infer/inference.ts'
import type { Fact } from '../program/fact.ts'
import type { Place, Relation } from '../program/vocabulary.ts'
import type { Decimal } from '../values/decimal.ts'
import { dateValue, numberValue, type Value } from '../values/value.ts'
import type { MissingInput, ShownValue } from './proof.ts'

/** Answers of one input that are tried. */
const MOST_ANSWERS = 8
/** Examples are read by people. */
const EASY_DIGITS = 2
const DAYS_A_YEAR = 365.25
const YEARS_BACK = [1, 5, 18, 40, 70, 90]

/**
 * Facts that would answer the input: yes and no of a statement; of a unique key every name of a closed type, or for a number
 * or date some examples over its range. None where it is another individual that nobody named.
 */
export function answersToTry(input: MissingInput, inference: Inference): readonly Fact[] {
  const { relation: name, values } = input.statement
  const relation = inference.program.vocabulary.relations.get(name)
  if (relation === undefined) throw new Error(`the vocabulary has no relation "${name}"`)
  const choices = values.map((value, place) => choicesOf(value, placeOf(relation, place), inference))
  const all = combined(choices).slice(0, MOST_ANSWERS)
  const yes = all.map((one) => factOf(name, one, 'yes', inference))
  const isStatement = values.every((value) => value.kind === 'name')
  return isStatement ? [...yes, ...all.map((one) => factOf(name, one, 'no', inference))] : yes
}

/** A fact that nobody recorded, for a trial. */
export function factOf(
  relation: string,
  values: readonly Value[],
  holds: Fact['holds'],
  { options, program }: Inference,
): Fact {
  const isDated = program.vocabulary.relations.get(relation)?.latest === true
  const at = isDated ? options.asOf : null
  return { id: 'tried', relation, values, holds, at, validFrom: null, validTo: null }
}

function placeOf(relation: Relation, place: number): Place {
  const found = relation.places[place]
  if (found === undefined) throw new Error(`the relation "${relation.name}" has no place ${place}`)
  return found
}

function choicesOf(value: ShownValue, place: Place, { program, options }: Inference): readonly Value[] {
  if (value.kind === 'name') return [{ kind: 'name', name: value.name }]
  if (place.kind === 'date') return YEARS_BACK.map((years) => dateValue(options.asOf - Math.round(years * DAYS_A_YEAR)))
  if (place.kind === 'number') return numbersOver(place.from, place.to).map((number) => numberValue(number))
  const type = program.vocabulary.names.get(place.type)
  return type === undefined || type.open ? [] : [...type.labels.keys()].map((name) => ({ kind: 'name', name }))
}

function numbersOver(from: Decimal | null, to: Decimal | null): readonly (Decimal | number)[] {
  if (from === null || to === null) return [from ?? to ?? 0]
  const width = to.minus(from)
  const between = [0.02, 0.1, 0.25, 0.5, 0.75].map((part) =>
    from.plus(width.times(part)).toSignificantDigits(EASY_DIGITS),
  )
  return [from, ...between, to]
}

function combined(choices: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return choices.reduce<readonly (readonly Value[])[]>(
    (all, choice) => all.flatMap((one) => choice.map((value) => [...one, value])).slice(0, MOST_ANSWERS),
    [[]],
  )
}
