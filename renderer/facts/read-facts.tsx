import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/meter.tsx'
import { documentName } from '../wording/document-name.ts'
import { formatCount } from '../wording/format-count.ts'
import { formatTimeLeft } from '../wording/format-time.ts'
import type { Proposing } from './use-proposing.ts'

/** How far the reading of facts is, and what it found. */
export function ReadFacts({ proposing }: { readonly proposing: Proposing }) {
  const { isRunning, progress, end, failure, stop } = proposing
  return (
    <>
      <FailureNote failure={failure} />
      {isRunning ? (
        <div className="job mt-2">
          <div className="top">
            <b>{progress ? documentName(progress.document) : 'Reading facts from the documents'}</b>
            {progress ? (
              <span className="soft">
                {progress.passagesDone} of {formatCount(progress.passages, 'passage')},{' '}
                {formatTimeLeft(progress.secondsLeft) || 'time left not known yet'}
              </span>
            ) : null}
            <span className="btns">
              <Button isSmall onClick={stop}>
                Stop
              </Button>
            </span>
          </div>
          {progress ? <Meter label="Passages read" done={progress.passagesDone} all={progress.passages} /> : null}
        </div>
      ) : null}
      <p className="small soft" role="status">
        {end ? `${formatCount(end.documents, 'document')} read, ${formatCount(end.proposed, 'fact')} found.` : ''}
      </p>
    </>
  )
}
