import { join } from 'node:path'
import { OF_A_GOAL } from '../assistant/rules/kernel/kernel.ts'
import { inferenceFor, IN_ANSWERS, programOf } from '../assistant/rules/kernel/ask-kernel.ts'
import { conclude, goalsOf } from '../assistant/rules/kernel/conclude.ts'
import { evaluateSheet } from '../assistant/rules/kernel/evaluate-sheet.ts'
import { viewCalculators } from '../assistant/rules/kernel/view-calculators.ts'
import { loadedPacks, readPackFolder } from '../assistant/rules/packs/pack-shelf.ts'
import type { Calculator } from '../contract/knowledge/rule.ts'
import { seededRandom } from '../assistant/statistics/seeded-random.ts'
import { compilePacks } from '../kb/compile/compile-packs.ts'
import type { CompiledPacks } from '../kb/compile/compiled-packs.ts'
import type { Fact } from '../kb/program/fact.ts'
import type { FactStatement } from '../store/matter/stored-facts.ts'
import { gatedFact } from '../assistant/rules/kernel/calculate.ts'
import type { Measurement } from './measurement.ts'
import { quantiles } from './quantiles.ts'
import { messageText } from '../wording/message-text.ts'

const PACKS = join(import.meta.dirname, '..', 'kb', 'packs')
const NAMES = ['clinical', 'legal-time']
const ASOF = '2026-06-03'
const SHEETS = 400
/** Each with so many facts of five people, claims and periods; CONSILIUM_BENCH_RUNS says how many. */
const RUNS = Number(process.env.CONSILIUM_BENCH_RUNS ?? 50)
const FACTS = { sheet: 40, many: 500 }
const INDIVIDUALS = 5
const DAYS_BACK = 4000
const DAY_MS = 86_400_000

type Input = Calculator['inputs'][number]

/**
 * How long a case sheet of the shipped packs takes after an answer, how long all goals take over 40 and over 500 random facts, and how
 * often a goal is stopped by its budget (issue 20). In this process: the way to the worker takes a millisecond more.
 */
export async function* measureSheets(): AsyncGenerator<Measurement> {
  const sources = await Promise.all(
    NAMES.map(async (name) => ({ name, files: await readPackFolder(join(PACKS, name)) })),
  )
  const compiled = compilePacks(loadedPacks(sources).packs)
  const calculators = viewCalculators(programOf(compiled), compiled.packs)
  const random = seededRandom(1)
  yield { bench: 'sheets', what: 'a sheet after an answer', ...quantiles(sheetTimes(compiled, calculators, random)) }
  for (const count of Object.values(FACTS)) yield allGoals(compiled, calculators, count, random)
}

/** Each calculator in turn, with a random part of its inputs answered. */
function sheetTimes(
  compiled: CompiledPacks,
  calculators: readonly Calculator[],
  random: () => number,
): readonly number[] {
  return Array.from({ length: SHEETS }, (_, at) => {
    const { name, inputs } = calculators[at % calculators.length] as Calculator
    const given = inputs.flatMap((input, index) =>
      random() < 0.5 ? [{ at: index, statement: randomStatement(input, null, random) }] : [],
    )
    const begun = performance.now()
    evaluateSheet(compiled, { asOf: ASOF, name, given }, OF_A_GOAL)
    return performance.now() - begun
  })
}

function allGoals(
  compiled: CompiledPacks,
  calculators: readonly Calculator[],
  count: number,
  random: () => number,
): Measurement {
  const program = programOf(compiled)
  const inputs = calculators.flatMap((calculator) => calculator.inputs)
  const goals = goalsOf(program)
  let stopped = 0
  const why = new Set<string>()
  const times = Array.from({ length: RUNS }, () => {
    const facts = randomFacts(inputs, count, random, program)
    const begun = performance.now()
    const concluded = conclude(
      inferenceFor(compiled, { facts, asOf: ASOF, statuses: IN_ANSWERS, budget: OF_A_GOAL }),
      goals,
      compiled,
      ASOF,
    )
    if (concluded.stopped !== null) {
      stopped += 1
      why.add(messageText(concluded.stopped))
    }
    return performance.now() - begun
  })
  return {
    bench: 'sheets',
    what: `all ${goals.length} goals, ${count} facts`,
    ...quantiles(times),
    stopped,
    why: [...why],
  }
}

/** Of many facts each is about one of five people, claims and periods. */
export function randomFacts(
  inputs: readonly Input[],
  count: number,
  random: () => number,
  program: ReturnType<typeof programOf>,
): Fact[] {
  return Array.from({ length: count }, (_, id) => {
    const input = inputs[Math.floor(random() * inputs.length)] as Input
    const whom = count > FACTS.sheet ? `p${Math.floor(random() * INDIVIDUALS)}` : null
    return gatedFact(randomStatement(input, whom, random), String(id), program)
  })
}

/** A possible answer. `whom`: instead of the name of the type; null: that name. */
function randomStatement(input: Input, whom: string | null, random: () => number): FactStatement {
  const { relation, args, places } = input
  const own = args.map((arg, at) => {
    const place = places[at]
    if (place?.kind === 'name' && place.open) return whom === null ? place.type : `${place.type}_${whom}`
    return arg ?? (place ? randomValue(place, random) : '')
  })
  const holds = args.includes(null) || random() < 0.5 ? 'yes' : 'no'
  return { relation, args: own, holds, at: null, validFrom: null, validTo: null }
}

function randomValue(place: Input['places'][number], random: () => number): string {
  switch (place.kind) {
    case 'date':
      return new Date(Date.parse(ASOF) - random() * DAYS_BACK * DAY_MS).toISOString().slice(0, 10)
    case 'name':
      return place.choices[Math.floor(random() * place.choices.length)]?.name ?? ''
    case 'number': {
      const [from, to] = [Number(place.from ?? 0), Number(place.to ?? 100)]
      return `${(from + (to - from) * random()).toFixed(1)} ${place.unit ?? ''}`.trim()
    }
  }
}
