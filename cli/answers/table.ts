import { formatCount } from '../../wording/format-quantity.ts'
import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { cellWords, exportTable } from '../../assistant/surveys/export-survey.ts'
import type { Cell, SheetFormat, TableEvent } from '../../contract/answers/survey.ts'
import { type Output } from '../output.ts'
import type { Run } from '../session.ts'
import { readColumns } from './question-file.ts'
import { refuseMissing } from '../find-named.ts'
import { citationLines, endCode, readLine, showSurveyProgress } from './show-survey.ts'
import { wrongUse } from '../failures.ts'

type Options = {
  questions?: string
  question?: string[]
  documents?: string[]
  model?: string
  fresh?: boolean
  format: 'text' | SheetFormat
}

export function addTableCommand(program: Command, run: Run): void {
  program
    .command('table <matter>')
    .description('each question asked of each document alone; a cell is cited, or not found. Run again, it goes on')
    .option('--questions <file>', 'the columns: a question a line, or lines of {"id","question"}')
    .option('--question <text>', 'a column; may be given several times', (text, all: string[] = []) => [...all, text])
    .option('--documents <glob...>', 'only these documents')
    .option('--model <id>', 'another model than the chosen one')
    .option('--fresh', 'write all cells anew, instead of going on')
    .addOption(new Option('--format <kind>', 'how it is printed').choices(['text', 'csv', 'md']).default('text'))
    .action((matter: string, { questions: file, question: given, documents = [], model, fresh, format }: Options) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          const questions = [...(await columnsOf(file, given))]
          await refuseMissing(assistant, matter, documents)
          const input = { matter, questions, documents, model: model ?? null, fresh: fresh ?? false }
          const cells: Cell[] = []
          let code = 0
          for await (const event of await assistant.survey.table(input, { signal })) {
            if (event.type === 'cell') cells.push(event)
            if (event.type === 'table-end' && format !== 'text') output.text(exportTable(questions, cells, format))
            showEvent(event, format === 'text', output)
            if (event.type === 'table-end') code = endCode(event)
          }
          signal.throwIfAborted()
          return code
        }),
      ),
    )
}

async function columnsOf(file: string | undefined, given: readonly string[] = []) {
  const own = given.map((question, at) => ({ id: `q${at + 1}`, question }))
  if (file === undefined && own.length === 0)
    throw wrongUse('A column is missing: give a question with --question, or a file with --questions.')
  if (file === undefined) return own
  if (own.length > 0) throw wrongUse('Give the columns with --question or with --questions, not both.')
  return readColumns(file, readFile)
}

function showEvent(event: TableEvent, inWords: boolean, output: Output): void {
  if (event.type === 'survey-progress') return showSurveyProgress(event, output)
  if (event.type === 'cell') return output.result(event, inWords ? cellText(event, output) : null)
  output.result(event, null)
  if (!output.json) output.note(endLine(event))
}

function cellText(cell: Cell, output: Output): string {
  const head = `${output.style('bold', cell.document)}  ${cell.question}`
  return [head, `  ${cellWords(cell)}`, ...citationLines(cell.citations, output)].join('\n')
}

function endLine(end: Extract<TableEvent, { type: 'table-end' }>): string {
  const { cells, answered, uncertain, notFound, kept } = end
  const before = kept === 0 ? '' : `, ${kept} of them written before`
  return `${formatCount(cells, 'cell')}${before}: ${answered} confirmed, ${uncertain} not confirmed, ${notFound} not found. ${readLine(end)}`
}
