import { doubtWords, insteadWords, quotedWords } from '../../../contract/answers/answer-words.ts'
import type { Cell, SheetFormat } from '../../../contract/answers/survey.ts'
import { csv } from './csv.ts'
import { markdownTable } from './markdown.ts'
import { citedPlace, oneLine } from './place-words.ts'

type Column = { readonly id: string; readonly question: string }

/** A row a document, and beside each answer the words that support it. */
export function exportTable(questions: readonly Column[], cells: readonly Cell[], format: SheetFormat): string {
  const byDocument = Map.groupBy(cells, ({ documentId }) => documentId)
  const head = ['document', ...questions.flatMap(({ question }) => [question, 'where'])]
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
  if (state === 'not-found') return 'not found'
  const text = quotedWords(cell.text)
  if (state === 'answered') return text
  const instead = insteadWords(cell)
  if (instead) return `${text} (contradicted. ${instead.of}: “${instead.words}”)`
  return `${text} (${doubtWords(cell)})`
}

function citedWords(citation: Cell['citations'][number]): string {
  return `${citedPlace(citation)}: “${oneLine(citation.quote)}”`
}
