import type { Answer } from '../../contract/answer.ts'
import { Button } from '../parts/button.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { ANSWER_HEADINGS, stateSummary } from './answer-summary.ts'

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
        <Button isSmall className="ml-auto" onClick={() => onAskAgain(answer.question)}>
          Ask again
        </Button>
      ) : null}
    </p>
  )
}
