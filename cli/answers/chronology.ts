import { readableLine } from '../../wording/readable-text.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { exportChronology } from '../../assistant/surveys/export-survey.ts'
import {
  type ChronologyEvent,
  type ChronologyLine,
  PartialDate,
  type SheetFormat,
} from '../../contract/answers/survey.ts'
import { type Output } from '../output.ts'
import type { Run } from '../session.ts'
import { refuseMissing } from '../find-named.ts'
import { citationPlaces, endCode, readLine, showSurveyProgress } from './show-survey.ts'

type Options = { documents?: string[]; from?: string; to?: string; format: 'text' | SheetFormat }

export function addChronologyCommand(program: Command, run: Run): void {
  program
    .command('chronology <matter>')
    .description('every date of the documents with its sentence, word for word, in order of time; no model is used')
    .option('--documents <glob...>', 'only these documents')
    .option('--from <date>', 'from this day, month or year on: 2023-03-04, 2023-03, 2023', partialDate)
    .option('--to <date>', 'up to the end of this day, month or year', partialDate)
    .addOption(new Option('--format <kind>', 'how it is printed').choices(['text', 'csv', 'md']).default('text'))
    .action((matter: string, { documents = [], from, to, format }: Options) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          await refuseMissing(assistant, matter, documents)
          const input = { matter, documents, from: from ?? null, to: to ?? null }
          const lines: ChronologyLine[] = []
          let code = 0
          for await (const event of await assistant.survey.chronology(input, { signal })) {
            if (event.type === 'event') lines.push(event)
            if (event.type === 'chronology-end' && format !== 'text') output.text(exportChronology(lines, format))
            showEvent(event, format === 'text', output)
            if (event.type === 'chronology-end') code = endCode(event)
          }
          signal.throwIfAborted()
          return code
        }),
      ),
    )
}

function showEvent(event: ChronologyEvent, inWords: boolean, output: Output): void {
  if (event.type === 'survey-progress') return showSurveyProgress(event, output)
  if (event.type === 'event') return output.result(event, inWords ? lineText(event, output) : null)
  output.result(event, null)
  if (!output.json) output.note(endLine(event))
}

function lineText({ date, text, citations }: ChronologyLine, output: Output): string {
  const places = citationPlaces(citations).map((place) => output.style('dim', `            ${place}`))
  return [
    `${output.style('bold', date.padEnd(10))}  ${readableLine(text, citations[0]?.document ?? '')}`,
    ...places,
  ].join('\n')
}

function endLine(end: Extract<ChronologyEvent, { type: 'chronology-end' }>): string {
  const without =
    end.withoutYear === 0 ? '' : ` ${formatCount(end.withoutYear, 'day')} without a year (like 5 March) left out.`
  const unsure =
    end.withoutOrder === 0
      ? ''
      : ` ${formatCount(end.withoutOrder, 'date')} that may be read in several ways (like 03/05/23) left out.`
  const headers =
    end.inHeaders === 0 ? '' : ` ${formatCount(end.inHeaders, 'date')} in headers and footers of pages left out.`
  return `${formatCount(end.events, 'line')}. ${readLine(end)}${without}${unsure}${headers}`
}

function partialDate(text: string): string {
  if (!PartialDate.safeParse(text).success) throw new InvalidArgumentError('Give a date: 2023-03-04, 2023-03 or 2023.')
  return text
}
