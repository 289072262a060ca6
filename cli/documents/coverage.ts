import { withWarnings } from './documents.ts'
import { wordsWithCommand } from '../next-command.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import type { Command } from 'commander'
import { DocumentState, type CoverageReport } from '../../contract/document.ts'
import { pageWords } from '../../contract/page-unit.ts'

import { EXIT_SOMETHING_WRONG } from '../failures.ts'
import type { Run } from '../session.ts'
import { t } from '../../wording/translate.ts'

type Row = CoverageReport['rows'][number]

export function addCoverageCommand(program: Command, run: Run): void {
  program
    .command('coverage <matter>')
    .description('what was read and what was not: every page accounted for, with what was noticed')
    .action((matter: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const report = await assistant.library.coverage({ matter })
          if (output.json) output.result({ ...report, rows: report.rows.map(withWarnings) }, null)
          else showReport(report, (line) => output.text(line))
          return report.pagesUnaccounted > 0 ? EXIT_SOMETHING_WRONG : 0
        }),
      ),
    )
}

function showReport(report: CoverageReport, print: (line: string) => void): void {
  const { pages, pagesWithText, pagesByOcr, pagesEmpty, pagesFailed, pagesUnaccounted } = report
  for (const row of report.rows) showRow(row, print)
  print(
    `${formatCount(report.documents, 'document')}, ${formatCount(pages, 'page')}: ${pagesWithText} text, ${pagesByOcr} by OCR, ${pagesEmpty} empty, ${pagesFailed} failed, ${pagesUnaccounted} unaccounted for`,
  )
  const states = DocumentState.options.flatMap((state) => {
    const count = report.states[state]
    return count ? [`${count} ${t(`library.states.${state}`)}`] : []
  })
  print(states.join(', '))
}

function showRow(row: Row, print: (line: string) => void): void {
  const { state, document, error, pages, pagesWithText, pagesByOcr, pagesEmpty, pagesFailed } = row
  const counts = `${formatCount(pages, 'page')}: ${pagesWithText} text, ${pagesByOcr} OCR, ${pagesEmpty} empty, ${pagesFailed} failed`
  print(`${t(`library.states.${state}`).padEnd(14)} ${document}  ${error ? wordsWithCommand(error.message) : counts}`)
  for (const { text } of row.notices) print(`${' '.repeat(15)}${wordsWithCommand(text)}`)
  for (const { page, label, reason } of row.withoutText)
    print(
      `${' '.repeat(15)}${pageWords(document, page, label) || 'the whole'}: ${reason ? wordsWithCommand(reason) : 'no text'}`,
    )
}
