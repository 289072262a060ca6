import { Argument, type Command } from 'commander'
import type { Run } from '../session.ts'
import { tellDamaged } from '../tell-damaged.ts'

export function addNetworkCommand(program: Command, run: Run): void {
  program
    .command('network')
    .addArgument(new Argument('[switch]', 'on: only what you ask for; off: nothing may leave').choices(['on', 'off']))
    .description('the privacy switch: whether the network may be used for what you ask for')
    .action((position: 'on' | 'off' | undefined) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { network } = position
            ? await assistant.application.changeSettings({ network: position === 'on' })
            : await assistant.application.settings()
          output.result(
            { network },
            network ? 'Network: on request. Only what you ask for is fetched.' : 'Network: off. Nothing can leave.',
          )
          await tellDamaged(assistant, output, null, ['setting'])
        }),
      ),
    )
}
