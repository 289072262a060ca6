import { type Message, message } from '../../wording/message.ts'
import type { Answer } from '../../contract/answers/answer.ts'
import {
  type CompleteEvaluationInput,
  type EvaluationEvent,
  EvaluationInput,
  type SetQuestion,
} from '../../contract/evaluation/evaluation.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { AnsweringTools, EvaluationTools } from './evaluation-tools.ts'
import { processMemory } from '../home/processes.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { readSettings } from '../home/settings.ts'
import { answerVariant, type Variant, type VariantOptions } from './answer-variants.ts'
import { openAnswerLog } from './answer-log.ts'
import { answerMetrics, citationMetrics } from './metrics/answer-metrics.ts'
import { chooseStrategy } from './choose-strategy.ts'
import { confidenceLine, keepFolderRun, shareLines } from './folder-run.ts'
import { drawSample } from './draw-sample.ts'
import { openEvaluationMatter } from './evaluation-matter.ts'
import { type EvaluationSet, readEvaluationSet } from '../questions/question-set.ts'
import { withOptions } from './scoring/closed-answers.ts'
import { answeringNow } from './runs.ts'
import { answeredOf, rowOf, seenBy, textsOf } from './run-questions.ts'
import { refuseUnwritable } from './refuse-unwritable.ts'
import { retrievalMetrics, type Retrieved } from './metrics/retrieval-metrics.ts'
import { Failure } from '../../wording/failure.ts'

type Given = { readonly question: SetQuestion; readonly way: Variant; readonly answer: Answer }
/** What was asked for and not done, and why. */
type Missing = Pick<Extract<EvaluationEvent, { type: 'evaluation-end' }>, 'notWritten' | 'notCalibrated'>
type Progress = Extract<EvaluationEvent, { type: 'evaluation-progress' }>

const HITS = 10

/** Measures retrieval and answers on a set, as `docs/measuring.md` defines them, and ends with one object of metrics. */
export async function* evaluate(
  raw: EvaluationInput,
  assistant: EvaluationTools,
  signal: AbortSignal,
): AsyncGenerator<EvaluationEvent, void, void> {
  const input = EvaluationInput.parse(raw)
  if (input.html !== null) await refuseUnwritable(input.html)
  const set = await readEvaluationSet(input.folder)
  const wanted = set.questions.filter(({ answerable }) => answerable || !input.answerableOnly)
  const questions = drawSample(wanted, input.sample, input.seed)
  const opened = yield* staged(
    message('evaluation.stages.reading'),
    openEvaluationMatter(assistant, set, questions, signal),
  )
  await using _until = opened
  const { matter } = opened
  const embedder = await assistant.shelf.embedder()
  const model = input.what === 'retrieval' ? null : await languageModel(assistant, input.model)
  const metrics: Record<string, unknown> = {
    set: set.name,
    seed: input.seed,
    model: model?.info.id ?? null,
    rules: input.rules,
    cards: input.cards,
    strategy: input.strategy,
    embedder: embedder?.info.id ?? null,
  }
  if (input.what !== 'answers') Object.assign(metrics, yield* measureRetrieval(input, questions, matter, signal))
  let missing: Missing = { notWritten: null, notCalibrated: null }
  if (model && input.chooseStrategy) {
    const common = await asking(input, set, { matter, model, assistant })
    const drawn = { input, questions, setName: set.name, drawnFrom: wanted.length, common }
    Object.assign(metrics, yield* chooseStrategy(drawn, assistant, signal))
  } else if (model) {
    const measured = yield* measureAnswers(
      input,
      { ...set, questions, drawnFrom: wanted.length },
      matter,
      model,
      assistant,
      signal,
    )
    Object.assign(metrics, measured.metrics)
    missing = measured.missing
  }
  yield { type: 'evaluation-end', metrics: JSON.parse(JSON.stringify(metrics)), ...missing }
}

