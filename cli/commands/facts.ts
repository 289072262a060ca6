import { type Command, Argument } from 'commander'
import type { Fact } from '../../contract/fact.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Output } from '../output.ts'
import type { Run } from '../program.ts'
import { notFound, wrongUse } from '../usage-error.ts'

const ACTIONS = ['list', 'set', 'unset', 'confirm', 'reject'] as const
type Action = (typeof ACTIONS)[number]

const EXAMPLES = `
Examples:
  consilium facts "Ward 7" set 'weight(patient, 58 kg) @2026-06-01'
  consilium facts "Ward 7" set 'no has(patient, diabetes)'
  consilium facts "Ward 7" set 'creatinine(patient, 90..110 umol/L) @2026-06-01'
Facts are written in the words of the packs that the matter uses: consilium packs use`

/** `facts MATTER · set TEXT · unset ID · confirm ID · reject ID` */
export function addFactsCommand(program: Command, run: Run): void {
  program
    .command('facts <matter>')
    .addArgument(new Argument('[action]', 'what to do; list is the default').choices(ACTIONS))
    .argument('[what]', 'the fact as text for set, else its id')
    .description('typed facts of a matter, which rules use: list, set, unset, confirm, reject')
    .addHelpText('after', EXAMPLES)
    .action((matter: string, action: Action = 'list', what: string | undefined = undefined) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          if (action === 'list') return listFacts(assistant, matter, output)
          if (what === undefined)
            throw wrongUse(action === 'set' ? 'Say which fact: weight(patient, 58 kg)' : 'Say which fact, by its id.')
          await change(assistant, { matter, action, what }, output)
        }),
      ),
    )
}

type Change = { readonly matter: string; readonly action: Exclude<Action, 'list'>; readonly what: string }

async function change(assistant: AssistantClient, { matter, action, what }: Change, output: Output): Promise<void> {
  if (action === 'set') return show(await assistant.fact.setText({ matter, text: what }), output)
  const fact = await factNamed(assistant, matter, what)
  if (action === 'confirm') return show(await assistant.fact.confirm({ matter, fact: fact.id }), output)
  if (action === 'reject') return show(await assistant.fact.reject({ matter, fact: fact.id }), output)
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
  for (const fact of facts) show(fact, output)
  if (facts.length === 0) output.text(`No facts yet. To enter one: consilium facts "${matter}" set 'has(patient, af)'`)
}

function show(fact: Fact, output: Output): void {
  output.result(fact, `${fact.id}  ${fact.state.padEnd(9)} ${writtenFact(fact)}${remarks(fact)}`)
}

function writtenFact({ relation, args, holds, at, validFrom, validTo }: Fact): string {
  const days = [at && ` @${at}`, validFrom && ` from ${validFrom}`, validTo && ` to ${validTo}`]
  return `${holds === 'yes' ? '' : `${holds} `}${relation}(${args.join(', ')})${days.filter(Boolean).join('')}`
}

function remarks({ conflicts, supersededBy, unusable, source }: Fact): string {
  const said = [
    source.kind === 'passage' ? `${source.document}: “${source.quote}”` : '',
    conflicts.length > 0 ? `conflicts with ${conflicts.join(', ')}` : '',
    supersededBy === null ? '' : `a later one counts: ${supersededBy}`,
    unusable === null ? '' : `not used: ${unusable}`,
  ]
  const lines = said.filter(Boolean)
  return lines.length === 0 ? '' : `\n    ${lines.join('\n    ')}`
}
