import type { Answer } from '../../contract/answer.ts'
import { Button } from '../parts/button.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { ANSWER_HEADINGS, answerSummary } from './answer-summary.ts'

type Props = { readonly answer: Answer; readonly onAskAgain: (question: string) => void }

/** The state of an answer and how much of it its sources bear out. */
export function FinishedHeading({ answer, onAskAgain }: Props) {
  const { shape, tone, word } = ANSWER_HEADINGS[answer.state]
  return (
    <p className="answer-state" data-testid="answer-state">
      <StateMark shape={shape} tone={tone}>
        {word}
      </StateMark>
      <span className="small soft">{summary(answer)}</span>
      {answer.state === 'stopped' ? (
        <Button isSmall className="ml-auto" onClick={() => onAskAgain(answer.question)}>
          Ask again
        </Button>
      ) : null}
    </p>
  )
}

function summary({ state, claims, model }: Answer): string {
  if (state !== 'extractive') return answerSummary(state, claims)
  return model
    ? 'The model wrote nothing. What follows is quoted.'
    : 'No model was used, so nothing was written. What follows is quoted.'
}
