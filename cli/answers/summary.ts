import { formatCount } from '../../wording/format-quantity.ts'
import type { Command } from 'commander'
import { verdictWords } from '../../assistant/answers/export/answer-words.ts'
import type { SummaryEvent, SummaryLine } from '../../contract/answers/survey.ts'
import { oneLine } from '../../wording/readable-text.ts'
import { type Output } from '../output.ts'
import type { Run } from '../session.ts'
import { citationLines, citationPlaces, endCode, readLine, showSurveyProgress } from './show-survey.ts'

type Options = { model?: string; fresh?: boolean }

export function addSummaryCommand(program: Command, run: Run): void {
  program
    .command('summary <matter> <document>')
    .description('what a document says, section by section, every sentence cited. Run again, it goes on')
    .option('--model <id>', 'another model than the chosen one; "none" for the document\'s own sentences')
    .option('--fresh', 'begin anew, instead of going on')
    .action((matter: string, document: string, { model, fresh }: Options) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          const input = { matter, document, model: model ?? null, fresh: fresh ?? false }
          let section = ''
          let code = 0
          for await (const event of await assistant.survey.summary(input, { signal })) {
            if (event.type === 'line' && event.section !== section) {
              section = event.section
              output.text(output.style('bold', section))
            }
            showEvent(event, output)
            if (event.type === 'summary-end') code = endCode(event)
          }
          signal.throwIfAborted()
          return code
        }),
      ),
    )
}

function showEvent(event: SummaryEvent, output: Output): void {
  if (event.type === 'survey-progress') return showSurveyProgress(event, output)
  if (event.type === 'line') return output.result(event, lineText(event, output))
  output.result(event, null)
  if (!output.json) output.note(endLine(event))
}

function lineText({ text, by, verdict, citations }: SummaryLine, output: Output): string {
  if (by === null) return `  “${oneLine(text)}”  ${output.style('dim', citationPlaces(citations).join('; '))}`
  return [`  ${text}  (${verdictWords(verdict)})`, ...citationLines(citations, output)].join('\n')
}

function endLine(end: Extract<SummaryEvent, { type: 'summary-end' }>): string {
  const { lines, extracted, pagesWithoutText, model } = end
  const own =
    model === null
      ? ' No model was used: these are sentences of the document itself.'
      : ` ${extracted} of them ${extracted === 1 ? 'is a sentence' : 'are sentences'} of the document itself.`
  const without = pagesWithoutText === 0 ? '' : ` ${formatCount(pagesWithoutText, 'page')} without text.`
  return `${formatCount(lines, 'line')}.${own} ${readLine(end)}${without}`
}
