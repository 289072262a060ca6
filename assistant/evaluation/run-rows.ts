import { randomUUID } from 'node:crypto'
import { EvaluationRun, RunRow, type RunSettings } from '../../contract/evaluation/evaluation.ts'
import type { Assistant } from '../assistant.ts'
import { carryOutRun } from './carry-out-run.ts'
import type { EvaluationPlace } from '../questions/evaluation-place.ts'
import { findSet, type KeptSet } from '../questions/question-set.ts'
import { readableRows } from '../home/readable-rows.ts'

/** Newest first, with how far those are that run now; one that the end of the program interrupted is stopped. */
export function listRuns({ runs }: EvaluationPlace, { evaluations }: Assistant): readonly EvaluationRun[] {
  return readableRows(EvaluationRun, runs.list()).map((run) => {
    const state = evaluations.state(run.run)
    if (state !== null) return { ...run, state, ...evaluations.progress(run.run) }
    const isInterrupted = run.state === 'running' || run.state === 'waiting'
    return isInterrupted ? { ...run, state: 'stopped', leftMs: null } : run
  })
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
  assistant: Assistant,
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
export async function resumeRun(place: EvaluationPlace, run: string, assistant: Assistant): Promise<void> {
  const { set } = EvaluationRun.parse(place.runs.get(run))
  begin(place, await findSet(place, set, assistant.samplesFolder), run, assistant)
}

function begin(place: EvaluationPlace, set: KeptSet, run: string, assistant: Assistant): void {
  const matter = place.matter?.id ?? null
  assistant.evaluations.begin(run, matter, (signal) => carryOutRun({ place, set, run }, assistant, signal))
  assistant.events.tell({ type: 'evaluations-changed', matter })
}
