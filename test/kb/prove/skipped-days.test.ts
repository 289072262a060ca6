import { expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { createInference } from '../../../kb/infer/inference.ts'
import { proofsOf } from '../../../kb/prove/proof-of.ts'
import type { SkippedDays } from '../../../kb/prove/proof.ts'
import { buildFact } from '../build-fact.ts'
import { buildGoal } from '../build-program.ts'
import { USUAL_OPTIONS } from '../infer/usual-options.ts'
import { readShippedPack } from '../read-shipped-pack.ts'
import { worded } from '../worded-problem.ts'

const VOCABULARY = `
vocabulary:
  asked: {args: [matter, date, date], say: "{0} was asked on {1} and answered on {2}"}
  took: {args: [matter, {number: days}], say: "{0} took {1}"}
  due: {args: [matter, date], say: "{0} is due on {1}"}
`

/** Of the first calculation of the only rule, about 24 December 2026 (a Thursday) and 29 December 2026. */
function skippedIn(rule: string, goal: string): readonly SkippedDays[] {
  const { name, files } = readShippedPack('limitation-demo')
  const text = `${VOCABULARY}rules:\n  - ${rule}\n`
  const { program, problems } = compilePacks([{ name, files: [...files, { path: 'more.yaml', text }] }])
  if (program === null) throw new Error(problems.map((problem) => worded(problem).message)[0])
  const options = { ...USUAL_OPTIONS, jurisdiction: 'England and Wales', statuses: new Set(['draft'] as const) }
  const inference = createInference(program, [buildFact('asked(m, 2026-12-24, 2026-12-29)', 'f1')], options)
  const [ground] = proofsOf(inference, buildGoal(goal, program))[0]?.grounds ?? []
  const steps = ground?.kind === 'rule' ? ground.steps : []
  return steps.flatMap((step) => (step.kind === 'calculation' ? step.skipped : []))
}

const CHRISTMAS = [{ from: '2026-12-25', to: '2026-12-28', name: expect.stringContaining('Christmas') }]

it('are named where business days between two days are counted', () => {
  const rule =
    '{id: x, then: "took(?m, ?n)", if: ["asked(?m, ?a, ?b)", "?n := business_days_between(?a, ?b, england)"]}'
  expect(skippedIn(rule, 'took(m, ?n)')).toEqual(CHRISTMAS)
})

it('are named wherever in a calculation business days are counted, each once', () => {
  const due = (expression: string) =>
    skippedIn(`{id: x, then: "due(?m, ?d)", if: ["asked(?m, ?a, ?_)", "?d := ${expression}"]}`, 'due(m, ?d)')
  expect(due('add_days(business_days_after(?a, 1 days, england), 1 days)')).toEqual(CHRISTMAS)
  expect(
    due('max(business_days_after(?a, 1 days, england), next_business_day(add_days(?a, 1 days), england))'),
  ).toEqual(CHRISTMAS)
  expect(due('add_days(?a, 1 days)')).toEqual([])
})
