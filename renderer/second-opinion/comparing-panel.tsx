import type { Agreement } from '../../contract/opinion.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/meter.tsx'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'
import { anchoringWords, measuredWords } from './comparing-words.ts'
import { useComparing } from './use-comparing.ts'

type Props = { readonly consultation: string; readonly agreement: Agreement }

/** Above the table: how the informed opinion moved, and what rules could not tell, for the local model to judge. */
export function ComparingPanel({ consultation, agreement: { judging, anchoring } }: Props) {
  const { progress, isBusy, failure, compare } = useComparing(consultation)
  const { languageModel } = useShell().status
  const moved = anchoring && anchoringWords(anchoring)
  const measured = measuredWords(judging)
  return (
    <div className="mb-3" data-testid="comparing">
      {moved ? (
        <p className="small soft mt-2" data-testid="anchoring">
          {moved}
        </p>
      ) : null}
      {measured ? <p className="small soft mt-2">{measured}</p> : null}
      {progress ? (
        <>
          <p className="note small mt-2" role="status">
            {progress.done} of {formatCount(progress.items, 'pair')} judged.
            <Button isSmall className="ml-auto" onClick={progress.stop}>
              Stop
            </Button>
          </p>
          <Meter label="Pairs judged" done={progress.done} all={progress.items} />
        </>
      ) : judging.open > 0 ? (
        <p className="small soft mt-2">
          Rules cannot tell {formatCount(judging.open, 'pair')} of sentences.{' '}
          {languageModel ? (
            <Button isSmall isOff={isBusy} onClick={() => void compare()}>
              Compare with the local model
            </Button>
          ) : (
            'A model of this computer could judge them.'
          )}
        </p>
      ) : null}
      {failure ? <FailureNote failure={failure} /> : null}
    </div>
  )
}
