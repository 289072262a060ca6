import { useEffect, useEffectEvent, useState } from 'react'
import type { ChronologyEvent, ChronologyLine, SurveyCitation } from '../../contract/answers/survey.ts'
import { useTakenOffer } from '../state/shell-context.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/export-file.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { readableLine } from '../../wording/readable-text.ts'
import { partialDayWords } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { CitationMarks } from './citations.tsx'
import { type Broken, SurveyJob, useSurvey } from './survey-job.tsx'

type Props = { readonly matter: string; readonly onOpen: (citation: SurveyCitation) => void }

/** Every date of the documents with its sentence, in order of time. */
export function Chronology({ matter, onOpen }: Props) {
  const client = useClient()
  const job = useSurvey<ChronologyEvent>(madeAgain())
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
      <p className="soft above-3 below-3">{t('surveys.chronology.hint')}</p>
      <form
        className="row-3 at-end wraps"
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <TextField
          label={t('surveys.chronology.from')}
          placeholder="2023-03"
          size={12}
          value={from}
          onText={setFrom}
          pattern={DATE}
        />
        <TextField
          label={t('surveys.chronology.to')}
          placeholder="2024"
          size={12}
          value={to}
          onText={setTo}
          pattern={DATE}
        />
        <Button type="submit" look="primary" isBusy={job.isRunning}>
          {t('surveys.chronology.submit')}
        </Button>
        {job.items.length > 0 ? (
          <Button isBusy={saving.isBusy} onClick={() => void save()}>
            {t('surveys.saveCsv')}
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

/** A row a date, with every line that has it. */
function EventTable({ events, onOpen }: EventsProps) {
  return (
    <table className="data above-3" aria-label={t('surveys.chronology.title')}>
      <thead>
        <tr>
          <th>{t('surveys.chronology.date')}</th>
          <th>{t('surveys.chronology.text')}</th>
        </tr>
      </thead>
      <tbody>
        {[...Map.groupBy(events, ({ date }) => date)].map(([date, lines]) => (
          <tr key={date} data-testid="event">
            <th scope="row" className="num one-line">
              {partialDayWords(date)}
            </th>
            <td>
              <div className="stack-1">
                {lines.map(({ text, citations }) => (
                  <p key={`${citations[0]?.documentId} ${citations[0]?.start}`}>
                    {readableLine(text, citations[0]?.document ?? '')}{' '}
                    <CitationMarks citations={citations} onOpen={onOpen} />
                  </p>
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** It is made again as a whole. */
function madeAgain(): Broken {
  return { kept: t('surveys.chronology.kept'), afterLoss: t('surveys.chronology.thenMakeAgain') }
}

const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?'

function outcomeWords({
  events,
  withoutYear,
  withoutOrder,
  inHeaders,
}: Extract<ChronologyEvent, { type: 'chronology-end' }>): string {
  const sentences = [
    t('surveys.chronology.lines', { count: events }),
    withoutYear > 0 ? t('surveys.chronology.withoutYear', { count: withoutYear }) : '',
    withoutOrder > 0 ? t('surveys.chronology.ambiguous', { count: withoutOrder }) : '',
    inHeaders > 0 ? t('surveys.chronology.inHeaders', { count: inHeaders }) : '',
  ]
  return sentences.filter(Boolean).join(' ')
}