async function* staged<R>(
  stage: Message,
  work: AsyncGenerator<{ done: number; of: number }, R, void>,
): AsyncGenerator<Progress, R, void> {
  // Where nobody reads on, it would wait for ever with what it holds.
  await using _ended = work
  for (;;) {
    const next = await work.next()
    if (next.done) return next.value
    yield { type: 'evaluation-progress', stage, ...next.value }
  }
}

async function languageModel(
  { shelf, session }: Pick<EvaluationTools, 'shelf' | 'session'>,
  wanted: string | null,
): Promise<LanguageModel> {
  const model = await shelf.language(wanted ?? readSettings(session.store().app.settings).languageModel)
  if (!model) throw new Failure('NO_MODEL', message('failures.evaluation.needsModel'))
  return model
}

async function* measureRetrieval(
  { baseline }: CompleteEvaluationInput,
  drawn: readonly SetQuestion[],
  { library, store }: OpenMatter,
  signal: AbortSignal,
): AsyncGenerator<Progress, object, void> {
  const questions = drawn.filter(({ answerable, goldSpans }) => answerable && goldSpans.length > 0)
  const names = new Map(store.documents.list(null).map(({ documentId, document }) => [documentId, document]))
  const ours: Retrieved[] = []
  const plain: Retrieved[] = []
  for (const [index, { question, goldSpans: gold }] of questions.entries()) {
    signal.throwIfAborted()
    const place = ({
      documentId,
      passage: { start, end },
    }: {
      documentId: string
      passage: { start: number; end: number }
    }) => ({ document: names.get(documentId) ?? '', start, end })
    const startedMs = performance.now()
    const { hits } = await library.search({ question, limit: HITS })
    const betweenMs = performance.now()
    ours.push({ gold, ms: betweenMs - startedMs, hits: hits.map(place) })
    if (baseline)
      plain.push({
        gold,
        hits: (await library.searchPlainly({ question, limit: HITS })).map(place),
        ms: performance.now() - betweenMs,
      })
    if (index % 10 === 0)
      yield {
        type: 'evaluation-progress',
        stage: message('evaluation.stages.searching'),
        done: index,
        of: questions.length,
      }
  }
  return { retrieval: retrievalMetrics(ours), ...(baseline ? { baselineRetrieval: retrievalMetrics(plain) } : {}) }
}

async function* measureAnswers(
  input: CompleteEvaluationInput,
  { name: setName, questions, drawnFrom, rules: ofSet }: EvaluationSet & { readonly drawnFrom: number },
  matter: OpenMatter,
  model: LanguageModel,
  assistant: EvaluationTools,
  signal: AbortSignal,
): AsyncGenerator<Progress, { readonly metrics: object; readonly missing: Missing }, void> {
  const startedAt = assistant.now().toISOString()
  const common = { ...(await asking(input, { rules: ofSet }, { matter, model, assistant })), strategy: input.strategy }
  const ways = waysOf(input)
  const given: Given[] = []
  for (const [index, question] of questions.entries()) {
    for (const way of ways) {
      signal.throwIfAborted()
      const asked = { ...question, question: withOptions(question.question, question.options) }
      given.push({ question, way, answer: await answerVariant(way, asked, common, signal) })
    }
    yield {
      type: 'evaluation-progress',
      stage: message('evaluation.stages.answering'),
      done: index + 1,
      of: questions.length,
    }
  }
  const of = (way: Variant) => given.filter((one) => one.way === way)
  const embedder = (await assistant.shelf.embedder())?.info.id ?? null
  const folderRun = { input, setName, drawnFrom, model, embedder, startedAt }
  const kept = await keepFolderRun(rowsOf(of('ours'), common), folderRun, assistant)
  const peaks = await peaksOf(assistant)
  const { cost, ...ours } = summary(of('ours'), matter, input.closedBook ? of('closed-book') : null)
  const metrics = {
    ...ours,
    cost: { ...cost, peakMemoryMb: sumOf(Object.values(peaks)) },
    confidence: confidenceLine(kept),
    shares: shareLines(kept.summary),
    run: kept.number,
    ...(input.baseline ? { baseline: summary(of('baseline'), matter) } : {}),
    ...(input.gold ? { gold: summary(of('gold'), matter) } : {}),
    ...(input.closedBook ? { closedBook: summary(of('closed-book'), matter) } : {}),
    peakMemoryMb: peaks,
  }
  const { notWritten, notCalibrated } = kept
  return { metrics, missing: { notWritten, notCalibrated } }
}

