import { useEffect, useEffectEvent, useState } from 'react'
import type { ChronologyEvent, ChronologyLine, SurveyCitation } from '../../contract/answers/survey.ts'
import { useTakenOffer } from '../state/shell-context.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/export-file.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { CitationMarks } from './citations.tsx'
import { SurveyJob, useSurvey } from './survey-job.tsx'

type Props = { readonly matter: string; readonly onOpen: (citation: SurveyCitation) => void }

const MADE_ANEW = { kept: 'Your documents are as they were.', afterLoss: 'Then make it again: it takes a moment.' }

/** Every date of the documents with its sentence, in order of time. */
export function Chronology({ matter, onOpen }: Props) {
  const client = useClient()
  const job = useSurvey<ChronologyEvent>(MADE_ANEW)
  const saving = useAction()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const taken = useTakenOffer(matter, 'chronology')
  const documents = taken?.documents ?? []
  const wanted = () => ({ matter, from: from.trim() || null, to: to.trim() || null, documents: [...documents] })
  const start = () => job.start((signal) => client.survey.chronology(wanted(), { signal }))
  const begin = useEffectEvent(start)
  useEffect(() => {
    if (taken) begin()
  }, [taken])
  const save = () =>
    saving.run(async () => downloadFile((await client.survey.chronologySheet({ ...wanted(), format: 'csv' })).file))
  return (
    <>
      <p className="soft above-3 below-3">
        Every date in the documents with its sentence, word for word. No model is used.
      </p>
      <form
        className="row-3 at-end wraps"
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <TextField label="From" placeholder="2023-03" size={12} value={from} onText={setFrom} pattern={DATE} />
        <TextField label="To" placeholder="2024" size={12} value={to} onText={setTo} pattern={DATE} />
        <Button type="submit" look="primary" isOff={job.isRunning}>
          Make chronology
        </Button>
        {job.items.length > 0 ? (
          <Button isOff={saving.isBusy} onClick={() => void save()}>
            Save as CSV
          </Button>
        ) : null}
      </form>
      <FailureNote failure={saving.failure} />
      <SurveyJob job={job} outcome={job.end ? outcomeWords(job.end) : ''} />
      {job.items.length > 0 ? <EventTable events={job.items} onOpen={onOpen} /> : null}
    </>
  )
}

type EventsProps = { readonly events: readonly ChronologyLine[]; readonly onOpen: Props['onOpen'] }

function EventTable({ events, onOpen }: EventsProps) {
  return (
    <table className="data above-3" aria-label="Chronology">
      <thead>
        <tr>
          <th>Date</th>
          <th>Text</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ date, text, citations }) => (
          <tr key={`${date} ${citations[0]?.documentId} ${citations[0]?.start}`} data-testid="event">
            <th scope="row" className="num one-line">
              {date}
            </th>
            <td>
              {text} <CitationMarks citations={citations} onOpen={onOpen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?'

function outcomeWords({
  events,
  withoutYear,
  withoutOrder,
  inHeaders,
}: Extract<ChronologyEvent, { type: 'chronology-end' }>): string {
  const without = withoutYear === 0 ? '' : ` ${formatCount(withoutYear, 'day')} without a year left out.`
  const unsure =
    withoutOrder === 0
      ? ''
      : ` ${formatCount(withoutOrder, 'date')} that may be read in several ways (like 03/05/23) left out.`
  const headers = inHeaders === 0 ? '' : ` ${formatCount(inHeaders, 'date')} in headers and footers left out.`
  return `${formatCount(events, 'line')}.${without}${unsure}${headers}`
}
