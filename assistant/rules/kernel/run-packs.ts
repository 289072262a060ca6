import type { ExampleRun, PackRun } from '../../../contract/knowledge/rule.ts'
import type { CompiledPacks, Example } from '../../../kb/compile/compiled-packs.ts'
import { goalStatus } from '../../../kb/infer/evaluate/condition-status.ts'
import { exampleStatus } from '../../../kb/infer/example-status.ts'
import { type Inference, whyNotInForce } from '../../../kb/infer/inference.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import type { Atom, Rule } from '../../../kb/program/rule.ts'
import type { Vocabulary } from '../../../kb/program/vocabulary.ts'
import { statementOf } from '../../../kb/prove/statement-of.ts'
import { sayDay } from '../../../kb/values/plain-date.ts'
import { goalIn, IN_ANSWERS, inferenceFor, programOf, WHILE_WRITING, whyStopped } from './ask-kernel.ts'
import { conclude, goalsOf } from './conclude.ts'
import { gateText } from './gate-statement.ts'
import type { ExampleConclusions } from './kernel-methods.ts'
import { writeTerm } from './statement-text.ts'
import { message, type Message } from '../../../wording/message.ts'
import { t } from '../../../wording/translate.ts'
import { messageText } from '../../../wording/message-text.ts'

type Status = 'yes' | 'no' | 'unknown'

/** The authors' own examples, each with what came out. Drafts count, for these are what examples are there for. */
export function runExamples(compiled: CompiledPacks): readonly ExampleRun[] {
  return compiled.examples.map((example) => {
    const asOf = sayDay(example.asOf)
    const { facts, jurisdiction } = example
    const inference = inferenceFor(compiled, { facts, jurisdiction, asOf, statuses: WHILE_WRITING })
    return runExample(example, inference)
  })
}

/** What follows in each example by approved rules alone, without its proofs, which would take seconds for a whole pack. */
export function concludeExamples(compiled: CompiledPacks): readonly ExampleConclusions[] {
  return compiled.examples.map(({ rule, title, facts, jurisdiction, asOf }) => {
    const inference = inferenceFor(compiled, { facts, jurisdiction, asOf: sayDay(asOf), statuses: IN_ANSWERS })
    return { rule, title, conclusions: goalsOf(inference.program).flatMap((goal) => rowsOf(goal, inference)) }
  })
}

/** A goal that runs out of its budget concludes nothing here, neither before a change nor after it. */
function rowsOf(goal: Atom, inference: Inference): ExampleConclusions['conclusions'] {
  try {
    return inference.ask(goal).map((row) => ({
      sentence: statementOf(row.relation, row.values, inference.program.vocabulary).text,
      holds: goalStatus([row]),
      grounds: row.grounds
        .map((ground) => ground.rule.rule.id)
        .toSorted()
        .join(' '),
    }))
  } catch (error) {
    whyStopped(error)
    return []
  }
}

function runExample(example: Example, inference: Inference): ExampleRun {
  const wanted = [
    ...example.holds.map((atom) => ({ atom, status: 'yes' as const })),
    ...example.not.map((atom) => ({ atom, status: 'no' as const })),
    ...example.ask.map((atom) => ({ atom, status: 'unknown' as const })),
  ]
  const came = wanted.map(({ atom }) => statusOrReason(inference, atom))
  const { vocabulary } = inference.program
  const say = (outcome: Came, atom: Atom) => {
    const goal = sayGoal(atom, vocabulary)
    return typeof outcome === 'string'
      ? t(`rules.outcome.${outcome}`, { goal })
      : t('rules.outcome.stopped', { goal, reason: messageText(outcome) })
  }
  return {
    rule: example.rule,
    title: example.title,
    kind: kindOf(example),
    expected: wanted.map(({ atom, status }) => say(status, atom)).join('; '),
    got: wanted.map(({ atom }, at) => say(came[at] ?? 'no', atom)).join('; '),
    passed: wanted.every(({ status }, at) => came[at] === status),
  }
}

/** What came out, or why nothing did. */
type Came = Status | Message

function statusOrReason(inference: Inference, atom: Atom): Came {
  try {
    return exampleStatus(inference, atom)
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

type RunInput = { readonly asOf: string; readonly facts: readonly string[]; readonly goal: string | null }

/** What follows from facts as text, drafts of rules counting too; facts that do not pass the gate are told. */
export function runFacts(compiled: CompiledPacks, { asOf, facts: texts, goal }: RunInput): PackRun {
  const program = programOf(compiled)
  const refused: Message[] = []
  const facts: Fact[] = []
  for (const [index, text] of texts.entries()) {
    const gated = gateText(text, program.vocabulary)
    if (gated.fact) facts.push({ ...gated.fact, id: String(index + 1) })
    else refused.push(message('gate.refused', { text, problem: gated.problem.message, fix: gated.problem.fix }))
  }
  const inference = inferenceFor(compiled, { facts, asOf, statuses: WHILE_WRITING })
  const goals = goal === null ? goalsOf(program) : [goalIn(goal, program)]
  const { conclusions, stopped } = conclude(inference, goals, compiled, asOf)
  const statusOf = new Map(program.rules.map(({ id, status }) => [id, status]))
  return {
    asOf,
    conclusions: conclusions.map((one) => ({
      ...one,
      status: statusOf.get(one.proof.grounds[0]?.rule ?? '') ?? 'approved',
    })),
    problems: [...compiled.problems],
    refused,
    stopped,
    outOfForce: outOfForce(program.rules, inference),
  }
}

/** Null while one rule counts. */
function outOfForce(rules: readonly Rule[], { options }: Inference): PackRun['outOfForce'] {
  const reasons = rules.map((rule) => whyNotInForce(rule, options))
  if (reasons.length === 0 || reasons.includes(null)) return null
  const count = (wanted: string) => reasons.filter((reason) => reason === wanted).length
  return { rules: reasons.length, day: count('day'), jurisdiction: count('jurisdiction'), retired: count('status') }
}
