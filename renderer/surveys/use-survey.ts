import { useEffect, useRef, useState } from 'react'
import { useAction } from '../state/use-action.ts'
import type { UserFailure } from '../state/user-failure.ts'

type SurveyEvent = { readonly type: string }
type ProgressOf<E> = Extract<E, { type: 'survey-progress' }>
type EndOf<E> = Extract<E, { type: `${string}-end` }>

export type Survey<E extends SurveyEvent> = {
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
