import { useState } from 'react'
import type { Answer } from '../../../contract/answers/answer.ts'
import { confirmedWords } from '../../../contract/answers/answer-words.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { useShell } from '../../state/shell-context.ts'
import { useLate } from '../../state/use-delayed.ts'
import { formatTimeLeft } from '../../../wording/format-time.ts'
import { ANSWER_HEADINGS, stateSummary } from './answer-summary.ts'
import { draftSentences } from '../asking/draft.ts'
import { isWriting, type LiveAnswer, type Reading } from '../asking/live-answer.ts'

type Props = {
  readonly answer: Answer
  /** Where the passages are, seen from here. */
  readonly passages: 'above' | 'below'
  readonly onAskAgain: (question: string) => void
}

/** The state of an answer and how much of it its sources support. */
export function FinishedHeading({ answer, passages, onAskAgain }: Props) {
  const { shape, tone, word } = ANSWER_HEADINGS[answer.state]
  return (
    <p className="answer-state" data-testid="answer-state">
      <StateMark shape={shape} tone={tone}>
        {word}
      </StateMark>
      <span className="small soft">{stateSummary(answer, passages)}</span>
      {answer.state === 'stopped' ? (
        <Button isSmall className="push" onClick={() => onAskAgain(answer.question)}>
          Ask again
        </Button>
      ) : null}
    </p>
  )
}

type LiveHeadingProps = { readonly live: LiveAnswer; readonly onAskAgain: (question: string) => void }

/** What is happening with an answer that is not finished, and the way to stop it. */
export function LiveHeading({ live, onAskAgain }: LiveHeadingProps) {
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
      <Button isSmall className="push" onClick={() => asking.stop(live.matter)}>
        Stop <kbd>Esc</kbd>
      </Button>
    </p>
  )
}

type LiveWords = { readonly word: string; readonly sub: string }

/** What is happening with an answer that is being written. A model that is ready reads the passages; another comes first. */
export function liveWords({ sources, loading, reading, claims, draft }: LiveAnswer, isModelReady: boolean): LiveWords {
  if (sources === null) return { word: 'Searching', sub: 'Looking through the documents.' }
  const checking = draftSentences(draft).complete.length
  const isFirst = claims.length + checking === 0
  if (reading) return { word: isFirst ? 'Reading the passages' : 'Reading more passages', sub: readingWords(reading) }
  if (loading && !isModelReady)
    return {
      word: 'Loading the model',
      sub: `${loading}. Later answers start at once. ${CAN_READ}`,
    }
  if (loading) return { word: 'Reading the passages', sub: CAN_READ }
  if (isFirst) return { word: 'Writing', sub: CAN_READ }
  const confirmed = claims.length > 0 ? confirmedWords({ claims, notAnswered: [] }) : ''
  const waiting = checking > 0 ? `${checking} being checked.` : ''
  return { word: 'Writing', sub: [confirmed, waiting, CAN_READ].filter(Boolean).join(' ') }
}

const CAN_READ = 'You can read and open sources now.'

/** `60 % · about 10 s left.` Never 100 % of what is not all read. */
function readingWords({ share, secondsLeft }: Reading): string {
  const left = formatTimeLeft(secondsLeft)
  return `${Math.floor(100 * share)} %${left && ` · ${left}`}. ${CAN_READ}`
}
