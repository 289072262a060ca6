import { wordsWithCommand } from '../next-command.ts'
import { readableLine } from '../../wording/readable-text.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { placeName } from '../../assistant/answers/export/answer-words.ts'
import type { SearchResult } from '../../contract/document.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { type Output } from '../output.ts'
import type { Run } from '../session.ts'
import { refuseMissing } from '../find-named.ts'
import { readQuestions } from './question-file.ts'
import { atLeastOne } from '../arguments.ts'

export function addSearchCommand(program: Command, run: Run): void {
  program
    .command('search <matter> [question]')
    .description('the passages nearest to a question, by words and by meaning')
    .option('-k, --limit <n>', 'how many passages', atLeastOne, 10)
    .option('--documents <glob...>', 'only in these documents')
    .option('--questions <file>', 'many questions in one process: lines of {"id","question"}')
    .action(
      (
        matter: string,
        question: string | undefined,
        options: { limit: number; documents?: string[]; questions?: string },
      ) =>
        run(({ withAssistant, output, signal }) =>
          withAssistant(async (assistant) => {
            await refuseMissing(assistant, matter, options.documents ?? [])
            for (const { id, question: text } of await readQuestions(question, options.questions, readFile)) {
              const found = await assistant.library.search(
                { matter, question: text, limit: options.limit, documents: options.documents ?? [] },
                { signal },
              )
              show({ id, ...found }, output)
            }
          }),
        ),
    )
}

function show(found: SearchResult & { id: string | null }, output: Output): void {
  output.result(found, null)
  for (const hit of found.hits) {
    const where = [placeName(hit), pageWords(hit.document, hit.page), hit.section].filter(Boolean).join(', ')
    output.text(
      `${String(hit.rank).padStart(2)}  ${output.style('bold', where)}\n    ${readableLine(hit.text, hit.document).slice(0, 240)}`,
    )
    if (hit.alsoIn.length > 0)
      output.text(`    also in ${formatCount(hit.alsoIn.length, 'other document')}: ${hit.alsoIn.join(', ')}`)
  }
  for (const { document, reason } of found.notSearched)
    output.text(`Not searched: ${wordsWithCommand(document)}: ${wordsWithCommand(reason)}`)
  if (found.hits.length === 0) output.text('Nothing was found.')
  else if (!found.vectors)
    output.text('Searched by words only: no embedding model is installed, or its vectors are not ready yet.')
}
