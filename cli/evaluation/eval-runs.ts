import { formatCount } from '../../wording/format-quantity.ts'
import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { AssistantClient } from '../../contract/index.ts'
import { count, shareIn } from '../arguments.ts'
import { notFound, wrongUse } from '../failures.ts'
import { matterOption } from '../find-named.ts'
import { comparisonWords, gateWords, showRun } from './show-run.ts'

import type { Run } from '../session.ts'
import { escalationText } from './show-agreement.ts'
import { tellDamaged } from '../tell-damaged.ts'

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

/** The matter that is meant; null: what belongs to none. `eval` itself has the option too, and may have taken it. */
function matterOf(command: Command): string | null {
  return command.optsWithGlobals<{ matter?: string }>().matter ?? null
}

function withMatter(command: Command): Command {
  return command.option('--matter <matter>', 'of this matter; else what belongs to none')
}

/** `eval sets · import PATH`: the questions that are kept here. */
export function addEvalSetCommands(evaluation: Command, run: Run): void {
  withMatter(evaluation.command('sets'))
    .description('question sets')
    .action((_: object, command: Command) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const matter = matterOf(command)
          for (const set of await assistant.evaluation.sets({ matter })) {
            const { name, questions, unanswerable, proposed, origin } = set
            const waiting = proposed > 0 ? `, ${proposed} wait for a yes` : ''
            output.result(
              set,
              `${name}: ${formatCount(questions, 'question')}, ${unanswerable} not answerable${waiting}, ${origin}`,
            )
          }
          await tellDamaged(assistant, output, matter, ['question set', 'question'])
        }),
      ),
    )
  withMatter(evaluation.command('import <path>'))
    .description('take questions in: a folder with docs/, or a JSONL or CSV file into a matter')
    .action((path: string, _: object, command: Command) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const set = await assistant.evaluation.importSet({ matter: matterOf(command), path: resolve(path) })
          output.result(set, `${set.name}: ${formatCount(set.questions, 'question')}`)
        }),
      ),
    )
}
