import { join } from 'node:path'
import { calculate } from '../../assistant/rules/kernel/calculate.ts'
import { viewCalculators } from '../../assistant/rules/kernel/view-calculators.ts'
import { writeTerm } from '../../assistant/rules/kernel/statement-text.ts'
import { loadedPacks, readPackFolder } from '../../assistant/rules/packs/pack-shelf.ts'
import type { Calculator } from '../../contract/knowledge/rule.ts'
import type { CompiledPacks, Example } from '../../kb/compile/compiled-packs.ts'
import { compilePacks } from '../../kb/compile/compile-packs.ts'
import { sayDay } from '../../kb/values/plain-date.ts'
import type { Fact } from '../../kb/program/fact.ts'
import type { Atom, Program } from '../../kb/program/rule.ts'
import type { Trial, TrialInput } from './trial.ts'
import { englishText } from '../../wording/message-text.ts'

/** A trial for each calculator of a pack that comes with the program. Throws where one has no example that can be typed in. */
export async function trialsOfPack(pack: string): Promise<readonly Trial[]> {
  const folder = join(import.meta.dirname, '../../kb/packs', pack)
  const { packs: sources } = loadedPacks([{ name: pack, files: await readPackFolder(folder) }])
  const compiled = compilePacks(sources)
  const { program, packs } = compiled
  if (!program) throw new Error(`${pack}: ${compiled.problems.map(({ message }) => englishText(message))[0] ?? ''}`)
  return viewCalculators(program, packs).map((calculator) => {
    const [trial] = compiled.examples.flatMap((example) => trialOf(example, calculator, program, compiled) ?? [])
    if (!trial) throw new Error(`${pack}/${calculator.name} has no example that can be typed in.`)
    return trial
  })
}

function trialOf(example: Example, calculator: Calculator, program: Program, compiled: CompiledPacks): Trial | null {
  const goal = example.holds.find(({ relation }) => relation === calculator.name)
  if (!goal || example.exception) return null
  const inputs = example.facts.flatMap((fact) => asInput(fact, calculator, program) ?? [])
  if (new Set(inputs.map(({ input }) => input)).size < inputs.length) return null
  const asOf = sayDay(example.asOf)
  const trial = { calculator, example: example.title, asOf, inputs, expected: expectedOf(goal, program) }
  const { result, missing } = calculate(compiled, { name: calculator.name, asOf, inputs: inputs.map(factOf) })
  if (result === null || missing.length > 0) return null
  return {
    ...trial,
    missing: missingOf(trial, compiled),
    impossible: impossibleOf(inputs),
    wrongUnit: wrongUnitOf(inputs),
  }
}

/** Null: the calculator does not ask for it, or it cannot be typed in (that a value is not so); the result then tells whether it matters. */
function asInput(fact: Fact, { inputs }: Calculator, program: Program): TrialInput | null {
  const places = program.vocabulary.relations.get(fact.relation)?.places ?? []
  const args = fact.values.map((value, at) => writeTerm({ kind: 'constant', value }, places[at]))
  const isWhose = (at: number) => {
    const place = places[at]
    return place?.kind === 'name' && (program.vocabulary.names.get(place.type)?.open ?? false)
  }
  const input = inputs.find(
    (one) =>
      one.relation === fact.relation && one.args.every((arg, at) => arg === null || isWhose(at) || arg === args[at]),
  )
  if (!input) return null
  const asked = input.args.indexOf(null)
  if (asked < 0) return fact.holds === 'unknown' ? null : { input, written: fact.holds }
  return fact.holds === 'yes' ? { input, written: args[asked] ?? '' } : null
}

export function factOf({ input: { relation, args }, written }: TrialInput) {
  const isAnswer = !args.includes(null)
  const none = { at: null, validFrom: null, validTo: null }
  const holds = isAnswer && written === 'no' ? ('no' as const) : ('yes' as const)
  return { relation, args: args.map((arg) => arg ?? written), holds, ...none }
}

function expectedOf({ relation, terms }: Atom, { vocabulary }: Program): Trial['expected'] {
  const { unique, places } = vocabulary.relations.get(relation) ?? { unique: null, places: [] }
  return terms.flatMap((term, at): Trial['expected'] => {
    const place = places[at]
    if (unique?.includes(at) || term.kind !== 'constant') return []
    if (term.value.kind === 'number') return [term.value.low.toNumber()]
    if (term.value.kind === 'date') return [sayDay(term.value.low)]
    const labels = place?.kind === 'name' ? vocabulary.names.get(place.type)?.labels : undefined
    return [labels?.get(term.value.name) ?? term.value.name]
  })
}

/** The first input without which the calculator asks for it. */
function missingOf(
  { calculator, asOf, inputs }: Pick<Trial, 'calculator' | 'asOf' | 'inputs'>,
  compiled: CompiledPacks,
) {
  for (const left of inputs) {
    const others = inputs.filter((one) => one !== left).map(factOf)
    const { missing } = calculate(compiled, { name: calculator.name, asOf, inputs: others })
    const { relation, args } = left.input
    const asked = missing.find((one) => one.relation === relation && args.every((arg, at) => arg === one.args[at]))
    if (asked) return { ...left, question: asked.question }
  }
  return null
}

function impossibleOf(inputs: readonly TrialInput[]): TrialInput | null {
  const beyond = inputs.flatMap(({ input }): readonly TrialInput[] => {
    const place = input.places[input.args.indexOf(null)]
    if (place?.kind !== 'number' || place.to === null) return []
    return [{ input, written: `${Number(place.to) + 1} ${place.unit ?? ''}`.trim() }]
  })
  const days = inputs.filter(({ input }) => input.places[input.args.indexOf(null)]?.kind === 'date')
  return beyond[0] ?? days.map((one) => ({ ...one, written: '2026-02-31' }))[0] ?? null
}

function wrongUnitOf(inputs: readonly TrialInput[]): TrialInput | null {
  for (const { input, written } of inputs) {
    const place = input.places[input.args.indexOf(null)]
    if (place?.kind !== 'number' || place.unit === null) continue
    return { input, written: `${written.split(' ')[0] ?? ''} ${place.unit === 'mmHg' ? 'kg' : 'mmHg'}` }
  }
  return null
}
