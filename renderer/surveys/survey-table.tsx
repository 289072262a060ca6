import { useEffect, useEffectEvent, useState } from 'react'
import { doubtWords, insteadWords, quotedWords } from '../../contract/answers/answer-words.ts'
import type { Cell, SurveyCitation, TableEvent } from '../../contract/answers/survey.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/export-file.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { VerdictMark } from '../parts/marks.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useTakenOffer } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { documentName } from '../../wording/document-name.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { CitationMarks } from './citations.tsx'
import { GOES_ON, SurveyJob, useSurvey } from './survey-job.tsx'

type Props = { readonly matter: string; readonly onOpen: (citation: SurveyCitation) => void }

/** Each question asked of each document alone; what was written is there again when one comes back. */
export function Table({ matter, onOpen }: Props) {
  const { job, columns, saving, text, setText, questions, documents, setDocuments, run, save } = useTable(matter)
  const isBegun = job.items.length > 0
  return (
    <>
      <form
        className="stack-2 above-3 below-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (questions.length > 0) run(false)
        }}
      >
        <label htmlFor="columns">Questions, one a line: each is asked of each document alone</label>
        <textarea id="columns" rows={4} value={text} onChange={({ target }) => setText(target.value)} />
        <ChosenDocuments documents={documents} onAll={() => setDocuments([])} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={job.isRunning || questions.length === 0}>
            {isBegun || job.failure ? 'Go on' : 'Make table'}
          </Button>
          {isBegun ? (
            <Button isOff={saving.isBusy} onClick={save}>
              Save as CSV
            </Button>
          ) : null}
        </div>
      </form>
      <FailureNote failure={columns.failure ?? saving.failure} />
      <SurveyJob job={job} outcome={job.end ? outcomeWords(job.end) : ''} />
      {isBegun ? <CellTable cells={job.items} questions={questions} onOpen={onOpen} /> : null}
    </>
  )
}

/** The columns of before, with what is kept of them; an offer that was taken brings its own, and begins. */
function useTable(matter: string) {
  const client = useClient()
  const job = useSurvey<TableEvent>(GOES_ON)
  const saving = useAction()
  const columns = useLoaded((of) => of.survey.columns, { matter })
  const taken = useTakenOffer(matter, 'table')
  const [documents, setDocuments] = useState(taken?.documents ?? [])
  const [typed, setText] = useState<string | null>(taken?.questions.join('\n') ?? null)
  const text = typed ?? columns.value?.join('\n') ?? ''
  const questions = columnsOf(text)
  const input = { matter, questions, documents: [...documents] }
  const run = (keptOnly: boolean) => job.start((signal) => client.survey.table({ ...input, keptOnly }, { signal }))
  const begin = useEffectEvent(() => run(taken === null))
  const isKnown = taken !== null || (columns.value !== null && columns.value.length > 0)
  useEffect(() => {
    if (isKnown) begin()
  }, [isKnown])
  const save = () =>
    void saving.run(async () => downloadFile((await client.survey.tableSheet({ ...input, format: 'csv' })).file))
  return { job, columns, saving, text, setText, questions, documents, setDocuments, run, save }
}

type ChosenProps = { readonly documents: readonly string[]; readonly onAll: () => void }

/** What an offer was over, where documents were chosen with its question. */
function ChosenDocuments({ documents, onAll }: ChosenProps) {
  if (documents.length === 0) return null
  return (
    <p className="small soft">
      Only documents chosen with the question: {documents.join(', ')}.{' '}
      <Button look="link" isSmall onClick={onAll}>
        All documents
      </Button>
    </p>
  )
}

function columnsOf(text: string): { id: string; question: string }[] {
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  return lines.map((question, at) => ({ id: `q${at + 1}`, question }))
}

function outcomeWords({ cells, uncertain, notFound }: Extract<TableEvent, { type: 'table-end' }>): string {
  return `${formatCount(cells, 'cell')}: ${uncertain} not confirmed, ${notFound} not found.`
}

type CellTableProps = {
  readonly cells: readonly Cell[]
  readonly questions: readonly { readonly id: string; readonly question: string }[]
  readonly onOpen: (citation: SurveyCitation) => void
}

/** A row a document, a column a question. */
function CellTable({ cells, questions, onOpen }: CellTableProps) {
  const rows = [...Map.groupBy(cells, ({ documentId }) => documentId).values()]
  return (
    // The keyboard must be able to move a table that is wider than the column.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="survey-scroll" role="region" aria-label="Table" tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th>Document</th>
            {questions.map(({ id, question }) => (
              <th key={id} className="col-question">
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

function CellWords({ cell, onOpen }: { readonly cell: Cell | undefined; readonly onOpen: CellTableProps['onOpen'] }) {
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
