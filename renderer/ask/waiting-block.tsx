import { Button } from '../parts/button.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { useShell } from '../state/shell-context.ts'
import { formatDate } from '../wording/format-time.ts'
import type { AskedQuestion } from './live-answer.ts'

type Props = {
  readonly question: AskedQuestion
  readonly isFirst: boolean
  readonly onTakenBack: () => void
}

/** A question that waits until the answers before it have ended: one answer is written at a time. */
export function WaitingBlock({ question: { key, matter, question, asOf }, isFirst, onTakenBack }: Props) {
  const { asking } = useShell()
  const cancel = () => {
    asking.forgetWaiting(matter, key)
    onTakenBack()
  }
  return (
    <article className="block" data-testid="answer" data-state="waiting" aria-label={question}>
      <h2 className="question">{question}</h2>
      <p className="asked">
        {isFirst ? 'Not asked yet' : 'Follow-up, not asked yet'}
        {asOf ? `, rules as of ${formatDate(asOf)}` : ''}
      </p>
      <p className="answer-state">
        <StateMark shape="queued" tone="idle">
          Waiting for the answer before it
        </StateMark>
        <Button isSmall className="ml-auto" onClick={cancel}>
          Cancel
        </Button>
      </p>
    </article>
  )
}
