import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { answerAsMarkdown } from '../answer-as-markdown.ts'
import type { Run } from '../program.ts'

/** `answers MATTER · answer show|delete|export` */
export function addAnswersCommands(program: Command, run: Run): void {
  program
    .command('answers <matter>')
    .description('the questions asked in a matter, the newest first')
    .action((matter: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          for (const answer of await assistant.answer.list({ matter }))
            output.result(
              answer,
              `${answer.answerId}  ${answer.askedAt.slice(0, 16).replace('T', ' ')}  ${answer.state.padEnd(10)} ${answer.question}`,
            )
        }),
      ),
    )

  const answer = program.command('answer').description('one earlier answer')
  answer
    .command('export <matter> <answer> [file]')
    .description('as Markdown, with its sources and quotes')
    .action((matter: string, answerId: string, file: string | undefined) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const markdown = answerAsMarkdown(await assistant.answer.get({ matter, answerId }))
          if (file === undefined) return output.result({ markdown }, markdown)
          await writeFile(file, markdown)
          output.result({ file }, `Wrote ${file}.`)
        }),
      ),
    )
  answer
    .command('delete <matter> <answer>')
    .description('the ledger keeps that it was asked and deleted, not its words')
    .action((matter: string, answerId: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          await assistant.answer.delete({ matter, answerId })
          output.result({ deleted: answerId }, `Deleted ${answerId}.`)
        }),
      ),
    )
}
