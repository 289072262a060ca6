import { Button } from '../parts/button.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { type DocumentChoice, DocumentPicker } from './document-choice.tsx'
import { QuestionBox } from './question-box.tsx'
import { useWaitingQuestion } from './use-live-answer.ts'

type Props = {
  readonly choice: DocumentChoice
  readonly isWriting: boolean
  readonly onAsk: (question: string) => void
}

/** The follow-up box, which stays at the foot of the work column. */
export function Composer({ choice, isWriting, onAsk }: Props) {
  const matter = useMatter()
  const { status, asking } = useShell()
  const waiting = useWaitingQuestion(matter.id)
  const { languageModel } = status
  return (
    <section className="composer" aria-label="Follow-up question">
      <div className="in">
        <QuestionBox label="Ask a follow-up" placeholder="Ask a follow-up" onAsk={onAsk} />
        <div className="opts">
          {waiting ? (
            <span>
              Waiting until this answer ends: “{waiting.question}”{' '}
              <Button look="link" isSmall onClick={() => asking.forgetWaiting(matter.id)}>
                take it back
              </Button>
            </span>
          ) : isWriting ? (
            <span>A question asked now waits until this answer ends.</span>
          ) : (
            <>
              <span>{languageModel ? languageModel.id : 'no model, passages only'}</span>
              <DocumentPicker {...choice} />
            </>
          )}
          <span className="keys">
            {isWriting ? (
              <>
                <kbd>Esc</kbd> stop, keep what is written
              </>
            ) : (
              <>
                <kbd>/</kbd> question <kbd>J</kbd> <kbd>K</kbd> sentences <kbd>Enter</kbd> source
              </>
            )}
          </span>
        </div>
      </div>
    </section>
  )
}
