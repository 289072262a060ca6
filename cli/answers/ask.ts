import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { AnswerEvent, AskInput } from '../../contract/answers/answer.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Offer } from '../../contract/answers/offer.ts'
import { StrategyName } from '../../contract/answers/strategy.ts'
import { atLeastOne, count } from '../arguments.ts'
import type { Run, Session } from '../session.ts'
import { refuseMissing } from '../find-named.ts'
import { readQuestions } from './question-file.ts'
import { createAnswerPrinter } from './show-answer.ts'
import { wrongUse } from '../failures.ts'

type Options = {
  documents?: string[]
  model?: string
  closedBook?: boolean
  rules?: 'on' | 'off'
  asOf?: string
  cards?: 'on' | 'off'
  gate: boolean
  entailment: boolean
  tally?: boolean
  maxTokens?: number
  seed?: number
  follows?: string
  strategy?: StrategyName
  options?: string
  each?: boolean
  questions?: string
}

export function addAskCommand(program: Command, run: Run): void {
  program
    .command('ask <matter> [question]')
    .description('evidence first, then an answer in which every sentence names its source')
    .option('--documents <glob...>', 'only from these documents')
    .option('--model <id>', 'another model than the chosen one; "none" for passages only')
    .option('--closed-book', 'from the memory of the model, without documents; marked as such')
    .addOption(new Option('--rules <switch>', 'with what follows from rules, or without').choices(['on', 'off']))
    .option('--as-of <day>', 'the day for which rules are asked, YYYY-MM-DD; default: today, or that of --follows')
    .addOption(
      new Option('--cards <switch>', 'with knowledge cards for an unsure model, or without').choices(['on', 'off']),
    )
    .option('--no-gate', 'with a card that fits, however sure the model is')
    .option('--no-entailment', 'without asking the model whether a source says what is in other words')
    .option('--tally', 'counting, adding and comparing by code, from what the model lists')
    .option('--max-tokens <n>', 'length of the answer', atLeastOne)
    .option('--seed <n>', 'seed of the generation', count)
    .option('--follows <answer>', 'the answer that this question follows up')
    .addOption(
      new Option('--strategy <name>', 'how to answer; else as it was measured for the model').choices(
        StrategyName.options,
      ),
    )
    .option('--options <list>', 'a closed list to choose from, such as "yes;no;maybe"')
    .option('--each', 'of a question that compares documents: one answer for each alone, one after the other')
    .option('--questions <file>', 'many questions in one process: lines of {"id","question"}')
    .action((matter: string, question: string | undefined, options: Options) =>
      run((session) =>
        session.withAssistant(async (assistant) => {
          const questions = await readQuestions(question, options.questions, readFile)
          await refuseMissing(assistant, matter, options.documents ?? [])
          for (const asked of questions) {
            const wanted = input(matter, asked.question, options)
            if (options.each) await askEach(session, assistant, wanted, asked.id)
            else await askOne(session, assistant, wanted, asked.id)
          }
        }),
      ),
    )
}

function input(matter: string, question: string, options: Options): AskInput {
  return {
    matter,
    question,
    documents: options.documents ?? [],
    model: options.model ?? null,
    closedBook: options.closedBook ?? false,
    ...switches(options),
    follows: options.follows ?? null,
    ...(options.strategy === undefined ? {} : { strategy: options.strategy }),
    ...(options.options === undefined ? {} : { options: listed(options.options) }),
    ...(options.maxTokens === undefined ? {} : { maxTokens: options.maxTokens }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  }
}

function switches({ rules, asOf, cards, gate, entailment, tally }: Options) {
  return {
    rules: rules ?? 'on',
    asOf: asOf ?? null,
    cards: cards === 'off' ? 'off' : gate ? 'on' : 'always',
    entailment: entailment ? 'on' : 'off',
    tally: tally ? 'on' : 'off',
  } as const
}

function listed(list: string): string[] {
  return list
    .split(';')
    .map((option) => option.trim())
    .filter((option) => option !== '')
}

/** Prints the events of one answer; with an `id`, one line for the whole answer. */
async function askOne(
  { output, signal }: Session,
  assistant: AssistantClient,
  asked: AskInput,
  id: string | null,
): Promise<void> {
  const show = createAnswerPrinter(asked, output)
  for await (const event of await assistant.answer.ask(asked, { signal })) {
    if (id === null) show(event)
    else if (event.type === 'answer-end')
      output.result({ id, ...withoutType(event) }, `${id}: ${event.state}: ${event.answer}`)
  }
  // A stopped answer ends like any other; the command was interrupted all the same.
  signal.throwIfAborted()
}

/** Stops before anything is written, and asks each of the compared documents alone; without such an offer it says so. */
async function askEach(
  session: Session,
  assistant: AssistantClient,
  asked: AskInput,
  id: string | null,
): Promise<void> {
  const { output, signal } = session
  const { answerId, offer } = await offerFor(assistant, asked, signal)
  if (offer?.kind !== 'each')
    throw wrongUse('--each needs a question that compares two or three documents by their names.')
  for (const { document, question } of offer.parties) {
    if (id === null && !output.json) output.text(`\n${output.style('bold', `${document}: ${question}`)}\n`)
    await askOne(session, assistant, { ...asked, question, documents: [document], partOf: answerId }, id)
  }
}

/** What was offered for a question just before; else it is asked, and its own answer stopped before its first word. */
async function offerFor(assistant: AssistantClient, asked: AskInput, signal: AbortSignal) {
  const [last] = await assistant.answer.list({ matter: asked.matter })
  if (last?.question === asked.question && last.offered) return { answerId: last.answerId, offer: last.offered }
  let answerId = ''
  let offer: Offer | null = null
  for await (const event of await assistant.answer.ask(asked, { signal })) {
    if (event.type === 'answer-start') answerId = event.answerId
    if (event.type === 'offer') offer = event.offer
    if (event.type === 'offer' || event.type === 'model-loading') await assistant.answer.stop({ answerId })
  }
  return { answerId, offer }
}

function withoutType({ type: _type, ...answer }: Extract<AnswerEvent, { type: 'answer-end' }>) {
  return answer
}
