import type { Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import { count } from '../count.ts'
import { gateWords } from '../gate-words.ts'
import { matterOption } from '../matter-option.ts'
import type { Run } from '../program.ts'
import { comparisonWords, showRun } from '../show-run.ts'
import { notFound } from '../usage-error.ts'
import { tellDamaged } from '../tell-damaged.ts'
import { matterOf, withMatter } from './eval-sets.ts'

const NONE_AT_ALL = 'Nothing was run yet but what belongs to a matter. To see that: consilium eval runs --matter NAME'

/** `eval runs · compare A B · calibrations`: what came of measuring. */
export function addEvalRunCommands(evaluation: Command, run: Run): void {
  withMatter(evaluation.command('runs'))
    .description('what was run, newest first')
    .action((_: object, command: Command) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const matter = matterOf(command)
          const runs = await assistant.evaluation.runs({ matter })
          for (const one of runs) showRun(one, output)
          await tellDamaged(assistant, output, matter, ['run', 'result'])
          if (runs.length === 0) output.note(matter === null ? NONE_AT_ALL : `Nothing was run in ${matter} yet.`)
        }),
      ),
    )
  withMatter(
    evaluation.command('compare').argument('<before>', 'number of a run', count).argument('<after>', '', count),
  )
    .description('two runs by their numbers, question by question')
    .action((before: number, after: number, _: object, command: Command) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const matter = matterOf(command)
          const [one, other] = [
            await runNumbered(assistant, matter, before),
            await runNumbered(assistant, matter, after),
          ]
          const comparison = await assistant.evaluation.compare({ matter, before: one, after: other })
          output.result(comparison, comparisonWords(comparison))
        }),
      ),
    )
  evaluation
    .command('calibrations')
    .description('what the models were calibrated on')
    .action(() =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          for (const one of await assistant.evaluation.calibrations()) {
            const high = one.limits.high === null ? 'not reached' : `from ${Math.round(100 * one.limits.high)} %`
            const text = `${one.model.id}: ${one.answers} answers, ${one.right} right, ${one.method}, on ${one.set}; "high" ${high}`
            const gate = await assistant.card.gate({ sha256: one.model.sha256 })
            output.result({ ...one, gate }, `${text}\n  ${gateWords(gate)}`)
          }
        }),
      ),
    )
}

/** The id of a run. Throws `NOT_FOUND`. */
export async function runNumbered(assistant: AssistantClient, matter: string | null, wanted: number): Promise<string> {
  const found = (await assistant.evaluation.runs({ matter })).find(({ number }) => number === wanted)
  if (!found) throw notFound(`There is no run ${wanted}. To see them all: consilium eval runs${matterOption(matter)}`)
  return found.run
}
