import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { useShell } from '../state/shell-context.ts'
import { useLate } from '../state/use-late.ts'
import { formatCount } from '../wording/format-count.ts'
import { draftSentences } from './draft.ts'
import { isWriting, type LiveAnswer } from './live-answer.ts'

type Props = { readonly live: LiveAnswer; readonly onAskAgain: (question: string) => void }

/** What is happening with an answer that is not finished, and the way to stop it. */
export function LiveHeading({ live, onAskAgain }: Props) {
  const { asking } = useShell()
  const isLate = useLate(live.sources === null && isWriting(live))
  if (live.failure)
    return (
      <div className="answer-state">
        <FailureNote failure={live.failure}>
          <Button isSmall onClick={() => onAskAgain(live.question)}>
            Ask again
          </Button>
        </FailureNote>
      </div>
    )
  if (live.sources === null && !isLate) return null
  return (
    <p className="answer-state">
      <StateMark shape="running" tone="info">
        {live.sources === null ? 'Searching' : live.loading ? 'Loading the model' : 'Writing'}
      </StateMark>
      <span className="small soft">{progressWords(live)}</span>
      <Button isSmall className="ml-auto" onClick={() => asking.stop(live.matter)}>
        Stop <kbd>Esc</kbd>
      </Button>
    </p>
  )
}

function progressWords({ sources, loading, claims, draft }: LiveAnswer): string {
  if (sources === null) return 'Looking through the documents.'
  if (loading) return `${loading} comes into memory; the next answers start at once. You can read and open sources now.`
  const checking = draftSentences(draft).complete.length
  if (claims.length + checking === 0) return 'You can read and open sources now.'
  const waiting = checking > 0 ? `, ${checking} being checked` : ''
  return `${formatCount(claims.length, 'sentence')} checked${waiting}. You can read and open sources now.`
}
