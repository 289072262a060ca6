import { resolve } from 'node:path'
import type { Command } from 'commander'
import { filePassphrase, newFilePassphrase } from '../file-passphrase.ts'
import type { Run } from '../program.ts'
import { sizeText } from '../sizes.ts'

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
          session.output.result(made, `Backed up ${made.files} files, ${sizeText(made.bytes)}.`)
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
              `Restored ${made.files} files, ${sizeText(made.bytes)}. The home is locked by the passphrase of the backup.`,
            )
          },
          { leaveNew: true },
        ),
      ),
    )
}
