import { Argument, type Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import type { KnownTerm } from '../../contract/opinions/packet.ts'
import type { Output } from '../output.ts'
import type { Run } from '../session.ts'
import { tellDamaged } from '../tell-damaged.ts'
import { wrongUse } from '../failures.ts'

const EXAMPLES = `
Examples:
  consilium terms "Hollis v Marlowe"
  consilium terms "Hollis v Marlowe" add "Project Heron" --type organisation
  consilium terms "Hollis v Marlowe" remove "Project Heron"
  consilium terms "Hollis v Marlowe" keep "Break Notice"        flagged words of this matter that are no identifiers
  consilium terms "Hollis v Marlowe" ask-again "Break Notice"   takes that back
What is kept asks no more; what is found to be a name or a number is replaced all the same. Upper and lower case, accents, spaces and hyphens make no difference.`

const ORIGINS: Readonly<Record<KnownTerm['from'], string>> = {
  user: 'added by you',
  matter: 'from the name of the matter',
  facts: 'from the facts',
  documents: 'from the mails',
}

const ACTIONS = ['list', 'add', 'remove', 'keep', 'ask-again'] as const
type Action = (typeof ACTIONS)[number]

/** `terms MATTER · add TERM · remove TERM · keep WORD · ask-again WORD` */
export function addTermsCommand(program: Command, run: Run): void {
  program
    .command('terms <matter>')
    .addArgument(new Argument('[action]', 'what to do; list is the default').choices(ACTIONS))
    .argument('[term]', 'a name, number or place')
    .description("the matter's own list of what is always replaced before anything may leave")
    .option('--type <type>', 'with add: person, organisation, place, id and so on', 'person')
    .addHelpText('after', EXAMPLES)
    .action((matter: string, action: Action = 'list', term: string | undefined, { type }: { type: string }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          if (action === 'list') return list(assistant, matter, output)
          if (term === undefined) throw wrongUse(`Say which term: consilium terms "${matter}" ${action} "Ann Hollis"`)
          const { result, text } = await change(assistant, { matter, action, term, type })
          output.result(result, text)
        }),
      ),
    )
}

type Change = { readonly matter: string; readonly action: Action; readonly term: string; readonly type: string }

async function change(assistant: AssistantClient, { matter, action, term, type }: Change) {
  if (action === 'add') {
    await assistant.term.add({ matter, term, type })
    return { result: { added: term, type }, text: `"${term}" is replaced from now on in whatever is to leave.` }
  }
  if (action === 'keep') {
    await assistant.term.keep({ matter, words: [term] })
    return { result: { kept: term }, text: `"${term}" is not asked about again in this matter.` }
  }
  if (action === 'ask-again') {
    await assistant.term.askAgain({ matter, word: term })
    return { result: { askedAgain: term }, text: `"${term}" is asked about again, from the next packet on.` }
  }
  await assistant.term.remove({ matter, term })
  const text = `"${term}" is off the list. It is replaced all the same where a rule finds it.`
  return { result: { removed: term }, text }
}

async function list(assistant: AssistantClient, matter: string, output: Output): Promise<void> {
  const terms = await assistant.term.list({ matter })
  for (const one of terms) output.result(one, `${one.term}  ${one.type}, ${ORIGINS[one.from]}`)
  for (const { word, by, at } of await assistant.term.kept({ matter }))
    output.result({ kept: word, by, at }, `${word}  kept, not asked about again: ${by}, ${at.slice(0, 10)}`)
  await tellDamaged(assistant, output, matter, ['pseudonym', 'setting'])
  if (terms.length === 0)
    output.text(`Nothing is on the list yet. To add: consilium terms "${matter}" add "Ann Hollis"`)
}
