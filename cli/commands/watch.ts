import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import type { WatchedFolder } from '../../contract/watch.ts'
import type { Run } from '../program.ts'
import { wrongUse } from '../usage-error.ts'

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

export function watchLine({ kind, folder, message }: WatchedFolder): string {
  return `${kind.padEnd(10)} ${folder}${message === null ? '' : `  ${message}`}`
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
