import { useEffect, useRef, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { useAction } from '../state/use-action.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { documentName } from '../../wording/document-name.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'
import { listWords } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'

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
        <section className="job" aria-label={t('surveys.progress')}>
          <div className="top">
            <b>{progress ? documentName(progress.document) : t('surveys.opening')}</b>
            <span className="soft">{progress ? t('surveys.read', readOf(progress)) : ''}</span>
            <span className="btns">
              <span className="soft num">{formatTimeLeft(progress?.secondsLeft ?? null)}</span>
              <Button isSmall onClick={stop}>
                {t('frame.buttons.stop')}
              </Button>
            </span>
          </div>
          {progress ? (
            <Meter label={t('surveys.passagesRead')} done={progress.passagesRead} all={progress.passages} />
          ) : null}
        </section>
      ) : null}
      <p className="small soft above-2" role="status">
        {end && !isRunning ? endWords(outcome, end) : ''}
      </p>
    </>
  )
}

const readOf = ({ passagesRead, passages }: Read) => ({ done: passagesRead, all: passages })

function endWords(outcome: string, { notRead, ...end }: Read & { readonly notRead: readonly string[] }): string {
  const read = `${outcome} ${t('surveys.readSentence', readOf(end))}`
  return notRead.length === 0
    ? read
    : `${read} ${t('surveys.notRead', { documents: listWords(notRead.map(documentName)) })}`
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
export type Broken = { readonly kept: string; readonly afterLoss: string }

/** Of a job whose lines are kept as they are written. */
export function goesOn(): Broken {
  return { kept: t('surveys.kept'), afterLoss: t('surveys.thenGoOn') }
}

/** Whether its engine was lost, so that more may be kept than was seen; any other failure before the first line began nothing. */
export function isLost({ failure }: { readonly failure: UserFailure | null }): boolean {
  return failure?.code === 'CONNECTION_LOST'
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
