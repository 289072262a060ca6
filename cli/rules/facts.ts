import { messageText } from '../../wording/message-text.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { Argument, type Command } from 'commander'
import type { Fact, FormPlace, FormRelation, ProposalEvent } from '../../contract/knowledge/fact.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { notFound, wrongUse } from '../failures.ts'
import { refuseMissing } from '../find-named.ts'
import { type Output, progressBar } from '../output.ts'
import type { Run, Session } from '../session.ts'
import { tellDamaged } from '../tell-damaged.ts'

const ACTIONS = ['list', 'words', 'set', 'unset', 'propose', 'confirm', 'reject'] as const
type Action = (typeof ACTIONS)[number]

const EXAMPLES = `
Examples:
  consilium facts "Ward 7" set 'weight(patient, 58 kg) @2026-06-01'
  consilium facts "Ward 7" set 'no has(patient, diabetes)'
  consilium facts "Ward 7" set 'creatinine(patient, 90..110 umol/L) @2026-06-01'
  consilium facts "Ward 7" propose --documents 'letters/*.pdf'
Facts are written in the words of the packs that the matter uses: consilium packs use "Ward 7" NAME
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
  for (const sentence of rulesNotUsed) output.note(`${messageText(sentence)}.`)
  await tellDamaged(assistant, output, matter, ['fact'])
  if (facts.length === 0) output.text(`No facts yet. To enter one: consilium facts "${matter}" set 'has(patient, af)'`)
}

/** Shows what can be recorded in a matter, in the words of its packs. */
async function listFactWords(assistant: AssistantClient, matter: string, output: Output): Promise<void> {
  const { relations } = await assistant.fact.form({ matter })
  for (const relation of relations) output.result(relation, wordsText(relation, output))
  if (relations.length === 0)
    output.text(
      `No pack is in use here, so nothing can be recorded. To choose one: consilium packs use "${matter}" NAME`,
    )
}

/** `weight(patient, 58 kg)  patient weighs …`, then which names a closed list has. */
function wordsText({ relation, say, places }: FormRelation, output: Output): string {
  const args = places.map(exampleFor)
  const sentence = say.replace(/\{(\d+)\}/g, (_, index: string) => sayPlace(places[Number(index)]))
  const lists = places.flatMap((place) =>
    place.kind === 'name' && !place.open
      ? [
          `${place.type}: ${place.choices.map(({ name, label }) => (name === label ? name : `${name} (${label})`)).join(', ')}`,
        ]
      : [],
  )
  return [
    `${output.style('bold', `${relation}(${args.join(', ')})`)}  ${sentence}`,
    ...lists.map((list) => `    ${list}`),
  ].join('\n')
}

function exampleFor(place: FormPlace): string {
  if (place.kind === 'date') return 'YYYY-MM-DD'
  if (place.kind === 'name') return place.type
  return place.unit === null ? 'NUMBER' : `NUMBER ${place.unit}`
}

function sayPlace(place: FormPlace | undefined): string {
  if (place?.kind === 'name') return `the ${place.type.replaceAll('_', ' ')}`
  return place?.kind === 'date' ? 'a date' : 'a number'
}

/** A fact on a line, with what is to be said of it below. */
function showFact(fact: Fact, output: Output): void {
  output.result(fact, `${fact.id}  ${fact.state.padEnd(9)} ${writtenFact(fact)}${remarks(fact)}`)
}

/** As it could be entered. */
function writtenFact({ relation, args, holds, at, validFrom, validTo }: Fact): string {
  const days = [at && ` @${at}`, validFrom && ` from ${validFrom}`, validTo && ` to ${validTo}`]
  return `${holds === 'yes' ? '' : `${holds} `}${relation}(${args.join(', ')})${days.filter(Boolean).join('')}`
}

function remarks({ conflicts, supersededBy, unusable, source }: Fact): string {
  const said = [
    source.kind === 'passage' ? `${source.document}: “${source.quote}”` : '',
    conflicts.length > 0 ? `conflicts with ${conflicts.join(', ')}` : '',
    supersededBy === null ? '' : `a later one counts: ${supersededBy}`,
    unusable === null ? '' : `not used: ${messageText(unusable)}`,
  ]
  const lines = said.filter(Boolean)
  return lines.length === 0 ? '' : `\n    ${lines.join('\n    ')}`
}

type ProposeOptions = { readonly documents?: string[]; readonly model?: string }

/** Shows what is proposed as it comes; with `--json` one fact a line, last a line of type `proposal-end`. */
async function proposeFacts(
  { output, signal }: Session,
  assistant: AssistantClient,
  matter: string,
  { documents = [], model }: ProposeOptions,
): Promise<void> {
  await refuseMissing(assistant, matter, documents)
  const events = await assistant.fact.propose({ matter, documents, model: model ?? null }, { signal })
  for await (const event of events) showEvent(event, matter, output)
}

function showEvent(event: ProposalEvent, matter: string, output: Output): void {
  if (event.type === 'proposal') {
    const { type: _, ...fact } = event
    showFact(fact satisfies Fact, output)
  } else if (event.type === 'proposal-progress') {
    const { document, passages, passagesDone, secondsLeft } = event
    output.progress(`${progressBar(passages === 0 ? 0 : passagesDone / passages, secondsLeft)}  ${document}`)
  } else output.result(event, endLine(event, matter))
}

function endLine(
  { proposed, documents, seconds, model }: Extract<ProposalEvent, { type: 'proposal-end' }>,
  matter: string,
): string {
  const without =
    model === null ? ' Without a model only what stands right behind its own words is found: Weight: 58 kg.' : ''
  const next = proposed === 0 ? '' : `\nTo decide: consilium facts "${matter}" confirm ID, or reject ID`
  const found = `${formatCount(proposed, 'new proposal')} from ${formatCount(documents, 'document')} in ${seconds.toFixed(0)} s.`
  return `${found}${without}${next}`
}
