import type { Command } from 'commander'
import type { Job } from '../../contract/document.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { awaitDocuments } from '../await-documents.ts'
import { EXIT_SOMETHING_WRONG } from '../exit-code.ts'
import type { Run } from '../program.ts'
import { wrongUse } from '../usage-error.ts'

const ACTIONS = ['list', 'pause', 'resume', 'cancel', 'retry'] as const
/** After these there is something to read. */
const READING_ACTIONS: readonly string[] = ['resume', 'retry'] satisfies readonly Action[]
type Action = (typeof ACTIONS)[number]

export function addJobsCommand(program: Command, run: Run): void {
  program
    .command('jobs <matter> [action] [document]')
    .description('what is being read: list (the default), pause, resume, cancel, retry')
    .action((matter: string, action = 'list', document: string | undefined = undefined) =>
      run((session) => {
        if (!ACTIONS.includes(action as Action)) throw wrongUse(`"${action}" is none of ${ACTIONS.join(', ')}.`)
        return session.withAssistant(async (assistant, isRunningApp) => {
          await change(assistant, action as Action, matter, document ?? null)
          // The app reads on by itself; without it, whoever sets the reading going has to stay until it is done.
          const reads = !isRunningApp && READING_ACTIONS.includes(action)
          if (reads) await awaitDocuments(session, assistant, matter)
          const jobs = await assistant.job.list({ matter })
          for (const job of jobs) session.output.result(job, jobLine(job))
          if (action === 'pause') session.output.text(`Reading is paused. To go on: consilium jobs "${matter}" resume`)
          return reads && jobs.some(({ state }) => state === 'failed' || state === 'paused') ? EXIT_SOMETHING_WRONG : 0
        })
      }),
    )
}

function jobLine({ state, document, error, pagesDone, pages }: Job): string {
  return `${state.padEnd(10)} ${document}  ${error?.message ?? `${pagesDone} of ${pages} pages`}`
}

async function change(
  assistant: AssistantClient,
  action: Action,
  matter: string,
  document: string | null,
): Promise<void> {
  if (action === 'pause') await assistant.job.pause({ matter })
  if (action === 'resume') await assistant.job.resume({ matter })
  if (action === 'cancel') await assistant.job.cancel({ matter, document })
  if (action === 'retry') await assistant.job.retry({ matter, document })
}
