import { Argument, type Command } from 'commander'
import type { SuggestionPolicy } from '../../contract/answers/routing.ts'
import type { Run } from '../session.ts'

const POLICIES: Readonly<Record<SuggestionPolicy, string>> = {
  never: 'A second opinion is never suggested.',
  unsure: 'A second opinion is suggested below an answer that something speaks against, or whose subject asks for one.',
  always: 'A second opinion is suggested below every answer.',
}

/** `suggest [never|unsure|always]` */
export function addSuggestCommand(program: Command, run: Run): void {
  program
    .command('suggest')
    .description('when a second opinion is suggested below an answer; nothing is sent automatically')
    .addArgument(new Argument('[when]', 'left out: shows it').choices(Object.keys(POLICIES)))
    .action((when: SuggestionPolicy | undefined) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { secondOpinions, redFlagWords, redFlagsOff } =
            when === undefined
              ? await assistant.application.settings()
              : await assistant.application.changeSettings({ secondOpinions: when })
          output.result({ when: secondOpinions, redFlagWords, redFlagsOff }, POLICIES[secondOpinions])
        }),
      ),
    )
}
