import type { Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import type { Run } from '../program.ts'
import { wrongUse } from '../usage-error.ts'

const ACTIONS = ['list', 'pause', 'resume', 'cancel', 'retry'] as const
type Action = (typeof ACTIONS)[number]

export function addJobsCommand(program: Command, run: Run): void {
  program
    .command('jobs <matter> [action] [document]')
    .description('what is being read: list (the default), pause, resume, cancel, retry')
    .action((matter: string, action = 'list', document: string | undefined = undefined) =>
      run(({ withAssistant, output }) => {
        if (!ACTIONS.includes(action as Action)) throw wrongUse(`"${action}" is none of ${ACTIONS.join(', ')}.`)
        return withAssistant(async (assistant) => {
          await change(assistant, action as Action, matter, document ?? null)
          for (const job of await assistant.job.list({ matter }))
            output.result(
              job,
              `${job.state.padEnd(10)} ${job.document}  ${job.error?.message ?? `${job.pagesDone} of ${job.pages} pages`}`,
            )
        })
      }),
    )
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