/** What all questions of a set are asked with. */
async function asking(
  { folder, seed, cards, rules, report, resume }: CompleteEvaluationInput,
  { rules: ofSet }: Pick<EvaluationSet, 'rules'>,
  around: Pick<VariantOptions, 'matter' | 'model'> & {
    readonly assistant: AnsweringTools & Pick<EvaluationTools, 'calibrations'>
  },
): Promise<Omit<VariantOptions, 'strategy'>> {
  const log = report === null ? null : await openAnswerLog(report, resume)
  const { answers, strategies } = answeringNow({ cards }, around.model.info.sha256, around.assistant)
  return {
    ...around,
    // Its documents belong to no matter.
    references: null,
    settings: answers,
    strategies,
    calibration: around.assistant.calibrations.of(around.model.info.sha256),
    log,
    set: folder,
    seed,
    rules: rules === 'on' ? ofSet : null,
    cards,
  }
}

function waysOf({ baseline, gold, closedBook }: CompleteEvaluationInput): readonly Variant[] {
  return [
    'ours',
    ...(baseline ? (['baseline'] as const) : []),
    ...(gold ? (['gold'] as const) : []),
    ...(closedBook ? (['closed-book'] as const) : []),
  ]
}

function rowsOf(given: readonly Given[], { matter, calibration = null }: VariantOptions) {
  const options = { textOf: textsOf(matter), wasSeen: seenBy(calibration) }
  return given.map(({ question, answer }) => rowOf(question, answer, options))
}

async function peaksOf({
  processes,
}: Pick<EvaluationTools, 'processes'>): Promise<Readonly<Record<string, number | null>>> {
  const { language, embedding, reader } = processes
  const all = Object.entries({ engine: process, language, embedding, reader })
  const inMb = async (pid: number | undefined) => {
    const memory = await processMemory(pid)
    return memory && Math.round(memory.peakBytes / 1e6)
  }
  return Object.fromEntries(await Promise.all(all.map(async ([name, { pid }]) => [name, await inMb(pid)] as const)))
}

/** Null where the system tells of none. */
function sumOf(peaks: readonly (number | null)[]): number | null {
  const known = peaks.filter((peak) => peak !== null)
  return known.length === 0 ? null : known.reduce((sum, peak) => sum + peak, 0)
}

function summary(given: readonly Given[], matter: OpenMatter, closedBook: readonly Given[] | null = null) {
  const answered = given.filter(({ answer }) => answer.state !== 'not-found')
  const median = (values: readonly number[]) =>
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? null
  const answers = given.map(({ answer }) => answer)
  return {
    answers: answerMetrics(given.map(asAnswered), closedBook?.map(asAnswered) ?? null),
    citations: citationMetrics(
      answered.map(({ question, answer }) => ({ claims: answer.claims, gold: question.goldSpans })),
      textsOf(matter),
    ),
    cost: {
      promptTokens: median(answers.map(({ tokens }) => tokens.prompt)),
      generatedTokens: median(answers.map(({ tokens }) => tokens.generated)),
      firstEvidenceMs: median(answers.map(({ timing }) => timing.evidenceMs)),
      firstTokenMs: median(
        answers.flatMap(({ timing }) => (timing.firstTokenMs === null ? [] : [timing.firstTokenMs])),
      ),
      totalMs: median(answers.map(({ timing }) => timing.totalMs)),
    },
  }
}

function asAnswered({ question, answer }: Given) {
  return answeredOf(question, answer)
}
