import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/meter.tsx'
import type { UserFailure } from '../state/user-failure.ts'
import { documentName } from '../wording/document-name.ts'
import { formatCount, formatNumber } from '../wording/format-count.ts'
import { formatTimeLeft } from '../wording/format-time.ts'

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
      <p className="small soft mt-2" role="status">
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
