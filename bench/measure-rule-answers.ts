import { type AnswerLog, type Asked, openAnswerLog } from '../assistant/evaluation/answer-log.ts'
import type { Answer } from '../contract/answers/answer.ts'
import type { AssistantClient } from '../contract/index.ts'
import type { Measurement } from './measurement.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { ruleQuestions } from './rule-questions.ts'
import { type ComputedValue, scoreRuleAnswer } from './score-rule-answer.ts'
import { temporaryFolder } from './temporary-home.ts'

const VALUE = /^(?:(?<date>\d{4}-\d{2}-\d{2})|(?<number>-?\d+(?:\.\d+)?)(?: .*)?)$/
const LAST_READ_MS = 1_200_000
const MAX_TOKENS = 100

type Outcome = {
  readonly question: string
  /** The rules have an answer to it, and did conclude. */
  readonly isForRules: boolean
  readonly fired: boolean
  readonly isRight: boolean
  readonly wrong: readonly string[]
}

/**
 * What a small model says where a rule computes, with rules and without: sixty questions on the sample matters, half of which no
 * rule answers. `right`: the rule's value is stated; `wrong`: a sentence that nothing marks states another number or date
 * instead. All such sentences are printed, since a document may state another quantity rightly. With CONSILIUM_BENCH_REPORT, a
 * folder, answers are kept there and a run that was stopped goes on; with CONSILIUM_BENCH_MODEL another model is asked.
 */
export async function* measureRuleAnswers(): AsyncGenerator<Measurement> {
  const model = process.env.CONSILIUM_BENCH_MODEL ?? 'qwen2.5-coder-0.5b-instruct-q4_k_m'
  const report = process.env.CONSILIUM_BENCH_REPORT
  const log = report === undefined ? null : await openAnswerLog(report, true)
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(home.path)
  const { client } = opened
  await client.matter.createSamples()
  for (const { matter, facts } of ruleQuestions()) {
    await allRead(client, matter)
    for (const text of facts) await client.fact.setText({ matter, text })
  }
  for (const rules of ['off', 'on'] as const) {
    const outcomes: Outcome[] = []
    for (const { matter, facts, questions } of ruleQuestions())
      for (const { question, relations } of questions) {
        const values = await concluded(client, matter, relations)
        const input = { matter, question, rules, maxTokens: MAX_TOKENS }
        const fired = (await ask(client, { ...input, model: 'none' })).sources.some(({ kind }) => kind === 'conclusion')
        // Where the rules have nothing to say, no sentence can be wrong about what they say.
        if (values === null) {
          outcomes.push({ question, isForRules: false, fired, isRight: false, wrong: [] })
          continue
        }
        const asked = { questionId: question, way: 'ours', settings: { ...input, facts, model } }
        const answer = await keptOr(log, asked, () => ask(client, { ...input, model }))
        outcomes.push({ question, isForRules: true, fired, ...scoreRuleAnswer(answer, values) })
      }
    yield { bench: 'rule-answers', model, rules, ...summary(outcomes) }
  }
}

async function keptOr(log: AnswerLog | null, asked: Asked, anew: () => Promise<Answer>): Promise<Answer> {
  const known = log?.find(asked)
  if (known) return known
  const answer = await anew()
  await log?.add(asked, answer)
  return answer
}

function summary(outcomes: readonly Outcome[]) {
  const forRules = outcomes.filter(({ isForRules }) => isForRules)
  const others = outcomes.filter(({ isForRules }) => !isForRules)
  const count = (which: (one: Outcome) => boolean) => forRules.filter(which).length
  const fired = count((one) => one.fired)
  const firedOnOthers = others.filter((one) => one.fired).length
  return {
    questions: forRules.length,
    fired,
    recall: hundredths(fired / forRules.length),
    precision: hundredths(fired / (fired + firedOnOthers)),
    right: count(({ isRight }) => isRight),
    wrong: count(({ wrong }) => wrong.length > 0),
    none: count(({ isRight, wrong }) => !isRight && wrong.length === 0),
    others: others.length,
    firedOnOthers,
    toRead: outcomes.filter(({ wrong }) => wrong.length > 0).map(({ question, wrong }) => ({ question, wrong })),
  }
}

function hundredths(share: number): number {
  return Math.floor(share * 100) / 100
}

async function ask(client: AssistantClient, input: Parameters<AssistantClient['answer']['ask']>[0]): Promise<Answer> {
  for await (const event of await client.answer.ask(input)) if (event.type === 'answer-end') return event
  throw new Error(`"${input.question}" got no answer.`)
}

/** The numbers and dates that the rules conclude; null where they conclude nothing, or answer no such question. */
async function concluded(
  client: AssistantClient,
  matter: string,
  relations: readonly string[],
): Promise<readonly ComputedValue[] | null> {
  const { conclusions } = await client.rule.conclusions({ matter, asOf: null })
  const found = conclusions.filter(({ relation, holds }) => relations.includes(relation) && holds === 'yes')
  return found.length === 0 ? null : found.flatMap(({ args }) => args.flatMap(valueOf))
}

function valueOf(arg: string): readonly ComputedValue[] {
  const { date, number } = VALUE.exec(arg)?.groups ?? {}
  if (date) return [{ kind: 'date', value: date }]
  return number ? [{ kind: 'number', value: number }] : []
}

async function allRead(client: AssistantClient, matter: string): Promise<void> {
  const end = performance.now() + LAST_READ_MS
  while ((await client.library.documents({ matter })).some(({ state }) => state !== 'ready')) {
    if (performance.now() > end) throw new Error(`The documents of "${matter}" were not read in twenty minutes.`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
