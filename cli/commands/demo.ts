import type { Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import { createAnswerPrinter } from '../show-answer.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'
import { fetchDemoModels } from '../fetch-demo-models.ts'
import { awaitDocuments } from '../await-documents.ts'

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
