import { messageText } from '../../wording/message-text.ts'
import { isDeepStrictEqual } from 'node:util'
import { refuseUnwritable } from '../../assistant/evaluation/refuse-unwritable.ts'
import type {
  CompleteEvaluationInput,
  EvaluationRun,
  QuestionSet,
  RunSettings,
} from '../../contract/evaluation/evaluation.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { writeUnencrypted } from '../arguments.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG, interrupted, notFound } from '../failures.ts'
import { setNamed } from '../find-named.ts'
import { gateWords, showRun } from './show-run.ts'
import { type Output, progressBar } from '../output.ts'

export type SetOptions = {
  readonly set: string
  readonly matter: string | null
  readonly settings: readonly RunSettings[]
  readonly calibrate: boolean
  /** Goes on with the runs that were stopped, and begins none. */
  readonly resume: boolean
  /** A file for a report with plots. */
  readonly html: string | null
}

const LOOKED_EVERY_MS = 300

/**
 * Runs a question set that is kept here, one run for each of the settings, and waits for them; gives the exit code. Stopped,
 * it keeps what it has.
 */
export async function evaluateSet(
  { set: name, matter, settings, calibrate, resume, html }: SetOptions,
  assistant: AssistantClient,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  if (html !== null) await refuseUnwritable(html)
  const set = await setNamed(assistant, matter, name)
  const runs = resume
    ? await goOn(set, settings, assistant)
    : (await assistant.evaluation.start({ matter: set.matter, set: set.set, settings: [...settings] })).map(
        ({ run }) => run,
      )
  for (const run of runs) {
    const ended = await waitFor(assistant, set.matter, run, output, signal)
    showRun(ended, output)
    if (signal.aborted) {
      // Those that wait would go on where the app carries them out.
      for (const other of runs) await assistant.evaluation.stop({ matter: set.matter, run: other })
      throw interrupted(
        `Interrupted. Run ${ended.number} is kept with ${ended.done} questions; the same command with --resume goes on.`,
      )
    }
    // Why it failed stands in its line.
    if (ended.state === 'failed') return EXIT_SOMETHING_WRONG
    if (html !== null) {
      const { file } = await assistant.evaluation.export({ matter: set.matter, run, against: null, format: 'html' })
      output.note(await writeUnencrypted(html, await file.text()))
    }
    if (calibrate && ended.state === 'done') {
      const summary = await assistant.evaluation.calibrate({ matter: set.matter, run })
      const gate = await assistant.card.gate({ sha256: summary.model.sha256 })
      output.result({ ...summary, gate }, `Calibrated on ${summary.answers} answers. ${gateWords(gate)}`)
      if (summary.gateLeft !== null) output.note(messageText(summary.gateLeft))
    }
  }
  return EXIT_DONE
}

/** Goes on with the newest run that was stopped or failed, for each of the settings; gives their ids. */
async function goOn(
  { set, matter, name }: QuestionSet,
  settings: readonly RunSettings[],
  assistant: AssistantClient,
): Promise<readonly string[]> {
  const stopped = (await assistant.evaluation.runs({ matter })).filter(
    (run) => run.set === set && (run.state === 'stopped' || run.state === 'failed'),
  )
  const runs = settings.flatMap((one) => stopped.find((run) => isDeepStrictEqual(run.settings, one))?.run ?? [])
  if (runs.length === 0)
    throw notFound(`No run of "${name}" with these settings was stopped. Without --resume a new one is begun.`)
  for (const run of runs) await assistant.evaluation.resume({ matter, run })
  return runs
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
        `${progressBar(found.done / Math.max(1, found.of), found.leftMs === null ? null : found.leftMs / 1000)}  ${found.stage ? messageText(found.stage) : 'waiting'}`,
      )
    await new Promise((resolve) => setTimeout(resolve, LOOKED_EVERY_MS))
  }
}

const WORDS_ONLY =
  'No embedding model is installed: this measures search by words alone. For both: consilium models get all-minilm-l6-v2-int8'

/** Measures on a folder of documents and questions, and prints its metrics; gives the exit code. */
export async function evaluateFolder(
  input: CompleteEvaluationInput,
  assistant: AssistantClient,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const { models } = await assistant.model.list()
  let remark = models.some(({ kind, inUse }) => kind === 'embedding' && inUse) ? null : WORDS_ONLY
  let code = EXIT_DONE
  try {
    for await (const event of await assistant.evaluation.run(input, { signal })) {
      // Not before the set was found to be one: a failure is one line.
      if (remark !== null) output.note(remark)
      remark = null
      if (event.type === 'evaluation-progress')
        output.progress(`${progressBar(event.done / Math.max(1, event.of), null)}  ${messageText(event.stage)}`)
      else {
        output.result(event.metrics, JSON.stringify(event.metrics, null, 2))
        const missing = [event.notWritten, event.notCalibrated].filter((why) => why !== null)
        for (const why of missing) output.note(messageText(why))
        code = missing.length === 0 ? EXIT_DONE : EXIT_SOMETHING_WRONG
      }
    }
  } catch (error) {
    throw signal.aborted ? interrupted(whatIsKept(input)) : error
  }
  return code
}

/** Only the answers in the folder of the report outlive an interruption. */
function whatIsKept({ report }: CompleteEvaluationInput): string {
  return report === null
    ? 'Interrupted. Nothing was kept: answers are kept only with --report, and gone on with by --resume.'
    : `Interrupted. The answers so far are kept in ${report}; the same command with --resume goes on.`
}
