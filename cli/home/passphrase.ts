import type { Command } from 'commander'
import { askPassphrase, choosePassphrase } from '../ask-passphrase.ts'
import type { Run, Session } from '../session.ts'

/** `passphrase set · change · recovery-key` */
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
      .option(
        '--recovery-key',
        'ask for a recovery key printed earlier, for a forgotten passphrase (or CONSILIUM_RECOVERY_KEY)',
      )
      .action((options: { recoveryKey?: boolean }) =>
        run((session) =>
          session.withAssistant(async (assistant) => {
            const recoveryKey = await knownRecoveryKey(session, options.recoveryKey ?? false)
            const next = await nextPassphrase(session)
            const { mode } = await assistant.home.setPassphrase({ passphrase: next, recoveryKey })
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

/** Never from the words of the command: everybody on this computer can read those. */
async function knownRecoveryKey({ env, signal }: Session, isAskedFor: boolean): Promise<string | null> {
  const variable = 'CONSILIUM_RECOVERY_KEY'
  if (env[variable]) return env[variable]
  return isAskedFor ? askPassphrase({ text: 'Recovery key: ', variable }, signal) : null
}

async function nextPassphrase({ env, signal }: Session): Promise<string> {
  const variable = 'CONSILIUM_NEW_PASSPHRASE'
  return env[variable] || choosePassphrase({ text: 'New passphrase: ', variable }, signal)
}
