import { formatBytes } from '../../wording/format-quantity.ts'
import type { Command } from 'commander'
import { resolve } from 'node:path'
import { askPassphrase, choosePassphrase } from '../ask-passphrase.ts'
import { wrongUse } from '../failures.ts'
import type { Run, Session } from '../session.ts'

/** `backup · restore` */
export function addBackupCommands(program: Command, run: Run): void {
  program
    .command('backup <folder>')
    .description('everything but the models, still encrypted, under a passphrase of its own')
    .action((folder: string) =>
      run((session) =>
        session.withAssistant(async (assistant) => {
          const passphrase = await newFilePassphrase(session, 'Passphrase for the backup: ')
          const made = await assistant.home.backup({ folder: resolve(folder), passphrase }, { signal: session.signal })
          session.output.result(made, `Backed up ${made.files} files, ${formatBytes(made.bytes)}.`)
        }),
      ),
    )
  program
    .command('restore <folder>')
    .description('a backup into an empty home')
    .action((folder: string) =>
      run((session) =>
        session.withAssistant(
          async (assistant) => {
            const passphrase = await filePassphrase(session, 'Passphrase of the backup: ')
            const made = await assistant.home.restore(
              { folder: resolve(folder), passphrase },
              { signal: session.signal },
            )
            session.output.result(
              made,
              `Restored ${made.files} files, ${formatBytes(made.bytes)}. The home is locked by the passphrase of the backup.`,
            )
          },
          { leaveNew: true },
        ),
      ),
    )
}

const VARIABLE = 'CONSILIUM_FILE_PASSPHRASE'

/** The passphrase of a file or a backup that is there: `CONSILIUM_FILE_PASSPHRASE`, else asked for. It is not the home's. */
export function filePassphrase({ env, signal }: Session, text: string): Promise<string> {
  return fromEnvironment(env) ?? askPassphrase({ text, variable: VARIABLE }, signal).then(notEmpty)
}

/** That of one that is about to be written: asked for twice, for a slip of the hand would lock it for ever. */
export function newFilePassphrase({ env, signal }: Session, text: string): Promise<string> {
  return fromEnvironment(env) ?? choosePassphrase({ text, variable: VARIABLE }, signal)
}

function fromEnvironment(env: NodeJS.ProcessEnv): Promise<string> | null {
  const given = env[VARIABLE]
  return given ? Promise.resolve(given) : null
}

function notEmpty(given: string): string {
  if (!given) throw wrongUse(`A passphrase is needed: type one, or set ${VARIABLE}.`)
  return given
}
