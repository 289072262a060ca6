import type { Command } from 'commander'
import { verifyLedgerFile, writeLedgerFile } from '../../assistant/ledger-file.ts'
import type { LedgerCheck } from '../../contract/matter.ts'
import { EXIT_SOMETHING_WRONG } from '../exit-code.ts'
import type { Output } from '../output.ts'
import type { Run } from '../program.ts'

/** `ledger [MATTER] · ledger verify [FILE] · ledger export` */
export function addLedgerCommand(program: Command, run: Run): void {
  const ledger = program
    .command('ledger')
    .argument('[matter]', 'without one: the ledger of the application itself')
    .description('the record of what was done; each entry holds the hash of the one before')
    .option('--export <file>', 'write it as JSON lines, to be verified elsewhere')
    .action((matter: string | undefined, options: { export?: string }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const entries = await assistant.ledger.list({ matter: matter ?? null })
          if (options.export !== undefined) {
            await writeLedgerFile(entries, options.export)
            return output.result(
              { file: options.export, entries: entries.length },
              `Wrote ${entries.length} entries to ${options.export}.`,
            )
          }
          for (const entry of entries)
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

function report(check: LedgerCheck, name: string, output: Output): number {
  const text = check.valid
    ? `${name}: ${check.entries} entries, the chain is whole.`
    : `${name}: BROKEN at entry ${check.firstBad}: ${check.why}`
  output.result({ ledger: name, ...check }, text)
  return check.valid ? 0 : EXIT_SOMETHING_WRONG
}
