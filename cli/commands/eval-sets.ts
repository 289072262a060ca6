import { resolve } from 'node:path'
import type { Command } from 'commander'
import { counted } from '../counted.ts'
import type { Run } from '../program.ts'
import { tellDamaged } from '../tell-damaged.ts'

/** The matter that is meant; null: what belongs to none. `eval` itself has the option too, and may have taken it. */
export function matterOf(command: Command): string | null {
  return command.optsWithGlobals<{ matter?: string }>().matter ?? null
}

export function withMatter(command: Command): Command {
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
              `${name}: ${counted(questions, 'question')}, ${unanswerable} not answerable${waiting}, ${origin}`,
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
          output.result(set, `${set.name}: ${counted(set.questions, 'question')}`)
        }),
      ),
    )
}
