import { message, type Message } from '../../wording/message.ts'
import { randomUUID } from 'node:crypto'
import { EvaluationRun, type RunBeginning, RunRow, type RunSettings } from '../../contract/evaluation/evaluation.ts'
import type { EvaluationTools } from './evaluation-tools.ts'
import { readableRow, readableRows } from '../home/readable-rows.ts'
import { modelFor } from '../models/model-for.ts'
import type { EvaluationPlace } from '../questions/evaluation-place.ts'
import { findSet, type KeptSet, questionsOf } from '../questions/question-set.ts'
import { drawSample } from './draw-sample.ts'
import { openForSet } from './evaluation-matter.ts'
import { summariseRun } from './metrics/summarise-run.ts'
import { runQuestions } from './run-questions.ts'
import { Failure, saidOf } from '../../wording/failure.ts'
import { cardMode } from '../answers/draft/draft-with-cards.ts'
import { settingsFor } from '../answers/answer-settings.ts'
import { measuredStrategies } from '../answers/strategy-choice.ts'
import { approvedCards } from '../cards/card-rows.ts'
import { gateThreshold } from '../cards/gate-threshold.ts'

/** Newest first, with how far those are that run now; one that the end of the program interrupted is stopped. */
export function listRuns(
  { runs }: EvaluationPlace,
  { evaluations }: Pick<EvaluationTools, 'evaluations'>,
): readonly EvaluationRun[] {
  return readableRows(EvaluationRun, runs.list()).map((run) => {
    const state = evaluations.state(run.run)
    if (state !== null) return { ...run, state, ...evaluations.progress(run.run) }
    const isInterrupted = run.state === 'running' || run.state === 'waiting'
    return isInterrupted ? { ...run, state: 'stopped', leftMs: null } : run
  })
}

/** Throws `NOT_FOUND`. */
export function runNamed({ runs }: EvaluationPlace, run: string): EvaluationRun {
  return readableRow(EvaluationRun, runs.get(run), message('failures.store.theRun'))
}

/** Throws `NOT_FOUND`. */
export function rowsOfRun({ runs }: EvaluationPlace, run: string): readonly RunRow[] {
  runs.get(run)
  return readableRows(RunRow, runs.rows(run))
}

/** One run for each of the settings, one after the other. */
export function startRuns(
  place: EvaluationPlace,
  set: KeptSet,
  settings: readonly RunSettings[],
  assistant: EvaluationTools,
): readonly EvaluationRun[] {
  const made = settings.map((one): EvaluationRun => {
    const run: EvaluationRun = {
      run: randomUUID(),
      number: place.runs.nextNumber(),
      set: set.set,
      setName: set.name,
      matter: place.matter?.id ?? null,
      state: 'waiting',
      settings: one,
      model: null,
      embedder: null,
      startedAt: assistant.now().toISOString(),
      endedAt: null,
      done: 0,
      of: 0,
      leftMs: null,
      stage: null,
      failure: null,
      summary: null,
    }
    place.runs.save(run)
    return run
  })
  place.matter?.store.ledger.append('evaluation-begun', { set: set.set, runs: made.map(({ run }) => run) })
  for (const { run } of made) begin(place, set, run, assistant)
  return made
}

/** Goes on with the questions that have no row yet. Throws `NOT_FOUND` where the run or its set is gone. */
export async function resumeRun(place: EvaluationPlace, run: string, assistant: EvaluationTools): Promise<void> {
  const { set } = runNamed(place, run)
  begin(place, await findSet(place, set, assistant.samplesFolder), run, assistant)
}

function begin(place: EvaluationPlace, set: KeptSet, run: string, assistant: EvaluationTools): void {
  const matter = place.matter?.id ?? null
  assistant.evaluations.begin(run, matter, (signal) => carryOutRun({ place, set, run }, assistant, signal))
  assistant.events.tell({ type: 'evaluations-changed', matter })
}

/**
 * Asks the questions of a run that have no row yet, keeps a row for each, and its summary at the end. A failure or a stop
 * ends the run with what it has; it can be gone on with.
 */
async function carryOutRun(
  { place, set, run }: { readonly place: EvaluationPlace; readonly set: KeptSet; readonly run: string },
  assistant: EvaluationTools,
  signal: AbortSignal,
): Promise<void> {
  const { runs } = place
  const changed = () => assistant.events.tell({ type: 'evaluations-changed', matter: place.matter?.id ?? null })
  const save = (change: Partial<EvaluationRun>) => {
    runs.save({ ...runNamed(place, run), ...change })
    changed()
  }
  const ended = (state: EvaluationRun['state'], failure: Message | null = null) => {
    const rows = rowsOfRun(place, run)
    const endedAt = assistant.now().toISOString()
    save({ state, failure, endedAt, leftMs: null, stage: null, done: rows.length, summary: summariseRun(rows) })
  }
  try {
    signal.throwIfAborted()
    save({ state: 'running', failure: null, endedAt: null })
    await answerAll({ place, set, run, save, changed }, assistant, signal)
    ended('done')
  } catch (error) {
    if (signal.aborted || place.matter?.closing.aborted) ended('stopped')
    else ended('failed', saidOf(error))
  }
}

