import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { type Card, MistakeKind, type TestingEvent } from '../../contract/card.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { counted } from '../counted.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG } from '../exit-code.ts'
import type { Output } from '../output.ts'
import type { Run } from '../program.ts'
import { cardLine, cardPage, testLines } from '../show-card.ts'
import { wrongUse } from '../usage-error.ts'

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

type CreateOptions = {
  matter?: string
  answer?: string
  expected?: string
  mistake: MistakeKind
  teacher?: string
  summary?: string
  knowledge?: string[]
  title?: string
  trigger?: string
  question?: string
  domain?: string
  jurisdiction?: string
  always?: boolean
}

function addCreateCommand(cards: Command, run: Run): void {
  cards
    .command('create')
    .description('from a wrong answer (--matter, --answer, --expected), or by hand (--title, --trigger, --summary)')
    .option('--matter <matter>', 'where the question was asked')
    .option('--answer <id>', 'the answer that was wrong')
    .option('--question <text>', 'by hand: a question that the card is to answer right')
    .option('--expected <text>', 'what it should say; stays in the matter')
    .addOption(new Option('--mistake <kind>', 'what went wrong').choices(MistakeKind.options).default('comprehension'))
    .option('--teacher <model>', 'have a larger local model write the parts; "auto" for the largest')
    .option('--title <text>')
    .option('--trigger <text>', 'what a question looks like that it is for, without names')
    .option('--summary <text>', 'the line of thought, and what to watch for')
    .option('--knowledge <text...>', 'definitions and rules; a source behind " | "')
    .option('--domain <domain>')
    .option('--jurisdiction <place>')
    .option('--always', 'use it for each question that it fits, however sure the model is')
    .action((options: CreateOptions) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          const begun = await begin(assistant, options)
          const written =
            options.teacher === undefined ? begun : await taught(assistant, begun, options.teacher, signal)
          const card = await withTyped(assistant, written, options)
          output.result(card, cardPage(card, output))
        }),
      ),
    )
}

async function begin(assistant: AssistantClient, options: CreateOptions): Promise<Card> {
  const { matter, answer, expected, question, mistake, title, trigger } = options
  if (answer !== undefined) {
    if (matter === undefined || expected === undefined)
      throw wrongUse('A card from an answer needs --matter and --expected too.')
    return assistant.card.correct({ matter, answerId: answer, expected, mistake })
  }
  if (title === undefined || trigger === undefined) throw wrongUse('A card by hand needs --title and --trigger.')
  if ((question === undefined) !== (expected === undefined) || (question !== undefined && matter === undefined))
    throw wrongUse('A question to test the card on needs --matter, --question and --expected.')
  const about = matter && question && expected ? { matter, question, expected } : null
  return assistant.card.create({ ...BLANK, title, trigger, mistake, about })
}

const BLANK = {
  summary: '',
  knowledge: [],
  domain: null,
  jurisdiction: null,
  always: false,
  validFrom: null,
  validTo: null,
}

async function taught(assistant: AssistantClient, card: Card, model: string, signal: AbortSignal): Promise<Card> {
  const wanted = { card: card.card, model: model === 'auto' ? null : model }
  const { summary, knowledge, teacher, promptVersion } = await assistant.card.write(wanted, { signal })
  return assistant.card.save({ card: card.card, text: { ...card, summary, knowledge }, teacher, promptVersion })
}

/** What was typed wins over what a model wrote. */
async function withTyped(assistant: AssistantClient, card: Card, options: CreateOptions): Promise<Card> {
  const { title, trigger, summary, knowledge, domain, jurisdiction, always } = options
  const items = knowledge?.map((item) => {
    const [text = '', source = null] = item.split(' | ')
    return { text, source }
  })
  const typed = { title, trigger, summary, knowledge: items, domain, jurisdiction, always }
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return card
  return assistant.card.save({ card: card.card, text: { ...card, ...given } })
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

type ExportOptions = { format: 'yaml' | 'alpaca' | 'chat'; matter?: string }

function addFileCommands(cards: Command, run: Run): void {
  cards
    .command('export <path>')
    .description('as YAML files into a folder, or as JSON lines to train a model with elsewhere')
    .addOption(new Option('--format <format>').choices(['yaml', 'alpaca', 'chat']).default('yaml'))
    .option('--matter <matter>', 'also the corrections of this matter, in plain (alpaca, chat)')
    .action((path: string, { format, matter }: ExportOptions) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const exported = await assistant.card.export({ path: resolve(path), format, matter: matter ?? null })
          const also = exported.corrections === 0 ? '' : ` and ${counted(exported.corrections, 'correction')}`
          output.result(exported, `${counted(exported.cards, 'card')}${also} written to ${exported.path}.`)
          if (exported.corrections > 0) output.note('The file holds words of the matter and is not encrypted.')
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
