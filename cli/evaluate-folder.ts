import type { CompleteEvaluationInput } from '../contract/evaluation.ts'
import type { AssistantClient } from '../contract/index.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG } from './exit-code.ts'
import type { Output } from './output.ts'
import { progressBar } from './progress-bar.ts'
import { interrupted } from './usage-error.ts'

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
        output.progress(`${progressBar(event.done / Math.max(1, event.of), null)}  ${event.stage}`)
      else {
        output.result(event.metrics, JSON.stringify(event.metrics, null, 2))
        const missing = [event.notWritten, event.notCalibrated].filter((why) => why !== null)
        for (const why of missing) output.note(why)
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
