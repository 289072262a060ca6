import type { Command } from 'commander'
import { count, shareIn } from '../count.ts'
import type { Run } from '../program.ts'
import { escalationText } from '../show-agreement.ts'
import { wrongUse } from '../usage-error.ts'
import { runNumbered } from './eval-runs.ts'
import { matterOf, withMatter } from './eval-sets.ts'

/** `eval routing RUN [SECOND] [--rate SHARE]` */
export function addEvalRoutingCommand(evaluation: Command, run: Run): void {
  withMatter(
    evaluation
      .command('routing')
      .argument('<run>', 'number of a run', count)
      .argument('[second]', 'run that stands for the second opinion', count),
  )
    .description('what asking elsewhere about the most doubtful answers buys, against as many at random')
    .option(
      '--rate <share>',
      'instead of a second run: so often the second opinion is right, as 0.8; with neither, as often as you decided that it was',
      shareIn,
    )
    .action((wanted: number, second: number | undefined, { rate }: { rate?: number }, command: Command) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const matter = matterOf(command)
          if (second !== undefined && rate !== undefined)
            throw wrongUse('Say either which run stands for the second opinion, or with --rate how often it is right.')
          const shared = rate === undefined ? ({ decided: true } as const) : { rate }
          const against = second === undefined ? shared : { run: await runNumbered(assistant, matter, second) }
          const asked = { matter, run: await runNumbered(assistant, matter, wanted), second: against }
          const curve = await assistant.evaluation.escalation(asked)
          output.result(curve, escalationText(curve))
        }),
      ),
    )
}
