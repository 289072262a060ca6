import { type Command, Argument } from 'commander'
import type { Answer, ExportFormat } from '../../contract/answers/answer.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { exportFormat, writeUnencrypted } from '../arguments.ts'
import type { Output } from '../output.ts'
import type { Run } from '../session.ts'
import { tellDamaged } from '../tell-damaged.ts'
import { notFound } from '../failures.ts'
import { shownState } from '../../contract/answers/answer-words.ts'
import { formatTime } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'

type Found = { readonly matter: string; readonly answer: Answer }

/** `answers MATTER · answer ID export|delete` */
export function addAnswersCommands(program: Command, run: Run): void {
  program
    .command('answers <matter>')
    .description('the questions asked in a matter, the newest first')
    .action((matter: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          for (const answer of await assistant.answer.list({ matter })) output.result(answer, answerLine(answer))
          await tellDamaged(assistant, output, matter, ['answer', 'correction', 'suggestion'])
        }),
      ),
    )

  program
    .command('answer <id>')
    .addArgument(new Argument('<action>').choices(['export', 'delete']))
    .argument('[file]', 'where to write it: .md, .docx or .pdf; without one it is printed')
    .description('an earlier answer: export it with its sources and quotes, or delete it')
    .action((id: string, action: 'export' | 'delete', file: string | undefined) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const format = file === undefined ? 'md' : exportFormat(file)
          const found = await findAnswer(assistant, id)
          if (action === 'export') return exportAnswer({ assistant, found, file, format, output })
          await assistant.answer.delete({ matter: found.matter, answerId: id })
          output.result({ deleted: id }, `Deleted. The ledger keeps that it was asked and deleted, not its words.`)
        }),
      ),
    )
}

/** Ids are unique everywhere, so that nobody has to say which matter an answer belongs to. */
async function findAnswer(assistant: AssistantClient, id: string): Promise<Found> {
  for (const { matter } of await assistant.matter.list()) {
    const answer = (await assistant.answer.list({ matter })).find(({ answerId }) => answerId === id)
    if (answer) return { matter, answer }
  }
  throw notFound(`There is no answer ${id}. The answers of a matter: consilium answers MATTER`)
}

type Export = {
  readonly assistant: AssistantClient
  readonly found: Found
  readonly file: string | undefined
  readonly format: ExportFormat
  readonly output: Output
}

async function exportAnswer({ assistant, found, file, format, output }: Export): Promise<void> {
  const answerIds = [found.answer.answerId]
  const exported = await assistant.answer.export({ matter: found.matter, answerIds, format })
  if (file === undefined) {
    const markdown = await exported.file.text()
    return output.result({ markdown }, markdown)
  }
  const wrote = await writeUnencrypted(file, await exported.file.bytes())
  output.result({ file, bytes: exported.file.size }, wrote)
}

function answerLine(answer: Answer): string {
  const state = t(`ask.states.${shownState(answer)}`)
  return `${answer.answerId}  ${formatTime(answer.askedAt).padEnd(24)} ${state.padEnd(21)} ${answer.question}`
}
