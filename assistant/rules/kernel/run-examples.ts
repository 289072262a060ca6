import type { ExampleRun } from '../../../contract/rule.ts'
import type { CompiledPacks, Example } from '../../../kb/compile/compiled-packs.ts'
import { goalStatus } from '../../../kb/infer/goal-status.ts'
import type { Inference } from '../../../kb/infer/inference.ts'
import type { Atom } from '../../../kb/program/rule.ts'
import type { Vocabulary } from '../../../kb/program/vocabulary.ts'
import { sayDay } from '../../../kb/dates/say-day.ts'
import { IN_ANSWERS, inferenceFor, WHILE_WRITING, whyStopped } from './ask-kernel.ts'
import { conclude, goalsOf } from './conclude.ts'
import type { ExampleConclusions } from './kernel-methods.ts'
import { writeTerm } from './write-term.ts'

const WORDS = { yes: 'holds', no: 'does not hold', unknown: 'is open' } as const
type Status = keyof typeof WORDS

/** The authors' own examples, each with what came out. Drafts count, for these are what examples are there for. */
export function runExamples(compiled: CompiledPacks): readonly ExampleRun[] {
  return compiled.examples.map((example) => {
    const asOf = sayDay(example.asOf)
    const { facts, jurisdiction } = example
    const inference = inferenceFor(compiled, { facts, jurisdiction, asOf, statuses: WHILE_WRITING })
    return runExample(example, inference)
  })
}

/** As in a matter: only by approved rules. */
export function concludeExamples(compiled: CompiledPacks): readonly ExampleConclusions[] {
  return compiled.examples.map(({ rule, title, facts, jurisdiction, asOf: day }) => {
    const asOf = sayDay(day)
    const inference = inferenceFor(compiled, { facts, jurisdiction, asOf, statuses: IN_ANSWERS })
    const { conclusions, stopped } = conclude(inference, goalsOf(inference.program), compiled, asOf)
    return { rule, title, conclusions, stopped }
  })
}

function runExample(example: Example, inference: Inference): ExampleRun {
  const wanted = [
    ...example.holds.map((atom) => ({ atom, status: 'yes' as const })),
    ...example.not.map((atom) => ({ atom, status: 'no' as const })),
    ...example.ask.map((atom) => ({ atom, status: 'unknown' as const })),
  ]
  const came = wanted.map(({ atom }) => statusOf(inference, atom))
  const { vocabulary } = inference.program
  const say = (status: Status | string, atom: Atom) =>
    `${sayGoal(atom, vocabulary)} ${WORDS[status as Status] ?? status}`
  return {
    rule: example.rule,
    title: example.title,
    kind: kindOf(example),
    expected: wanted.map(({ atom, status }) => say(status, atom)).join('; '),
    got: wanted.map(({ atom }, at) => say(came[at] ?? 'no', atom)).join('; '),
    passed: wanted.every(({ status }, at) => came[at] === status),
  }
}

function statusOf(inference: Inference, atom: Atom): string {
  try {
    return goalStatus(inference.ask(atom))
  } catch (error) {
    return whyStopped(error)
  }
}

function kindOf({ exception, holds, not }: Example): ExampleRun['kind'] {
  if (exception) return 'exception'
  if (holds.length > 0) return 'holds'
  return not.length > 0 ? 'not' : 'ask'
}

function sayGoal({ relation, terms }: Atom, vocabulary: Vocabulary): string {
  const places = vocabulary.relations.get(relation)?.places ?? []
  return `${relation}(${terms.map((term, at) => writeTerm(term, places[at])).join(', ')})`
}
