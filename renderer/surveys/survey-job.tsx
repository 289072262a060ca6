import { useEffect, useRef, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { useAction } from '../state/use-action.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { documentName } from '../../wording/document-name.ts'
import { formatCount, formatNumber } from '../../wording/format-quantity.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'

type Read = { readonly passagesRead: number; readonly passages: number }

type Props = {
  readonly job: {
    readonly isRunning: boolean
    readonly progress: (Read & { readonly document: string; readonly secondsLeft: number | null }) | null
    readonly end: (Read & { readonly notRead: readonly string[]; readonly seconds: number }) | null
    readonly failure: UserFailure | null
    stop(): void
  }
  /** What came of it, when it has ended. */
  readonly outcome: string
}

/** How far a job is, with the way to halt it; afterwards how much of the documents it has read. */
export function SurveyJob({ job: { isRunning, progress, end, failure, stop }, outcome }: Props) {
  return (
    <>
      <FailureNote failure={failure} />
      {isRunning ? (
        <section className="job" aria-label="Progress">
          <div className="top">
            <b>{progress ? documentName(progress.document) : 'Opening the documents'}</b>
            <span className="soft">{progress ? readWords(progress) : ''}</span>
            <span className="btns">
              <span className="soft num">{formatTimeLeft(progress?.secondsLeft ?? null)}</span>
              <Button isSmall onClick={stop}>
                Stop
              </Button>
            </span>
          </div>
          {progress ? <Meter label="Passages read" done={progress.passagesRead} all={progress.passages} /> : null}
        </section>
      ) : null}
      <p className="small soft above-2" role="status">
        {end && !isRunning ? `${outcome} ${readWords(end)}.${missingWords(end.notRead)}` : ''}
      </p>
    </>
  )
}

function readWords({ passagesRead, passages }: Read): string {
  return `Read ${formatNumber(passagesRead)} of ${formatCount(passages, 'passage')}`
}

function missingWords(notRead: readonly string[]): string {
  return notRead.length === 0 ? '' : ` Without a text, so not in it: ${notRead.map(documentName).join(', ')}.`
}

type SurveyEvent = { readonly type: string }
type ProgressOf<E> = Extract<E, { type: 'survey-progress' }>
type EndOf<E> = Extract<E, { type: `${string}-end` }>

type Survey<E extends SurveyEvent> = {
  /** Cells, lines or events, as they came. */
  readonly items: readonly Exclude<E, ProgressOf<E> | EndOf<E>>[]
  readonly progress: ProgressOf<E> | null
  readonly end: EndOf<E> | null
  readonly failure: UserFailure | null
  readonly isRunning: boolean
  /** Begins, or goes on: what was written comes first. */
  start(begin: (signal: AbortSignal) => Promise<AsyncIterable<E>>): void
  stop(): void
}

/** What is said when it breaks off. */
type Broken = { readonly kept: string; readonly afterLoss: string }

/** Of a job whose lines are kept as they are written. */
export const GOES_ON: Broken = {
  kept: 'What was written is kept.',
  afterLoss: 'Then press “Go on”: it goes on where it stopped.',
}

/** A job over whole documents. It stops when the component goes; the assistant keeps what it has. */
export function useSurvey<E extends SurveyEvent>({ kept, afterLoss }: Broken): Survey<E> {
  const action = useAction()
  const [events, setEvents] = useState<readonly E[]>([])
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const progress = events.findLast((event) => event.type === 'survey-progress')
  const end = events.findLast((event) => event.type.endsWith('-end'))
  return {
    items: events.filter((event): event is Exclude<E, ProgressOf<E> | EndOf<E>> => !isAside(event)),
    progress: (progress as ProgressOf<E> | undefined) ?? null,
    end: (end as EndOf<E> | undefined) ?? null,
    failure: action.failure,
    isRunning: action.isBusy,
    start: (begin) =>
      void action.run(
        async () => {
          const abort = new AbortController()
          stop.current = abort
          setEvents([])
          // Of progress only the last counts.
          for await (const event of await begin(abort.signal))
            setEvents((last) => [...last.filter(({ type }) => type !== 'survey-progress'), event])
        },
        kept,
        afterLoss,
      ),
    stop: () => stop.current?.abort(),
  }
}

function isAside({ type }: SurveyEvent): boolean {
  return type === 'survey-progress' || type.endsWith('-end')
}
