import { type Command, Option } from 'commander'
import { type Card, MistakeKind } from '../../contract/knowledge/card.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { isMistake } from '../../contract/evaluation/outcomes.ts'
import { count } from '../arguments.ts'
import { wrongUse } from '../failures.ts'
import type { Run } from '../session.ts'
import { cardPage } from './show-card.ts'
import { runNumbered } from './eval-runs.ts'

type CreateOptions = {
  matter?: string
  answer?: string
  run?: number
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

/** `cards create`: from a wrong answer, from a question that a run answered wrong, or by hand. */
export function addCreateCommand(cards: Command, run: Run): void {
  cards
    .command('create')
    .description(
      'from a wrong answer (--matter, --answer, --expected), from a question that a run answered wrong (--matter, --run, --question), or by hand (--title, --trigger, --summary)',
    )
    .option('--matter <matter>', 'where the question was asked')
    .option('--answer <id>', 'the answer that was wrong')
    .option(
      '--run <number>',
      'a run of the matter, whose known answer is what is right; without --question: which were wrong',
      count,
    )
    .option('--question <text>', 'with --run: its id; by hand: a question that the card is to answer right')
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
  const { matter, answer, run, expected, question, mistake } = options
  if (run !== undefined) {
    if (matter === undefined || answer !== undefined || expected !== undefined)
      throw wrongUse('A card from a run needs --matter and --question; the known answer is what is right.')
    return cardOfRun({ matter, number: run, question, mistake }, assistant)
  }
  if (answer === undefined) return byHand(assistant, options)
  if (matter === undefined || expected === undefined)
    throw wrongUse('A card from an answer needs --matter and --expected too.')
  return assistant.card.correct({ matter, answerId: answer, expected, mistake })
}

async function byHand(assistant: AssistantClient, options: CreateOptions): Promise<Card> {
  const { matter, expected, question, mistake, title, trigger } = options
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

type FailedQuestion = {
  readonly matter: string
  /** Of the run, as `eval runs` tells it. */
  readonly number: number
  /** Its id in the set; without one those that were wrong are named. */
  readonly question: string | undefined
  readonly mistake: MistakeKind
}

/** Begins a card from a question that a run answered wrong. Throws `NOT_FOUND`, `WRONG_USE`. */
async function cardOfRun(
  { matter, number, question, mistake }: FailedQuestion,
  assistant: AssistantClient,
): Promise<Card> {
  const run = await runNumbered(assistant, matter, number)
  if (question !== undefined) return assistant.card.fromRun({ matter, run, question, mistake })
  const wrong = (await assistant.evaluation.rows({ matter, run })).filter(isMistake).map(({ id }) => id)
  throw wrongUse(
    wrong.length === 0
      ? `Run ${number} answered no question wrong whose answer is known.`
      : `Say which question with --question. Wrong in run ${number}: ${wrong.join(', ')}`,
  )
}
