import type { Proposing as State } from '../../contract/knowledge/fact.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { type UserFailure, userFailure } from '../state/user-failure.ts'
import { documentName } from '../../wording/document-name.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'

/** How far the reading of facts is, and what it found. */
export function ReadFacts({ proposing }: { readonly proposing: Proposing }) {
  const { isRunning, progress, end, failure, stop } = proposing
  return (
    <>
      <FailureNote failure={failure} />
      {isRunning ? (
        <div className="job above-2">
          <div className="top">
            <b>{progress ? documentName(progress.document) : t('facts.reading.title')}</b>
            {progress ? <span className="soft">{progressWords(progress)}</span> : null}
            <span className="btns">
              <Button isSmall onClick={stop}>
                {t('frame.buttons.stop')}
              </Button>
            </span>
          </div>
          {progress ? (
            <Meter label={t('facts.reading.passages')} done={progress.passagesDone} all={progress.passages} />
          ) : null}
        </div>
      ) : null}
      <p className="small soft" role="status">
        {end ? t('facts.reading.end', { documents: end.documents, facts: end.proposed }) : ''}
      </p>
    </>
  )
}

function progressWords({ passagesDone: done, passages: count, secondsLeft }: NonNullable<State['progress']>): string {
  const timeLeft = formatTimeLeft(secondsLeft)
  return timeLeft === ''
    ? t('facts.reading.progressUnknown', { done, count })
    : t('facts.reading.progress', { done, count, timeLeft })
}

export type Proposing = {
  readonly isRunning: boolean
  readonly progress: State['progress']
  readonly end: State['end']
  readonly failure: UserFailure | null
  start(): void
  stop(): void
}

/** The reading of facts from the documents of a matter, which goes on in the engine wherever the user goes. */
export function useProposing(matter: string): Proposing {
  const client = useClient()
  const action = useAction()
  const { value, failure } = useLoaded((of) => of.fact.proposing, { matter })
  const ended = value?.failure
    ? userFailure({ code: value.failure.code, data: value.failure }, t('facts.reading.kept'))
    : null
  return {
    isRunning: value?.isRunning ?? false,
    progress: value?.progress ?? null,
    end: value?.end ?? null,
    failure: action.failure ?? failure ?? ended,
    start: () => void action.run(() => client.fact.startProposing({ matter }), t('facts.reading.kept')),
    stop: () => void action.run(() => client.fact.stopProposing({ matter }), t('facts.reading.kept')),
  }
}
