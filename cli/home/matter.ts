import { messageText } from '../../wording/message-text.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import type { Matter } from '../../contract/matter.ts'
import { filePassphrase, newFilePassphrase } from './backup.ts'
import { matterNamed } from '../find-named.ts'
import type { Run } from '../session.ts'
import { wrongUse } from '../failures.ts'

/** `matter create · list · rename · delete · sending · jurisdiction · export · import · archive` */
export function addMatterCommand(program: Command, run: Run): void {
  const matter = program.command('matter').description('the cases: each with its own documents, key and record')

  matter
    .command('create <name>')
    .description('make an empty matter')
    .option('--subtitle <text>', 'a line below the name', '')
    .action((name: string, { subtitle }: { subtitle: string }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const made = await assistant.matter.create({ name, subtitle })
          output.result(made, `Made "${made.matter}". Put documents in: consilium add "${made.matter}" FILE-OR-FOLDER`)
        }),
      ),
    )

  matter
    .command('list')
    .description('all matters')
    .action(() =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const matters = await assistant.matter.list()
          for (const one of matters) output.result(one, line(one))
          if (matters.length === 0) output.text('No matters yet. Make one: consilium matter create NAME')
        }),
      ),
    )

  addRenameCommand(matter, run)

  matter
    .command('delete <name>')
    .description('destroy the key of a matter, then its file; older backups still hold it')
    .option('--yes', 'really')
    .action((name: string, { yes }: { yes?: boolean }) =>
      run(({ withAssistant, output }) => {
        if (!yes) throw wrongUse(`Deleting "${name}" cannot be undone. Say it with --yes.`)
        return withAssistant(async (assistant) => {
          const { matter: deleted, id } = await matterNamed(assistant, name)
          await assistant.matter.delete({ matter: id })
          output.result(
            { matter: deleted, id, deleted: true },
            `"${deleted}" is deleted: its key is destroyed. Backups made earlier still hold it.`,
          )
        })
      }),
    )

  matter
    .command('archive <name>')
    .description('put a matter away, or back with --undo')
    .option('--undo', 'bring it back')
    .action((name: string, { undo }: { undo?: boolean }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const changed = await assistant.matter.archive({ matter: name, archived: !undo })
          output.result(changed, `"${changed.matter}" is ${undo ? 'back' : 'archived'}.`)
        }),
      ),
    )

  addSendingCommand(matter, run)
  addJurisdictionCommand(matter, run)
  addFileCommands(matter, run)
}

function addRenameCommand(matter: Command, run: Run): void {
  matter
    .command('rename <name> <new-name>')
    .description('give a matter another name; what it holds stays as it is')
    .action((name: string, newName: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { matter: before, id } = await matterNamed(assistant, name)
          const renamed = await assistant.matter.rename({ matter: id, name: newName })
          output.result(renamed, `"${before}" is now named "${renamed.matter}".`)
        }),
      ),
    )
}

function addSendingCommand(matter: Command, run: Run): void {
  matter
    .command('sending <name>')
    .addArgument(
      new Argument('[switch]', 'off: nothing of it may leave, whatever else is allowed').choices(['on', 'off']),
    )
    .description('whether a packet of this matter may be sent to a cloud model')
    .action((name: string, position: 'on' | 'off' | undefined) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { matter: named, id } = await matterNamed(assistant, name)
          if (position) await assistant.packet.allowSending({ matter: id, allowed: position === 'on' })
          const { allowed } = await assistant.packet.sending({ matter: id })
          const words = allowed ? 'may be sent, each after your consent' : 'may not be sent'
          output.result({ matter: named, sending: allowed }, `Packets of "${named}" ${words}.`)
        }),
      ),
    )
}

function addJurisdictionCommand(matter: Command, run: Run): void {
  matter
    .command('jurisdiction <name> [place]')
    .description('the law that a matter is under; rules that are law of another place are then not used')
    .option('--none', 'no certain one: each pack counts by its own law, as at first')
    .action((name: string, place: string | undefined, { none = false }: { none?: boolean }) =>
      run(({ withAssistant, output }) => {
        if (none && place !== undefined) throw wrongUse('Say a place or --none, not both.')
        return withAssistant(async (assistant) => {
          const { matter: named, id } = await matterNamed(assistant, name)
          const input = { matter: id, jurisdiction: place ?? null }
          const isSet = none || place !== undefined
          const law = await (isSet ? assistant.pack.setJurisdiction(input) : assistant.pack.jurisdiction(input))
          const { jurisdiction, rulesNotUsed } = law
          const words = jurisdiction === null ? 'no certain law: each pack counts by its own' : `law of ${jurisdiction}`
          output.result({ matter: named, jurisdiction, rulesNotUsed }, `"${named}" is under ${words}.`)
          for (const sentence of rulesNotUsed) output.text(`${messageText(sentence)}.`)
        })
      }),
    )
}

function addFileCommands(matter: Command, run: Run): void {
  matter
    .command('export <name> <file>')
    .description('one matter as one encrypted file, under a passphrase of its own')
    .action((name: string, file: string) =>
      run((session) =>
        session.withAssistant(async (assistant) => {
          const { matter: exported, id, documents } = await matterNamed(assistant, name)
          const passphrase = await newFilePassphrase(session, 'Passphrase for the exported file: ')
          const { signal } = session
          const made = await assistant.matter.export({ matter: id, file: resolve(file), passphrase }, { signal })
          session.output.result(
            { matter: exported, id, documents, ...made },
            `Wrote ${made.file}, ${formatBytes(made.bytes)}. It opens with that passphrase only.`,
          )
        }),
      ),
    )

  matter
    .command('import <file>')
    .description('take in a matter exported here or elsewhere')
    .action((file: string) =>
      run((session) =>
        session.withAssistant(async (assistant) => {
          const passphrase = await filePassphrase(session, 'Passphrase of the exported file: ')
          const { signal } = session
          const taken = await assistant.matter.import({ file: resolve(file), passphrase }, { signal })
          session.output.result(taken, line(taken))
        }),
      ),
    )
}

function line({ matter, documents, bytes, archived }: Matter): string {
  return `${matter}  ${documents} ${documents === 1 ? 'document' : 'documents'}, ${formatBytes(bytes)}${archived ? ', archived' : ''}`
}
