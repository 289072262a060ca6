import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { readEvaluationSet } from '../assistant/questions/question-set.ts'
import { outcomeOf } from '../assistant/evaluation/scoring/judge-answer.ts'
import { coversGold } from '../assistant/evaluation/metrics/retrieval-metrics.ts'
import { router } from '../assistant/router/router.ts'
import type { Answer } from '../contract/answers/answer.ts'
import type { SetQuestion } from '../contract/evaluation/evaluation.ts'
import type { AssistantClient } from '../contract/index.ts'
import { endedRight, endedWrong, shownAs } from '../contract/evaluation/outcomes.ts'
import type { LanguageModel } from '../models/language-model.ts'
import { createScriptedModel } from '../models/stand-ins.ts'
import type { Measurement } from './measurement.ts'
import { folderOf, SETS } from './offers/dragonball.ts'
import { type BenchAssistant, openBenchAssistant } from './open-bench-assistant.ts'
import { median } from './quantiles.ts'
import { temporaryFolder } from './temporary-home.ts'
import { wilson } from './wilson.ts'

/** The first two were looked at while the rules were made; the questions of the others are in other words than their documents. */
const ASKED: readonly { readonly set: string; readonly folder: string; readonly every: number }[] = [
  ...SETS.map((set) => ({ set, folder: folderOf(set), every: 1 })),
  { set: 'calibration', folder: fileURLToPath(new URL('../samples/calibration', import.meta.url)), every: 1 },
  { set: 'covid_qa', folder: fileURLToPath(new URL('../../shared/eval/covid_qa', import.meta.url)), every: 4 },
]

/**
 * What rules and reranker answer from the pages alone, with a model that writes nothing: the questions of four sets, each answer told, to be
 * read by hand. Half an hour. Its green answers and refusals are those of every model; a model can only add. With CONSILIUM_BENCH_MODEL
 * that model is asked of single places whether they state the answer (`judge-places.ts`), and still writes nothing: two hours.
 */
export async function* measurePageAnswers(): AsyncGenerator<Measurement> {
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(join(home.path, 'home'))
  const judge = process.env.CONSILIUM_BENCH_MODEL
  const client = withSilentModel(opened, judge ? await opened.assistant.shelf.language(judge) : null)
  for (const { set, folder, every } of ASKED) {
    await opened.client.matter.create({ name: set })
    for await (const _ of await opened.client.library.addPaths({ matter: set, paths: [join(folder, 'docs/')] }));
    const { questions } = await readEvaluationSet(folder)
    const rows: Row[] = []
    for (const question of questions.filter((_, at) => at % every === 0)) {
      const answer = await answerTo(client, set, question)
      const row = rowOf(question, answer)
      rows.push(row)
      const { claims, notAnswered } = answer
      const sentences = claims.map(({ text, verdict }) => `${text} (${verdict})`)
      yield { bench: 'page-answers', set, ...row, question: question.question, sentences, notAnswered }
    }
    yield { bench: 'page-answers', set, ...summary(rows) }
  }
}

type Row = ReturnType<typeof rowOf>

/** `judge`: whose word counts on single places; null: nobody's. */
function withSilentModel({ assistant }: BenchAssistant, judge: LanguageModel | null): AssistantClient {
  const mute = createScriptedModel({ says: [''], paraphrases: false, placeOdds: judge?.info.placeOdds })
  const silent = judge ? { ...mute, scoreApart: judge.scoreApart, countTokens: judge.countTokens } : mute
  const shelf = Object.assign(Object.create(assistant.shelf), { language: () => Promise.resolve(silent) })
  return createRouterClient(router, { context: { assistant: Object.assign(Object.create(assistant), { shelf }) } })
}

function rowOf({ id, type, question, answer: gold, answerable, goldSpans }: SetQuestion, answer: Answer) {
  const { state, claims, sources, timing } = answer
  const prose = claims.map(({ text }) => text).join('\n')
  const read = sources.flatMap((one) => (one.kind === 'passage' ? one : []))
  return {
    id,
    type,
    answerable,
    state,
    outcome: outcomeOf({ question, gold, answerable, state, answer: prose }),
    isGoldRead: read.some((one) => goldSpans.some((span) => coversGold(one, span))),
    ms: Math.round(timing.totalMs),
  }
}

function summary(rows: readonly Row[]) {
  const answerable = rows.filter((row) => row.answerable)
  const refused = rows.filter((row) => !row.answerable && endedRight(row)).length
  const green = answerable.filter(({ state }) => shownAs(state) === 'green')
  const wrong = green.filter(endedWrong).length
  const notSaid = answerable.filter(({ state, isGoldRead }) => state === 'not-found' && isGoldRead).length
  return {
    answerable: answerable.length,
    green: green.length,
    wrong,
    wrongInterval: wilson(wrong, green.length),
    notFoundThoughRead: notSaid,
    notFoundInterval: wilson(notSaid, answerable.length),
    unanswerable: rows.length - answerable.length,
    refused,
    refusedInterval: wilson(refused, rows.length - answerable.length),
    medianMs: median(rows.map(({ ms }) => ms)),
  }
}

async function answerTo(client: AssistantClient, matter: string, { question }: SetQuestion): Promise<Answer> {
  for await (const event of await client.answer.ask({ matter, question, entailment: 'off' }))
    if (event.type === 'answer-end') return event
  throw new Error(`No answer came to: ${question}`)
}
