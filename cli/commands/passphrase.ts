import type { Command } from 'commander'
import { askPassphrase } from '../ask-passphrase.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'
import { wrongUse } from '../usage-error.ts'

/** `passphrase set · change · recovery-key · recover` */
export function addPassphraseCommand(program: Command, run: Run): void {
  const passphrase = program.command('passphrase').description('how the home is locked')
  for (const name of ['set', 'change'])
    passphrase
      .command(name)
      .description(
        name === 'set'
          ? 'lock the home by a passphrase instead of a key file'
          : 'another passphrase; nothing is encrypted anew',
      )
      .option('--recovery-key <key>', 'a recovery key printed earlier, for a forgotten passphrase')
      .action(({ recoveryKey }: { recoveryKey?: string }) =>
        run((session) =>
          session.withAssistant(async (assistant) => {
            const next = await chosenPassphrase(session)
            const { mode } = await assistant.home.setPassphrase({ passphrase: next, recoveryKey: recoveryKey ?? null })
            session.output.result(
              { mode },
              'The home is locked by the new passphrase. Print a recovery key: consilium passphrase recovery-key',
            )
          }),
        ),
      )

  passphrase
    .command('recovery-key')
    .description('make a key that opens the home when the passphrase is forgotten; shown once')
    .action(() =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { recoveryKey } = await assistant.home.recoveryKey()
          output.result(
            { mode: (await assistant.application.status()).keyMode, recoveryKey },
            `${recoveryKey}\n\nPrint it and keep it away from this computer. It is not shown again; an earlier one no longer opens the home.`,
          )
        }),
      ),
    )
}

async function chosenPassphrase({ env, signal }: Session): Promise<string> {
  if (env.CONSILIUM_NEW_PASSPHRASE) return env.CONSILIUM_NEW_PASSPHRASE
  const first = await askPassphrase('New passphrase: ', signal)
  const second = await askPassphrase('Once more: ', signal)
  if (first !== second) throw wrongUse('The two passphrases differ. Nothing was changed.')
  if (first === '') throw wrongUse('An empty passphrase locks nothing. Nothing was changed.')
  return first
}
