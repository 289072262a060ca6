import type { DocumentRow } from '../contract/document.ts'
import type { AssistantClient } from '../contract/index.ts'
import { watchLine } from './commands/watch.ts'
import type { Session } from './session.ts'

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
  let known = new Map<string, string>()
  try {
    known = await tellEnded(assistant, matter, null, () => {})
    for await (const event of await assistant.application.events(undefined, { signal }))
      if (event.type === 'documents-changed' || event.type === 'watch-changed')
        known = await tellEnded(assistant, matter, known, (line, row) =>
          output.result({ type: 'document', ...row }, line),
        )
  } catch (error) {
    // The user has seen enough; what is being read goes on at the next start.
    if (!signal.aborted) throw error
  }
}

/** Tells of the documents that ended, or went, since `before`; gives what is known now. */
async function tellEnded(
  assistant: AssistantClient,
  matter: string,
  before: ReadonlyMap<string, string> | null,
  tell: (line: string, row: Partial<DocumentRow>) => void,
): Promise<Map<string, string>> {
  const rows = (await assistant.library.documents({ matter })).filter(({ state }) => !ON_THE_WAY.includes(state))
  const now = new Map(rows.map((row) => [row.documentId, `${row.document} ${row.state} ${row.sha256}`]))
  for (const row of rows) {
    if (before === null || before.get(row.documentId) === now.get(row.documentId)) continue
    tell(`${row.state.padEnd(14)} ${row.document}`, row)
  }
  return now
}
