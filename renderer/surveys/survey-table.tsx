import { useEffect, useEffectEvent, useState } from 'react'
import { doubtWords, insteadWords, quotedWords } from '../../contract/answers/answer-words.ts'
import { isConfirming } from '../../contract/answers/confirmed.ts'
import type { Cell, SurveyCitation, TableEvent } from '../../contract/answers/survey.ts'
import type { DocumentRow } from '../../contract/document.ts'
import { DocumentPicker, exactGlob } from '../library/document-picker.tsx'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/export-file.tsx'
import { breakable } from '../parts/file-name.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { VerdictMark } from '../parts/marks.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useTakenOffer } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { documentName } from '../../wording/document-name.ts'
import { listWords, sentenceCase } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { CitationMarks } from './citations.tsx'
import { goesOn, isLost, SurveyJob, useSurvey } from './survey-job.tsx'

type Props = { readonly matter: string; readonly onOpen: (citation: SurveyCitation) => void }

/** Each question asked of each document alone; what was written is there again when one comes back. */
export function Table({ matter, onOpen }: Props) {
  const { job, columns, saving, text, setText, questions, documents, setDocuments, run, save } = useTable(matter)
  const rows = useLoaded((of) => of.library.documents, { matter })
  const chosen = chosenAmong(rows.value, documents)
  // Of patterns it is not known here which documents they are.
  const isByName = chosen.length > 0 && chosen.length === documents.length
  const cells = job.items.filter(({ document }) => !isByName || documents.includes(exactGlob(document)))
  const isBegun = job.items.length > 0
  const isMissing = questions.length === 0
  return (
    <>
      <form
        className="stack-2 above-3 below-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isMissing) run(false)
        }}
      >
        <label htmlFor="columns">{t('surveys.table.questions')}</label>
        <textarea id="columns" rows={4} value={text} onChange={({ target }) => setText(target.value)} />
        <AskedDocuments rows={rows.value} documents={documents} onChoose={setDocuments} />
        <div className="btns">
          <Button
            type="submit"
            look="primary"
            isBusy={job.isRunning}
            whyOff={isMissing ? t('surveys.table.missing') : null}
            isWhyBeside
          >
            {submitWords(job)}
          </Button>
          {isMissing ? <span className="small muted">{t('surveys.table.missing')}</span> : null}
          {isBegun ? (
            <Button isBusy={saving.isBusy} onClick={save}>
              {t('surveys.saveCsv')}
            </Button>
          ) : null}
        </div>
      </form>
      <FailureNote failure={columns.failure ?? rows.failure ?? saving.failure} />
      <SurveyJob job={job} outcome={job.end ? outcomeWords(job.end) : ''} />
      {isBegun ? <CellTable cells={cells} questions={questions} onOpen={onOpen} /> : null}
    </>
  )
}

/**
 * The columns of before, with what is kept of them; an offer that was taken brings its own, and begins. Who comes from Documents brings
 * those that are ticked, and no question.
 */
function useTable(matter: string) {
  const client = useClient()
  const job = useSurvey<TableEvent>(goesOn())
  const saving = useAction()
  const columns = useLoaded((of) => of.survey.columns, { matter })
  const taken = useTakenOffer(matter, 'table')
  const asked = taken && taken.questions.length > 0 ? taken.questions.join('\n') : null
  const [documents, setDocuments] = useState<readonly string[]>(taken?.documents ?? [])
  const [typed, setText] = useState(asked)
  const text = typed ?? columns.value?.join('\n') ?? ''
  const questions = columnsOf(text)
  const input = { matter, questions, documents: [...documents] }
  const run = (keptOnly: boolean) => job.start((signal) => client.survey.table({ ...input, keptOnly }, { signal }))
  const begin = useEffectEvent(() => run(asked === null))
  const isKnown = asked !== null || (columns.value !== null && columns.value.length > 0)
  useEffect(() => {
    if (isKnown) begin()
  }, [isKnown])
  const save = () =>
    void saving.run(async () => downloadFile((await client.survey.tableSheet({ ...input, format: 'csv' })).file))
  return { job, columns, saving, text, setText, questions, documents, setDocuments, run, save }
}

