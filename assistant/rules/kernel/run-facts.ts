import type { PackRun } from '../../../contract/rule.ts'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { type Inference, whyNotInForce } from '../../../kb/infer/inference.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import type { Rule } from '../../../kb/program/rule.ts'
import { goalIn, inferenceFor, programOf, WHILE_WRITING } from './ask-kernel.ts'
import { conclude, goalsOf } from './conclude.ts'
import { gateText } from './gate-statement.ts'

type RunInput = { readonly asOf: string; readonly facts: readonly string[]; readonly goal: string | null }

/** What follows from facts as text, drafts of rules counting too; facts that do not pass the gate are told. */
export function runFacts(compiled: CompiledPacks, { asOf, facts: texts, goal }: RunInput): PackRun {
  const program = programOf(compiled)
  const refused: string[] = []
  const facts: Fact[] = []
  for (const [index, text] of texts.entries()) {
    const gated = gateText(text, program.vocabulary)
    if (gated.fact) facts.push({ ...gated.fact, id: String(index + 1) })
    else refused.push(`${text}: ${gated.problem.message} ${gated.problem.fix}`)
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
