import { useEffect, useEffectEvent, useState } from 'react'
import type { SurveyCitation, TableEvent } from '../../contract/survey.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/download-file.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { formatCount } from '../wording/format-count.ts'
import { CellTable } from './cell-table.tsx'
import { SurveyJob } from './survey-job.tsx'
import { GOES_ON, useSurvey } from './use-survey.ts'

type Props = { readonly matter: string; readonly onOpen: (citation: SurveyCitation) => void }

/** Each question asked of each document alone; what was written is there again when one comes back. */
export function Table({ matter, onOpen }: Props) {
  const client = useClient()
  const job = useSurvey<TableEvent>(GOES_ON)
  const saving = useAction()
  const columns = useLoaded(matter, (assistant, signal) => assistant.survey.columns({ matter }, { signal }))
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? columns.value?.join('\n') ?? ''
  const questions = columnsOf(text)
  const run = (keptOnly: boolean) =>
    job.start((signal) => client.survey.table({ matter, questions, keptOnly }, { signal }))
  const showKept = useEffectEvent(() => run(true))
  const isKnown = columns.value !== null && columns.value.length > 0
  useEffect(() => {
    if (isKnown) showKept()
  }, [isKnown])
  const save = () =>
    saving.run(async () => downloadFile((await client.survey.tableSheet({ matter, questions, format: 'csv' })).file))
  return (
    <>
      <form
        className="grid gap-2 my-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (questions.length > 0) run(false)
        }}
      >
        <label htmlFor="columns">Questions, one a line: each is asked of each document alone</label>
        <textarea id="columns" rows={4} value={text} onChange={({ target }) => setTyped(target.value)} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={job.isRunning || questions.length === 0}>
            {job.items.length > 0 || job.failure ? 'Go on' : 'Make the table'}
          </Button>
          {job.items.length > 0 ? (
            <Button isOff={saving.isBusy} onClick={() => void save()}>
              Save as CSV
            </Button>
          ) : null}
        </div>
      </form>
      <FailureNote failure={columns.failure ?? saving.failure} />
      <SurveyJob job={job} outcome={job.end ? outcomeWords(job.end) : ''} />
      {job.items.length > 0 ? <CellTable cells={job.items} questions={questions} onOpen={onOpen} /> : null}
    </>
  )
}

function columnsOf(text: string): { id: string; question: string }[] {
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  return lines.map((question, at) => ({ id: `q${at + 1}`, question }))
}

function outcomeWords({ cells, uncertain, notFound }: Extract<TableEvent, { type: 'table-end' }>): string {
  return `${formatCount(cells, 'cell')}: ${uncertain} not confirmed, ${notFound} not found.`
}
