import { type Command, Option } from 'commander'
import type { Job } from '../../contract/document.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { EXIT_SOMETHING_WRONG, wrongUse } from '../failures.ts'
import { wordsWithCommand } from '../next-command.ts'
import { progressBar } from '../output.ts'
import type { Run, Session } from '../session.ts'

const ACTIONS = ['list', 'pause', 'resume', 'cancel', 'retry'] as const

/** After these there is something to read. */
const READING_ACTIONS: readonly string[] = ['resume', 'retry'] satisfies readonly Action[]
type Action = (typeof ACTIONS)[number]
type JobsOptions = { readonly minutes?: number }

const MINUTES_AT_MOST = 120

export function addJobsCommand(program: Command, run: Run): void {
  program
    .command('jobs <matter> [action] [document]')
    .description('what is being read: list (the default), pause, resume, cancel (skips a document, or all), retry')
    .addOption(
      new Option(
        '--minutes <number>',
        `with retry: how long a document may take this time, 1 to ${MINUTES_AT_MOST}`,
      ).argParser(parseMinutes),
    )
    .action((matter: string, action: string | undefined, document: string | undefined, { minutes }: JobsOptions) =>
      run((session) => {
        const wanted = parseAction(action)
        if (minutes !== undefined && wanted !== 'retry') throw wrongUse('--minutes goes with retry.')
        return session.withAssistant(async (assistant, isRunningApp) => {
          await change(assistant, wanted, { matter, document: document ?? null, minutes: minutes ?? null })
          // The app reads on by itself; without it, whoever sets the reading going has to stay until it is done.
          const reads = !isRunningApp && READING_ACTIONS.includes(wanted)
          if (reads) await awaitDocuments(session, assistant, matter)
          const jobs = await assistant.job.list({ matter })
          for (const job of jobs) session.output.result(job, jobLine(job))
          for (const job of jobs) if (isSlow(job) && wanted === 'list') session.output.text(longerLine(matter, job))
          if (wanted === 'pause') session.output.text(`Reading is paused. To go on: consilium jobs "${matter}" resume`)
          return reads && jobs.some(({ state }) => state === 'failed' || state === 'paused') ? EXIT_SOMETHING_WRONG : 0
        })
      }),
    )
}

function jobLine({ state, document, error, pagesDone, pages }: Job): string {
  return `${state.padEnd(10)} ${document}  ${error ? wordsWithCommand(error.message) : `${pagesDone} of ${pages} pages`}`
}

function isSlow({ state, error }: Job): boolean {
  return state === 'failed' && error?.code === 'time'
}

function longerLine(matter: string, { document }: Job): string {
  return `To give it longer: consilium jobs "${matter}" retry "${document}" --minutes 10`
}

function parseAction(action = 'list'): Action {
  const known = ACTIONS.find((one) => one === action)
  if (!known) throw wrongUse(`"${action}" is none of ${ACTIONS.join(', ')}.`)
  return known
}

function parseMinutes(given: string): number {
  const minutes = Number(given)
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MINUTES_AT_MOST)
    throw wrongUse(`--minutes takes a whole number from 1 to ${MINUTES_AT_MOST}, not "${given}".`)
  return minutes
}

type Wanted = { readonly matter: string; readonly document: string | null; readonly minutes: number | null }

async function change(
  assistant: AssistantClient,
  action: Action,
  { matter, document, minutes }: Wanted,
): Promise<void> {
  if (action === 'pause') await assistant.job.pause({ matter })
  if (action === 'resume') await assistant.job.resume({ matter })
  if (action === 'cancel') await assistant.job.cancel({ matter, document })
  if (action === 'retry') await assistant.job.retry({ matter, document, minutes })
}

const LOOK_EVERY_MS = 200

/** Waits until every document of a matter has been read, showing how far it is. */
export async function awaitDocuments(
  { output, signal }: Pick<Session, 'output' | 'signal'>,
  assistant: AssistantClient,
  matter: string,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const jobs = await assistant.job.list({ matter })
    const waiting = jobs.filter(({ state }) => state === 'queued' || state === 'running')
    if (waiting.length === 0) break
    output.progress(
      `${progressBar(1 - waiting.length / jobs.length, null)}  ${waiting[0]?.stage} ${waiting[0]?.document}`,
    )
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  output.progress(null)
}