type Carrying = {
  readonly place: EvaluationPlace
  readonly set: KeptSet
  readonly run: string
  readonly save: (change: Partial<EvaluationRun>) => void
  readonly changed: () => void
}

async function answerAll(
  { place, set, run, save, changed }: Carrying,
  assistant: EvaluationTools,
  signal: AbortSignal,
) {
  const { evaluations } = assistant
  const kept = runNamed(place, run)
  const { settings } = kept
  const asked = (await questionsOf(place, set)).filter(({ state }) => state === 'accepted')
  const known = new Set(rowsOfRun(place, run).map(({ id }) => id))
  const goesOn = known.size > 0 ? kept.begun : undefined
  const questions = goesOn
    ? asked.filter((one) => goesOn.questions.includes(one.id))
    : drawSample(asked, settings.sample, settings.seed)
  const left = questions.filter((one) => !known.has(one.id))
  const of = known.size + left.length
  const model = await modelFor(settings.model, assistant)
  if (!model) throw new Failure('NO_MODEL', message('failures.evaluation.runNeedsModel'))
  const embedder = (await assistant.shelf.embedder())?.info.id ?? null
  const { id, sha256 } = model.info
  const used = { model: { id, sha256 }, embedder }
  const answering = answeringNow(settings, sha256, assistant)
  if (known.size > 0) refuseOtherwise(kept, { ...used, answering })
  const begun = goesOn ?? { ...answering, questions: questions.map((one) => one.id) }
  const drawnFrom = goesOn ? kept.drawnFrom : asked.length
  save({ of, done: known.size, ...used, begun, ...(drawnFrom === undefined ? {} : { drawnFrom }) })
  const tell = (done: number, leftMs: number | null, stage: Message) => {
    evaluations.tell(run, { done, of, leftMs, stage })
    changed()
  }
  await using opened = await openForSet(
    { place, set, left, tell: (stage) => tell(known.size, null, stage) },
    assistant,
    signal,
  )
  const { matter, rules: ofSet, references } = opened
  const rules = settings.rules === 'on' ? ofSet : null
  const startedMs = performance.now()
  let done = 0
  tell(known.size, null, message('evaluation.stages.answering'))
  const all = AbortSignal.any([signal, matter.closing])
  for await (const row of runQuestions(
    left,
    { matter, references, model, assistant, run: { set: set.set, settings }, begun, rules },
    all,
  )) {
    place.runs.addRow(run, row)
    done += 1
    const eachMs = (performance.now() - startedMs) / done
    tell(known.size + done, eachMs * (left.length - done), message('evaluation.stages.answering'))
  }
}

/** How questions are answered, without which they are. */
type Answering = Omit<RunBeginning, 'questions'>

/** How a run that began now would be answered by a model, beside what its own settings say. */
export function answeringNow(
  { cards: wanted }: Pick<RunSettings, 'cards'>,
  sha256: string,
  { session }: Pick<EvaluationTools, 'session'>,
): Answering {
  const { app } = session.store()
  const answers = settingsFor(app.settings, sha256)
  const mode = cardMode(wanted, answers)
  const approved = mode === 'off' ? [] : approvedCards(app).map((card) => card.sha256)
  const threshold = mode === 'on' && approved.length > 0 ? gateThreshold(app.settings, sha256).threshold : null
  return { answers, strategies: measuredStrategies(app.settings, sha256), approved, threshold }
}

type Begun = Pick<EvaluationRun, 'begun' | 'model' | 'embedder'>

/**
 * Refuses to go on with a run whose other questions would be answered by other means than its first: another model, cards or search.
 * How answers are made is kept with the run, and needs no refusal. Throws `WRONG_USE`.
 */
function refuseOtherwise(
  { begun, model, embedder }: Begun,
  now: {
    readonly model: NonNullable<Begun['model']>
    readonly embedder: Begun['embedder']
    readonly answering: Answering
  },
): void {
  if (model && model.sha256 !== now.model.sha256)
    throw new Failure('WRONG_USE', message('failures.evaluation.otherModel', { model: model.id, now: now.model.id }))
  const difference =
    embedder === now.embedder
      ? begun && cardDifference(begun, now.answering)
      : message('failures.evaluation.otherSearch', { then: searchWords(embedder), now: searchWords(now.embedder) })
  if (difference) throw new Failure('WRONG_USE', difference)
}

function searchWords(embedder: string | null): Message {
  if (embedder === null) return message('failures.evaluation.wordsAlone')
  return message('failures.evaluation.wordsAnd', { embedder })
}

function cardDifference(then: Answering, now: Answering): Message | null {
  const isSame = then.approved.toSorted().join() === now.approved.toSorted().join()
  if (!isSame)
    return message('failures.evaluation.otherLessons', { then: then.approved.length, now: now.approved.length })
  return then.threshold === now.threshold ? null : message('failures.evaluation.otherThreshold')
}
