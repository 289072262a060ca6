import { formatCount } from '../../wording/format-quantity.ts'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Card, TestingEvent } from '../../contract/knowledge/card.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { type Output } from '../output.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG, wrongUse } from '../failures.ts'
import type { Run } from '../session.ts'
import { cardLine, cardPage, testLines } from './show-card.ts'
import { tellDamaged } from '../tell-damaged.ts'
import { addCreateCommand } from './create-card.ts'

/** `cards` · `show` · `create` · `test` · `approve` · `retire` · `export` · `import` · `scope` */
export function addCardsCommand(program: Command, run: Run): void {
  const cards = program
    .command('cards')
    .description('knowledge cards: general lessons from mistakes, for a model that is unsure')
    .action(() =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const all = await assistant.card.list()
          for (const card of all) output.result(card, cardLine(card, output))
          await tellDamaged(assistant, output, null, ['lesson'])
          if (all.length === 0)
            output.text(
              'No cards yet. Make one from a wrong answer: consilium cards create --answer ID --matter M --expected TEXT',
            )
        }),
      ),
    )
  cards
    .command('show <card>')
    .description('the card with its tests and its record')
    .action((card: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const found = await cardNamed(assistant, card)
          output.result(found, cardPage(found, output))
        }),
      ),
    )
  addCreateCommand(cards, run)
  addTestCommand(cards, run)
  addStatusCommands(cards, run)
  addFileCommands(cards, run)
  addScopeCommand(cards, run)
}

function addTestCommand(cards: Command, run: Run): void {
  cards
    .command('test <card>')
    .description('the question it comes from is now right, and others stay right')
    .option('--questions <file>', 'further questions to stay right: lines of {"question","answer"}')
    .option('--matter <matter>', 'where these are asked')
    .action((card: string, { questions: file, matter }: { questions?: string; matter?: string }) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          if ((file === undefined) !== (matter === undefined)) throw wrongUse('--questions and --matter go together.')
          if (file !== undefined) await readFile(file)
          const questions = file && matter ? { path: resolve(file), matter } : null
          const { card: id } = await cardNamed(assistant, card)
          let passed = false
          for await (const event of await assistant.card.test({ card: id, questions }, { signal })) {
            if (event.type === 'testing-progress') output.progress(`Testing, question ${event.done + 1} of ${event.of}`)
            else if (event.type === 'testing-answer') output.note(answerLine(event))
            else {
              passed = event.card.test?.passed ?? false
              output.result(event.card, testLines(event.card, output).join('\n'))
            }
          }
          return passed ? EXIT_DONE : EXIT_SOMETHING_WRONG
        }),
      ),
    )
}

function answerLine({ withCard, answer, isRight }: Extract<TestingEvent, { type: 'testing-answer' }>): string {
  return `${withCard ? 'with the card' : 'without it'} (${isRight ? 'right' : 'wrong'}): ${answer || 'no answer'}`
}

function addStatusCommands(cards: Command, run: Run): void {
  cards
    .command('approve <card>')
    .description('takes it into use, after a passed test')
    .requiredOption('--by <name>', 'your name: a card is approved by a person')
    .action((card: string, { by }: { by: string }) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { card: id } = await cardNamed(assistant, card)
          show(await assistant.card.approve({ card: id, by }), output)
        }),
      ),
    )
  cards
    .command('retire <card>')
    .description('takes it out of use; its record stays')
    .action((card: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { card: id } = await cardNamed(assistant, card)
          show(await assistant.card.retire({ card: id }), output)
        }),
      ),
    )
}

const PLAIN = 'What was written is plain text and not encrypted.'

type ExportOptions = { format: 'yaml' | 'alpaca' | 'chat'; matter?: string }

function addFileCommands(cards: Command, run: Run): void {
  cards
    .command('export <path>')
    .description(
      'as YAML files into a folder, or the approved ones as JSON lines to train a model with elsewhere; in plain text',
    )
    .addOption(new Option('--format <format>').choices(['yaml', 'alpaca', 'chat']).default('yaml'))
    .option('--matter <matter>', 'also the corrections of this matter, in plain (alpaca, chat)')
    .action((path: string, { format, matter }: ExportOptions) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const exported = await assistant.card.export({ path: resolve(path), format, matter: matter ?? null })
          const also = exported.corrections === 0 ? '' : ` and ${formatCount(exported.corrections, 'correction')}`
          output.result(exported, `${formatCount(exported.cards, 'card')}${also} written to ${exported.path}.`)
          const { leftOut } = exported
          if (leftOut.length > 0)
            output.note(
              `${formatCount(leftOut.length, 'card')} left out, for ${leftOut.length === 1 ? 'it is' : 'they are'} not approved: ${leftOut.map(statusWords).join(', ')}.`,
            )
          output.note(exported.corrections > 0 ? `${PLAIN} It holds words of the matter.` : PLAIN)
        }),
      ),
    )
  cards
    .command('import <path>')
    .description('a YAML file or a folder of them; each is taken in as a draft')
    .action((path: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          for (const card of await assistant.card.import({ path: resolve(path) })) show(card, output)
        }),
      ),
    )
}

function statusWords({ title, status, sentBack }: Pick<Card, 'title' | 'status' | 'sentBack'>): string {
  return `“${title}” (${sentBack ? 'hurt, back to draft' : status})`
}

type ScopeOptions = { domain?: string[]; jurisdiction?: string[]; all?: boolean }

function addScopeCommand(cards: Command, run: Run): void {
  cards
    .command('scope <matter>')
    .description('which cards a matter can get, beside those for every domain')
    .option('--domain <domain...>', 'only of these domains')
    .option('--jurisdiction <place...>', 'only of these jurisdictions')
    .option('--all', 'of every domain and jurisdiction, as at first')
    .action((matter: string, { domain, jurisdiction, all }: ScopeOptions) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const anew = all ? { domains: null, jurisdictions: null } : {}
          const given = {
            ...(domain ? { domains: domain } : {}),
            ...(jurisdiction ? { jurisdictions: jurisdiction } : {}),
          }
          const scope = await assistant.card.changeScope({ matter, ...anew, ...given })
          const words = (names: readonly string[] | null) => names?.join(', ') ?? 'all'
          output.result(scope, `Domains: ${words(scope.domains)}. Jurisdictions: ${words(scope.jurisdictions)}.`)
        }),
      ),
    )
}

function show(card: Card, output: Output): void {
  output.result(card, cardLine(card, output))
}

/** By its id or the beginning of it. */
async function cardNamed(assistant: AssistantClient, wanted: string): Promise<Card> {
  const found = (await assistant.card.list()).filter(({ card }) => card.startsWith(wanted))
  const exact = found.find(({ card }) => card === wanted) ?? (found.length === 1 ? found[0] : undefined)
  return exact ?? assistant.card.get({ card: wanted })
}
