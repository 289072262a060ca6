import type { Cell, SheetFormat } from '../../../contract/survey.ts'
import { csv } from './csv.ts'
import { markdownTable } from './markdown.ts'
import { citedPlace, oneLine } from './place-words.ts'

type Column = { readonly id: string; readonly question: string }

/** A row a document, and beside each answer the words that bear it out. */
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

/** What people read in a cell. */
export function cellWords({ state, text, absent }: Cell): string {
  if (state === 'not-found') return 'not found'
  if (state === 'answered') return text
  return `${text} (uncertain${absent.length === 0 ? '' : `: not in the cited words: ${absent.join(', ')}`})`
}

function citedWords(citation: Cell['citations'][number]): string {
  return `${citedPlace(citation)}: “${oneLine(citation.quote)}”`
}