/** What is left of one that broke off is gone on with; one that is whole takes up new documents and changed questions. */
function submitWords(job: ReturnType<typeof useTable>['job']): string {
  const { end, items } = job
  if (end && !end.stopped && end.cells > 0 && end.cells === end.documents * end.questions)
    return t('surveys.table.update')
  return items.length > 0 || isLost(job) ? t('surveys.goOn') : t('surveys.table.submit')
}

type AskedProps = {
  /** Null until they are known. */
  readonly rows: readonly DocumentRow[] | null
  /** Globs; none: all. */
  readonly documents: readonly string[]
  readonly onChoose: (documents: readonly string[]) => void
}

/** Which documents are asked: all, or those chosen here, with the question, or in Documents. */
function AskedDocuments({ rows, documents, onChoose }: AskedProps) {
  const chosen = chosenAmong(rows, documents)
  // A question of the command line may have been put to patterns, which no list of names shows.
  if (chosen.length < documents.length)
    return (
      <p className="small soft">
        {t('surveys.table.onlyDocuments', { documents: listWords(documents) })}{' '}
        <Button look="link" isSmall onClick={() => onChoose([])}>
          {t('surveys.table.allDocuments')}
        </Button>
      </p>
    )
  return (
    <p className="small soft">
      {t.rich('surveys.table.in', {
        picker: () => (
          <DocumentPicker
            documents={rows}
            chosen={chosen.map(({ document }) => document)}
            onChoose={(paths) => onChoose(paths.map(exactGlob))}
            label={(words) => t('surveys.table.documents', { documents: words })}
          />
        ),
      })}
    </p>
  )
}

function chosenAmong(rows: readonly DocumentRow[] | null, documents: readonly string[]): readonly DocumentRow[] {
  return rows?.filter(({ document }) => documents.includes(exactGlob(document))) ?? []
}

function columnsOf(text: string): { id: string; question: string }[] {
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  return lines.map((question, at) => ({ id: `q${at + 1}`, question }))
}

function outcomeWords({ cells, uncertain, notFound }: Extract<TableEvent, { type: 'table-end' }>): string {
  return t('surveys.table.cells', { cells, uncertain, notFound })
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
    <div className="survey-scroll" role="region" aria-label={t('surveys.table.title')} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            <th>{t('surveys.table.document')}</th>
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
              <th scope="row">{breakable(documentName(row[0]?.document ?? ''))}</th>
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
  if (!cell) return <span className="soft">{t('surveys.table.notWritten')}</span>
  if (cell.state === 'not-found') return <span className="soft">{t('surveys.table.notFound')}</span>
  const instead = insteadWords(cell)
  return (
    <>
      {cell.verdict === 'contradicted' ? <del className="struck">{cell.text}</del> : quotedWords(cell.text)}
      {instead
        ? t.rich('surveys.table.instead', {
            source: instead.of,
            words: instead.words,
            small: (chunks) => <small>{chunks}</small>,
          })
        : null}{' '}
      <CitationMarks citations={cell.citations} onOpen={onOpen} isOfOneDocument />
      <small>
        {cell.state === 'uncertain' && cell.verdict !== 'contradicted' ? (
          <Doubt cell={cell} />
        ) : cell.verdict ? (
          <VerdictMark verdict={cell.verdict} />
        ) : null}
      </small>
    </>
  )
}

/** In place of a mark: that its words are those of the page makes a sentence no answer, and nothing about it is green. */
function Doubt({ cell }: { readonly cell: Cell }) {
  const doubt = sentenceCase(doubtWords(cell))
  const { verdict } = cell
  return (
    <span className="warn">
      <Glyph shape="caution" />{' '}
      {verdict !== null && isConfirming(verdict)
        ? t('surveys.table.doubt', { doubt, verdict: t(`verdicts.marks.${verdict}`) })
        : doubt}
    </span>
  )
}
