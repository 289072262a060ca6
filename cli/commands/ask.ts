import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { AnswerEvent, AskInput } from '../../contract/answer.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { StrategyName } from '../../contract/strategy.ts'
import { count } from '../count.ts'
import type { Run } from '../program.ts'
import { refuseMissing } from '../refuse-missing.ts'
import { readQuestions } from '../read-questions.ts'
import type { Session } from '../session.ts'
import { createAnswerPrinter } from '../show-answer.ts'

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
    .option('--max-tokens <n>', 'length of the answer', count)
    .option('--seed <n>', 'seed of the generation', count)
    .option('--follows <answer>', 'the answer that this question follows up')
    .addOption(
      new Option('--strategy <name>', 'how to answer; else as it was measured for the model').choices(
        StrategyName.options,
      ),
    )
    .option('--options <list>', 'a closed list to choose from, such as "yes;no;maybe"')
    .option('--questions <file>', 'many questions in one process: lines of {"id","question"}')
    .action((matter: string, question: string | undefined, options: Options) =>
      run((session) =>
        session.withAssistant(async (assistant) => {
          const questions = await readQuestions(question, options.questions, readFile)
          await refuseMissing(assistant, matter, options.documents ?? [])
          for (const asked of questions)
            await askOne(session, assistant, input(matter, asked.question, options), asked.id)
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
  const show = createAnswerPrinter(output)
  for await (const event of await assistant.answer.ask(asked, { signal })) {
    if (id === null) show(event)
    else if (event.type === 'answer-end')
      output.result({ id, ...withoutType(event) }, `${id}: ${event.state}: ${event.answer}`)
  }
  // A stopped answer ends like any other; the command was interrupted all the same.
  signal.throwIfAborted()
}

function withoutType({ type: _type, ...answer }: Extract<AnswerEvent, { type: 'answer-end' }>) {
  return answer
}
