import type { Answer } from '../contract/answer.ts'
import type { AssistantClient } from '../contract/index.ts'
import type { Measurement } from './main.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'

/** The sample matters, with facts, and questions that a rule answers with a number or a date: the relation that does. */
const MATTERS = [
  {
    matter: 'A discharge letter',
    facts: [
      'has(patient, af)',
      'sex(patient, female)',
      'born(patient, 1948-02-11)',
      'weight(patient, 58 kg)',
      'creatinine(patient, 141 umol/L)',
      'no has(patient, diabetes)',
      'no has(patient, stroke)',
      'no has(patient, vascular)',
      'no has(patient, active_bleeding)',
      'has(patient, hypertension)',
      'has(patient, heart_failure)',
    ],
    questions: [
      ['What is her stroke risk score?', 'cha2ds2vasc'],
      ['Calculate the CHA2DS2-VASc.', 'cha2ds2vasc'],
      ['What is the creatinine clearance?', 'creatinine_clearance'],
      ['How is her renal function?', 'creatinine_clearance'],
    ],
  },
  {
    matter: 'A tenancy dispute',
    facts: [
      'claim_type(hollis, personal_injury)',
      'accrued(hollis, 2023-06-20)',
      'claimant(hollis, tom)',
      'date_of_birth(tom, 1980-01-01)',
      'claim_served(hollis, 2026-04-02)',
      'break_date(notice, 2025-03-31)',
      'notice_period(notice, 6 months)',
    ],
    questions: [
      ['When does the limitation period expire?', 'expires'],
      ['Until when can we bring the claim?', 'expires'],
      ['When must we respond to the claim?', 'response_due'],
      ['What is the deadline for the defence?', 'response_due'],
      ['By what date did the break notice have to be served?', 'last_day'],
      ['What was the last day for serving the notice?', 'last_day'],
    ],
  },
] as const

const VALUE = /\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)?/g
const LAST_READ_MS = 120_000

type Outcome = 'right' | 'wrong' | 'none'

/**
 * What a small model says where a rule computes, with rules and without: right (the rule's value is stated), wrong (other
 * numbers or dates are, and it is not), none. `unmarked`: wrong, and no sentence of it is marked as unsupported. All that is
 * not right is printed, since a question may also be answered rightly by another number of the documents.
 */
export async function* measureRuleAnswers(): AsyncGenerator<Measurement> {
  const model = process.env.CONSILIUM_BENCH_MODEL ?? 'qwen2.5-coder-0.5b-instruct-q4_k_m'
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(home.path)
  const { client } = opened
  await client.matter.createSamples()
  for (const { matter, facts } of MATTERS) {
    await allRead(client, matter)
    for (const text of facts) await client.fact.setText({ matter, text })
  }
  for (const rules of ['on', 'off'] as const) {
    const outcomes: { readonly outcome: Outcome; readonly question: string; readonly answer: Answer }[] = []
    for (const { matter, questions } of MATTERS)
      for (const [question, relation] of questions) {
        const answer = await ask(client, { matter, question, rules, model })
        outcomes.push({ question, answer, outcome: outcomeOf(answer, await computedValue(client, matter, relation)) })
      }
    const count = (wanted: Outcome) => outcomes.filter(({ outcome }) => outcome === wanted).length
    const isUnmarked = ({ claims }: Answer) => claims.every(({ verdict }) => verdict !== 'unsupported')
    yield {
      bench: 'rule-answers',
      model,
      rules,
      questions: outcomes.length,
      right: count('right'),
      wrong: count('wrong'),
      unmarked: outcomes.filter(({ outcome, answer }) => outcome === 'wrong' && isUnmarked(answer)).length,
      none: count('none'),
      notRight: outcomes
        .filter(({ outcome }) => outcome !== 'right')
        .map(({ question, answer }) => ({ question, said: answer.answer })),
    }
  }
}

async function ask(
  client: AssistantClient,
  input: { readonly matter: string; readonly question: string; readonly rules: 'on' | 'off'; readonly model: string },
): Promise<Answer> {
  for await (const event of await client.answer.ask({ ...input, maxTokens: 100 }))
    if (event.type === 'answer-end') return event
  throw new Error(`"${input.question}" got no answer.`)
}

/** The number or date that the rules conclude: the last one of the conclusion. */
async function computedValue(client: AssistantClient, matter: string, relation: string): Promise<string> {
  const { conclusions } = await client.rule.conclusions({ matter, asOf: null })
  const found = conclusions.find((conclusion) => conclusion.relation === relation && conclusion.holds === 'yes')
  const value = found?.args.at(-1)?.match(VALUE)?.at(-1)
  if (value === undefined) throw new Error(`The rules conclude nothing of ${relation} in "${matter}".`)
  return value
}

function outcomeOf({ claims }: Answer, value: string): Outcome {
  const said = claims.flatMap(({ text }) => text.replaceAll(/\[[A-Z]\d+\]/g, '').match(VALUE) ?? [])
  if (said.some((one) => isSame(one, value))) return 'right'
  return said.length > 0 ? 'wrong' : 'none'
}

/** Conclusions are printed to ten digits, and kept with all. */
function isSame(said: string, value: string): boolean {
  return said === value || Math.abs(Number(said) - Number(value)) <= 1e-8 * Math.abs(Number(value))
}

async function allRead(client: AssistantClient, matter: string): Promise<void> {
  const end = performance.now() + LAST_READ_MS
  while ((await client.library.documents({ matter })).some(({ state }) => state !== 'ready')) {
    if (performance.now() > end) throw new Error(`The documents of "${matter}" were not read in two minutes.`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
