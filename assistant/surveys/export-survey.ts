import { doubtWords, insteadWords, quotedWords } from '../../contract/answers/answer-words.ts'
import type { Cell, ChronologyLine, SheetFormat, SurveyCitation } from '../../contract/answers/survey.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { quoted } from '../../wording/phrases.ts'
import { oneLine } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'
import { markdownWords } from '../paper/write-markdown.ts'
import { csv } from './csv.ts'

type Column = { readonly id: string; readonly question: string }

/** A row a document, and beside each answer the words that support it. */
export function exportTable(questions: readonly Column[], cells: readonly Cell[], format: SheetFormat): string {
  const byDocument = Map.groupBy(cells, ({ documentId }) => documentId)
  const head = [
    t('surveys.paper.document'),
    ...questions.flatMap(({ question }) => [question, t('surveys.paper.where')]),
  ]
  const rows = [...byDocument.values()].map((row) => [
    row[0]?.document ?? '',
    ...questions.flatMap(({ id }) => {
      const cell = row.find((one) => one.id === id)
      return cell ? [cellWords(cell), cell.citations.map(citedWords).join('; ')] : ['', '']
    }),
  ])
  return format === 'csv' ? csv([head, ...rows]) : markdownTable([head, ...rows])
}

/** What people read in a cell: its text, and what keeps one from relying on it. */
export function cellWords(cell: Cell): string {
  const { state } = cell
  if (state === 'not-found') return t('surveys.table.notFound')
  const text = quotedWords(cell.text)
  if (state === 'answered') return text
  const instead = insteadWords(cell)
  if (instead) return t('surveys.paper.contradicted', { text, ...instead })
  return t('surveys.paper.doubtful', { text, doubt: doubtWords(cell) })
}

function citedWords(citation: Cell['citations'][number]): string {
  return `${citedPlace(citation)}: ${quoted(oneLine(citation.quote))}`
}

/** A line an event, with all places that say so. */
export function exportChronology(lines: readonly ChronologyLine[], format: SheetFormat): string {
  const rows = [
    [t('surveys.paper.date'), t('surveys.paper.event'), t('surveys.paper.where')],
    ...lines.map(({ date, text, citations }) => [date, oneLine(text), citations.map(citedPlace).join('; ')]),
  ]
  return format === 'csv' ? csv(rows) : markdownTable(rows)
}

/** A table in Markdown; the first row is its head. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')}\n`
}

function escaped(text: string): string {
  return markdownWords(oneLine(text))
}

/** `case/letter.pdf, page 3` */
export function citedPlace({ document, page }: SurveyCitation): string {
  return [document, pageWords(document, page)].filter(Boolean).join(', ')
}
