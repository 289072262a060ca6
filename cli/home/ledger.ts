import type { Command } from 'commander'
import { verifyLedgerFile, writeLedgerFile } from '../../assistant/home/ledger-file.ts'
import type { LedgerCheck, LedgerEntry } from '../../contract/ledger.ts'
import { EXIT_SOMETHING_WRONG, wrongUse } from '../failures.ts'
import type { Output } from '../output.ts'
import type { Run } from '../session.ts'
import { messageText } from '../../wording/message-text.ts'

type ListOptions = { readonly export?: string; readonly find?: string; readonly since?: string }

/** `ledger [MATTER] · ledger verify [FILE]` */
export function addLedgerCommand(program: Command, run: Run): void {
  const ledger = program
    .command('ledger')
    .argument('[matter]', 'without one: the ledger of the application itself')
    .description('the record of what was done; each entry holds the hash of the one before')
    .option('--export <file>', 'write all of it as JSON lines, to be verified elsewhere')
    .option('--find <words>', 'only entries in which all these words occur: a kind, an id, a hash, a person')
    .option('--since <day>', 'only entries from this day on, as 2026-06-03')
    .action((matter: string | undefined, options: ListOptions) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const isWanted = wantedEntries(options)
          const entries = await assistant.ledger.list({ matter: matter ?? null })
          if (options.export !== undefined) {
            await writeLedgerFile(entries, options.export)
            return output.result(
              { file: options.export, entries: entries.length },
              `Wrote ${entries.length} entries to ${options.export}.`,
            )
          }
          for (const entry of entries.filter(isWanted))
            output.result(
              entry,
              `${String(entry.seq).padStart(5)}  ${entry.time.slice(0, 19).replace('T', ' ')}  ${entry.kind.padEnd(18)} ${JSON.stringify(entry.data)}`,
            )
        }),
      ),
    )

  ledger
    .command('verify [file]')
    .description('check the chain: of an exported file, or (without one) of every matter here')
    .action((file: string | undefined) =>
      run(async ({ withAssistant, output }) => {
        if (file !== undefined) return report(await verifyLedgerFile(file), file, output)
        return withAssistant(async (assistant) => {
          let worst = report(await assistant.ledger.verify({ matter: null }), 'application', output)
          for (const { matter } of await assistant.matter.list())
            worst = Math.max(worst, report(await assistant.ledger.verify({ matter }), matter, output))
          return worst
        })
      }),
    )
}

/** Throws wrong use: a copy with gaps would not verify, and a day that is none would find nothing. */
function wantedEntries({ export: file, find, since }: ListOptions): (entry: LedgerEntry) => boolean {
  if (file !== undefined && (find !== undefined || since !== undefined))
    throw wrongUse(
      '--export writes the whole ledger, which a part of it could not prove. Leave out --find and --since.',
    )
  if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since))
    throw wrongUse(`--since takes a day as 2026-06-03, not "${since}".`)
  const words = (find ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return (entry) => {
    const text = JSON.stringify(entry).toLowerCase()
    return (since === undefined || entry.time >= since) && words.every((word) => text.includes(word))
  }
}

function report(check: LedgerCheck, name: string, output: Output): number {
  const text = check.valid
    ? `${name}: ${check.entries} entries, the chain is whole.`
    : `${name}: BROKEN at entry ${check.firstBad}: ${check.why === null ? '' : messageText(check.why)}`
  output.result({ ledger: name, ...check }, text)
  return check.valid ? 0 : EXIT_SOMETHING_WRONG
}
