import { Argument, type Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import type { KnownTerm } from '../../contract/packet.ts'
import type { Output } from '../output.ts'
import type { Run } from '../program.ts'
import { wrongUse } from '../usage-error.ts'

const EXAMPLES = `
Examples:
  consilium terms "Hollis v Marlowe"
  consilium terms "Hollis v Marlowe" add "Project Heron" --type organisation
  consilium terms "Hollis v Marlowe" remove "Project Heron"
Upper and lower case, accents, spaces and hyphens make no difference.`

const ORIGINS: Readonly<Record<KnownTerm['from'], string>> = {
  user: 'added by you',
  matter: 'from the name of the matter',
  facts: 'from the facts',
  documents: 'from the mails',
}

/** `terms MATTER · add TERM · remove TERM` */
export function addTermsCommand(program: Command, run: Run): void {
  program
    .command('terms <matter>')
    .addArgument(new Argument('[action]', 'what to do; list is the default').choices(['list', 'add', 'remove']))
    .argument('[term]', 'a name, number or place')
    .description("the matter's own list of what is always replaced before anything may leave")
    .option('--type <type>', 'with add: person, organisation, place, id and so on', 'person')
    .addHelpText('after', EXAMPLES)
    .action((matter: string, action: string = 'list', term: string | undefined, { type }: { type: string }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          if (action === 'list') return list(assistant, matter, output)
          if (term === undefined) throw wrongUse(`Say which term: consilium terms "${matter}" ${action} "Ann Hollis"`)
          if (action === 'add') {
            await assistant.term.add({ matter, term, type })
            return output.result({ added: term, type }, `"${term}" is replaced from now on in whatever is to leave.`)
          }
          await assistant.term.remove({ matter, term })
          output.result(
            { removed: term },
            `"${term}" is off the list. It is replaced all the same where a rule finds it.`,
          )
        }),
      ),
    )
}

async function list(assistant: AssistantClient, matter: string, output: Output): Promise<void> {
  const terms = await assistant.term.list({ matter })
  for (const one of terms) output.result(one, `${one.term}  ${one.type}, ${ORIGINS[one.from]}`)
  if (terms.length === 0)
    output.text(`Nothing is on the list yet. To add: consilium terms "${matter}" add "Ann Hollis"`)
}
