import { doubtWords } from '../../contract/confirmed.ts'
import { insteadWords, quotedWords } from '../../contract/quoted-words.ts'
import type { Cell, SurveyCitation } from '../../contract/survey.ts'
import { VerdictMark } from '../parts/verdict-mark.tsx'
import { documentName } from '../wording/document-name.ts'
import { CitationMarks } from './citation-marks.tsx'

type Props = {
  readonly cells: readonly Cell[]
  readonly questions: readonly { readonly id: string; readonly question: string }[]
  readonly onOpen: (citation: SurveyCitation) => void
}

/** A row a document, a column a question. */
export function CellTable({ cells, questions, onOpen }: Props) {
  const rows = [...Map.groupBy(cells, ({ documentId }) => documentId).values()]
  return (
    // The keyboard must be able to move a table that is wider than the column.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="overflow-x-auto" role="region" aria-label="Table" tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th>Document</th>
            {questions.map(({ id, question }) => (
              <th key={id} className="min-w-44 whitespace-normal!">
                {question}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]?.documentId}>
              <th scope="row">{documentName(row[0]?.document ?? '')}</th>
              {questions.map(({ question }) => (
                <td key={question} data-testid="cell">
                  <CellWords cell={row.find((cell) => cell.question === question)} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellWords({ cell, onOpen }: { readonly cell: Cell | undefined; readonly onOpen: Props['onOpen'] }) {
  if (!cell) return <span className="soft">not written yet</span>
  if (cell.state === 'not-found') return <span className="soft">not found</span>
  const instead = insteadWords(cell)
  return (
    <>
      {cell.verdict === 'contradicted' ? <del className="struck">{cell.text}</del> : quotedWords(cell.text)}
      {instead ? (
        <>
          <small>{instead.of}:</small> “{instead.words}”
        </>
      ) : null}{' '}
      <CitationMarks citations={cell.citations} onOpen={onOpen} isOfOneDocument />
      <small>
        {cell.verdict ? <VerdictMark verdict={cell.verdict} /> : null}
        {cell.state === 'uncertain' && cell.verdict !== 'contradicted' ? ` (${doubtWords(cell)})` : ''}
      </small>
    </>
  )
}
