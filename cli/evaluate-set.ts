import type { EvaluationRun, QuestionSet, RunSettings } from '../contract/evaluation.ts'
import type { AssistantClient } from '../contract/index.ts'
import type { Output } from './output.ts'
import { progressBar } from './progress-bar.ts'
import { showRun } from './show-run.ts'
import { notFound, wrongUse } from './usage-error.ts'

export type SetOptions = {
  readonly set: string
  readonly matter: string | null
  readonly settings: readonly RunSettings[]
  readonly calibrate: boolean
}

const LOOKED_EVERY_MS = 300

/** Runs a question set that is kept here, one run for each of the settings, and waits for them. Stopped, it keeps what it has. */
export async function evaluateSet(
  { set: name, matter, settings, calibrate }: SetOptions,
  assistant: AssistantClient,
  output: Output,
  signal: AbortSignal,
): Promise<void> {
  const set = await setNamed(assistant, matter, name)
  const started = await assistant.evaluation.start({ matter: set.matter, set: set.set, settings: [...settings] })
  for (const { run } of started) {
    const ended = await waitFor(assistant, set.matter, run, output, signal)
    showRun(ended, output)
    if (ended.state === 'failed') throw wrongUse(ended.failure ?? 'The run failed.')
    if (calibrate && ended.state === 'done') {
      const summary = await assistant.evaluation.calibrate({ matter: set.matter, run })
      output.result(summary, `Calibrated on ${summary.answers} answers.`)
    }
  }
}

/** A set by its name or id; those of the matter come first. */
export async function setNamed(assistant: AssistantClient, matter: string | null, name: string): Promise<QuestionSet> {
  const sets = await assistant.evaluation.sets({ matter })
  const found = sets.find((set) => set.name === name || set.set === name)
  if (!found) throw notFound(`There is no question set "${name}". To see them all: consilium eval sets`)
  return found
}

async function waitFor(
  assistant: AssistantClient,
  matter: string | null,
  run: string,
  output: Output,
  signal: AbortSignal,
): Promise<EvaluationRun> {
  for (;;) {
    const found = (await assistant.evaluation.runs({ matter })).find((one) => one.run === run)
    if (!found) throw notFound('The run was deleted meanwhile.')
    if (found.state !== 'running' && found.state !== 'waiting') return found
    if (signal.aborted) await assistant.evaluation.stop({ matter, run })
    else
      output.progress(
        `${progressBar(found.done / Math.max(1, found.of), found.leftMs === null ? null : found.leftMs / 1000)}  ${found.stage ?? 'waiting'}`,
      )
    await new Promise((resolve) => setTimeout(resolve, LOOKED_EVERY_MS))
  }
}
