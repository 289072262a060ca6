import { wordsWithCommand } from '../next-command.ts'
import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { DocumentRow } from '../../contract/document.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { WatchedFolder } from '../../contract/matter.ts'
import { wrongUse } from '../failures.ts'
import type { Run, Session } from '../session.ts'
import { t } from '../../wording/translate.ts'

const ACTIONS = ['list', 'pause', 'resume', 'remove', 'accept'] as const
type Action = (typeof ACTIONS)[number]

export function addWatchCommand(program: Command, run: Run): void {
  program
    .command('watch <matter> [action] [folder]')
    .description(
      'the folders that a matter follows: list (the default), pause, resume, remove; accept: take out what is gone',
    )
    .action((matter: string, action = 'list', folder: string | undefined = undefined) =>
      run(({ withAssistant, output }) => {
        if (!ACTIONS.includes(action as Action)) throw wrongUse(`"${action}" is none of ${ACTIONS.join(', ')}.`)
        if (action !== 'list' && folder === undefined)
          throw wrongUse(`Which folder? consilium watch MATTER ${action} FOLDER`)
        return withAssistant(async (assistant) => {
          if (folder !== undefined) await change(assistant, action as Action, { matter, folder: resolve(folder) })
          const watched = await assistant.watch.list({ matter })
          for (const one of watched) output.result({ type: 'watch', ...one }, watchLine(one))
          if (watched.length === 0)
            output.text(`No folder is watched. Begin with: consilium add "${matter}" FOLDER --watch`)
        })
      }),
    )
}

function watchLine({ kind, folder, message }: WatchedFolder): string {
  return `${kind.padEnd(10)} ${folder}${message === null ? '' : `  ${wordsWithCommand(message)}`}`
}

async function change(
  { watch }: AssistantClient,
  action: Action,
  which: { readonly matter: string; readonly folder: string },
): Promise<void> {
  if (action === 'pause') await watch.pause(which)
  if (action === 'resume') await watch.resume(which)
  if (action === 'remove') await watch.remove(which)
  if (action === 'accept') await watch.accept(which)
}

type Following = { readonly matter: string; readonly folders: readonly string[]; readonly isRunningApp: boolean }

const ON_THE_WAY: readonly DocumentRow['state'][] = [
  'queued',
  'checking',
  'reading',
  'recognising',
  'splitting',
  'embedding',
]

/** Watches folders and tells of each document that comes to an end, until it is interrupted; an open app watches by itself. */
export async function followFolders(
  { output, signal }: Pick<Session, 'output' | 'signal'>,
  assistant: AssistantClient,
  { matter, folders, isRunningApp }: Following,
): Promise<void> {
  for (const folder of folders) await assistant.watch.add({ matter, folder })
  for (const watched of await assistant.watch.list({ matter }))
    output.result({ type: 'watch', ...watched }, watchLine(watched))
  if (isRunningApp) return output.text('The app, which is open, follows them from now on.')
  output.text('Following. Ctrl-C ends it; the folders stay watched whenever the app is open.')
  let known: Known = new Map()
  try {
    known = await tellEnded(assistant, matter, null, () => {})
    for await (const event of await assistant.application.events(undefined, { signal }))
      if (event.type === 'documents-changed' || event.type === 'watch-changed')
        known = await tellEnded(assistant, matter, known, (line, told) => output.result(told, line))
  } catch (error) {
    // The user has seen enough; what is being read goes on at the next start.
    if (!signal.aborted) throw error
  }
}

/** The documents that were there: their names, and how they ended; null: on the way. */
type Known = ReadonlyMap<string, { readonly document: string; readonly end: string | null }>

/** Tells of the documents that ended, or went, since `before`; gives what is known now. */
async function tellEnded(
  assistant: AssistantClient,
  matter: string,
  before: Known | null,
  tell: (line: string, told: object) => void,
): Promise<Known> {
  const rows = await assistant.library.documents({ matter })
  const now: Known = new Map(
    rows.map(({ documentId, document, state, sha256 }) => {
      const end = ON_THE_WAY.includes(state) ? null : `${document} ${state} ${sha256}`
      return [documentId, { document, end }]
    }),
  )
  for (const row of rows) {
    const end = now.get(row.documentId)?.end ?? null
    if (before === null || end === null || before.get(row.documentId)?.end === end) continue
    tell(`${t(`library.states.${row.state}`).padEnd(14)} ${row.document}`, { type: 'document', ...row })
  }
  for (const [documentId, { document }] of before ?? [])
    if (!now.has(documentId))
      tell(`${'removed'.padEnd(14)} ${document}`, { type: 'document-removed', documentId, document })
  return now
}
