import type { Command } from 'commander'
import { counted } from '../counted.ts'
import type { Run } from '../program.ts'

/** `documents · text · remove` */
export function addDocumentsCommands(program: Command, run: Run): void {
  program
    .command('documents <matter>')
    .description('the documents of a matter and their state')
    .action((matter: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const documents = await assistant.library.documents({ matter })
          for (const row of documents) {
            const pages = `${row.pagesWithText + row.pagesByOcr} of ${row.pages} pages with text`
            output.result(row, `${row.state.padEnd(14)} ${row.document}  ${row.error?.message ?? pages}`)
            for (const warning of row.warnings) output.text(`${' '.repeat(15)}${warning}`)
          }
          if (documents.length === 0)
            output.text(`No documents yet. Put some in: consilium add "${matter}" FILE-OR-FOLDER`)
        }),
      ),
    )

  program
    .command('text <matter> <document>')
    .description('the text of a document as it was read')
    .action((matter: string, document: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const pages = await assistant.library.text({ matter, document })
          if (output.json) for (const { page, text } of pages) output.result({ page, text }, null)
          else output.text(pages.map(({ text }) => text).join('\f'))
        }),
      ),
    )

  program
    .command('remove <matter> <document>')
    .description('take a document out, with all that was made from it; then checks that nothing is left')
    .action((matter: string, document: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { removed, inside, left } = await assistant.library.remove({ matter, document })
          const more = inside === 0 ? '' : ` and ${counted(inside, 'document')} inside it`
          output.result({ removed, inside, left }, `Removed ${removed}${more}. Left of it: ${left}.`)
        }),
      ),
    )
}
