import { type Command, Argument } from 'commander'
import type { Fact } from '../../contract/fact.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Output } from '../output.ts'
import type { Run } from '../program.ts'
import { proposeFacts, type ProposeOptions } from '../propose-facts.ts'
import { listFactWords } from '../fact-words.ts'
import { showFact, writtenFact } from '../show-fact.ts'
import { notFound, wrongUse } from '../usage-error.ts'
import { tellDamaged } from '../tell-damaged.ts'

const ACTIONS = ['list', 'words', 'set', 'unset', 'propose', 'confirm', 'reject'] as const
type Action = (typeof ACTIONS)[number]

const EXAMPLES = `
Examples:
  consilium facts "Ward 7" set 'weight(patient, 58 kg) @2026-06-01'
  consilium facts "Ward 7" set 'no has(patient, diabetes)'
  consilium facts "Ward 7" set 'creatinine(patient, 90..110 umol/L) @2026-06-01'
  consilium facts "Ward 7" propose --documents 'letters/*.pdf'
Facts are written in the words of the packs that the matter uses: consilium packs use
To see these words: consilium facts "Ward 7" words`

/** `facts MATTER · words · set TEXT · unset ID · propose · confirm ID · reject ID` */
export function addFactsCommand(program: Command, run: Run): void {
  program
    .command('facts <matter>')
    .addArgument(new Argument('[action]', 'what to do; list is the default').choices(ACTIONS))
    .argument('[what]', 'the fact as text for set, else its id')
    .description(
      'typed facts of a matter, which rules use: list, words (what can be recorded), set, unset, propose (from documents), confirm, reject',
    )
    .option('--documents <glob...>', 'with propose: only from these documents')
    .option('--model <id>', 'with propose: this model, or "none"')
    .addHelpText('after', EXAMPLES)
    .action((matter: string, action: Action = 'list', what: string | undefined, options: ProposeOptions) =>
      run((session) =>
        session.withAssistant(async (assistant) => {
          const { output } = session
          if (action === 'list') return listFacts(assistant, matter, output)
          if (action === 'words') return listFactWords(assistant, matter, output)
          if (action === 'propose') return proposeFacts(session, assistant, matter, options)
          if (what === undefined)
            throw wrongUse(action === 'set' ? 'Say which fact: weight(patient, 58 kg)' : 'Say which fact, by its id.')
          await change(assistant, { matter, action, what }, output)
        }),
      ),
    )
}

type Change = {
  readonly matter: string
  readonly action: Exclude<Action, 'list' | 'words' | 'propose'>
  readonly what: string
}

async function change(assistant: AssistantClient, { matter, action, what }: Change, output: Output): Promise<void> {
  if (action === 'set') return showFact(await assistant.fact.setText({ matter, text: what }), output)
  const fact = await factNamed(assistant, matter, what)
  if (action === 'confirm') return showFact(await assistant.fact.confirm({ matter, fact: fact.id }), output)
  if (action === 'reject') return showFact(await assistant.fact.reject({ matter, fact: fact.id }), output)
  await assistant.fact.unset({ matter, fact: fact.id })
  output.result({ removed: fact.id }, `Removed: ${fact.sentence}.`)
}

/** By its id, or as it is written where only one says so. */
async function factNamed(assistant: AssistantClient, matter: string, what: string): Promise<Fact> {
  const all = await assistant.fact.list({ matter })
  const same = all.filter((fact) => fact.id === what || writtenFact(fact) === what)
  const [found] = same
  if (same.length > 1) throw wrongUse(`${same.length} facts say ${what}. Give the id: consilium facts "${matter}"`)
  if (!found) throw notFound(`There is no fact ${what}. To see them: consilium facts "${matter}"`)
  return found
}

async function listFacts(assistant: AssistantClient, matter: string, output: Output): Promise<void> {
  const facts = await assistant.fact.list({ matter })
  for (const fact of facts) showFact(fact, output)
  const { rulesNotUsed } = await assistant.pack.jurisdiction({ matter })
  for (const sentence of rulesNotUsed) output.note(`${sentence}.`)
  await tellDamaged(assistant, output, matter, ['fact'])
  if (facts.length === 0) output.text(`No facts yet. To enter one: consilium facts "${matter}" set 'has(patient, af)'`)
}
