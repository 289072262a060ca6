import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { useShell } from '../state/shell-context.ts'
import { useLate } from '../state/use-late.ts'
import { isWriting, type LiveAnswer } from './live-answer.ts'
import { liveWords } from './live-words.ts'

type Props = { readonly live: LiveAnswer; readonly onAskAgain: (question: string) => void }

/** What is happening with an answer that is not finished, and the way to stop it. */
export function LiveHeading({ live, onAskAgain }: Props) {
  const { asking, status } = useShell()
  // As it was when the answer began: the process is ready before it has loaded the model.
  const [wasReady] = useState(status.languageModel?.state === 'ready')
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
  const { word, sub } = liveWords(live, wasReady)
  return (
    <p className="answer-state">
      <StateMark shape="running" tone="info">
        {word}
      </StateMark>
      <span className="small soft num">{sub}</span>
      <Button isSmall className="ml-auto" onClick={() => asking.stop(live.matter)}>
        Stop <kbd>Esc</kbd>
      </Button>
    </p>
  )
}
