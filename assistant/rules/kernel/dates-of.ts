import type { Conclusion } from '../../../contract/rule.ts'
import type { Proof, ShownValue, SkippedDays, Statement, Step } from '../../../kb/prove/proof.ts'

type Dated = Conclusion['dates'][number]

/** The days on which a conclusion rests and those that it gives, each once, earliest first. */
export function datesOf(proof: Proof): Dated[] {
  const found = new Map<string, Dated>()
  for (const dated of inProof(proof)) {
    const key = `${dated.day} ${dated.sentence}`
    if (!found.has(key)) found.set(key, dated)
  }
  return [...found.values()].toSorted((one, other) => one.day.localeCompare(other.day))
}

/** The days on the way that did not count, each run once, earliest first. */
export function skippedIn(proof: Proof): SkippedDays[] {
  const found = new Map([...stepsIn(proof)].flatMap(skippedOf).map((days) => [`${days.from} ${days.to}`, days]))
  return [...found.values()].toSorted((one, other) => one.from.localeCompare(other.from))
}

function skippedOf(step: Step): readonly SkippedDays[] {
  return step.kind === 'calculation' ? step.skipped : []
}

function* stepsIn({ grounds }: Proof): Generator<Step> {
  for (const ground of grounds) if (ground.kind === 'rule') for (const step of ground.steps) yield* withInner(step)
}

function* withInner(step: Step): Generator<Step> {
  yield step
  if (step.kind === 'conclusion') yield* stepsIn(step.proof)
  else if (step.kind === 'sum') for (const part of step.parts) for (const inner of part.steps) yield* withInner(inner)
  else if (step.kind === 'aggregate') for (const one of step.of) for (const inner of one.steps) yield* withInner(inner)
}

function* inProof({ conclusion, grounds, status }: Proof): Generator<Dated> {
  if (status !== 'no') yield* inStatement(conclusion, 'computed')
  for (const ground of grounds) if (ground.kind === 'rule') for (const step of ground.steps) yield* inStep(step)
}

function* inStep(step: Step): Generator<Dated> {
  if (step.kind === 'fact') yield* inStatement(step.statement, 'fact')
  else if (step.kind === 'conclusion') yield* inProof(step.proof)
  else if (step.kind === 'sum') for (const part of step.parts) for (const inner of part.steps) yield* inStep(inner)
  else if (step.kind === 'aggregate') for (const one of step.of) for (const inner of one.steps) yield* inStep(inner)
}

function inStatement({ values, text }: Statement, kind: Dated['kind']): readonly Dated[] {
  return values.filter(isDay).map(({ low }) => ({ day: low, sentence: text, kind }))
}

function isDay(value: ShownValue): value is Extract<ShownValue, { kind: 'date' }> & { low: string } {
  return value.kind === 'date' && value.low !== null && value.low === value.high
}
