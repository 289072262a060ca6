import { useMatter, usePending, useShell } from '../../state/shell-context.ts'
import {
  type DayChoice,
  type DocumentChoice,
  DocumentPicker,
  type HowChoice,
  HowPicker,
  isNoDay,
  RulesDay,
} from './question-options.tsx'
import { isUnready } from './how-to-answer.ts'
import { QuestionBox } from './question-box.tsx'
import { isWriting as isWritten } from '../asking/live-answer.ts'

type Props = {
  readonly choice: DocumentChoice
  readonly dayChoice: DayChoice
  /** The day that the thread is asked as of, where one was chosen. */
  readonly dayBefore: string | null
  readonly howChoice: HowChoice
  /** An answer of this thread is being written. */
  readonly isWriting: boolean
  readonly onAsk: (question: string) => void
}

/** The follow-up box, which stays at the foot of the work column. */
export function Composer({ choice, dayChoice, dayBefore, howChoice, isWriting, onAsk }: Props) {
  const matter = useMatter()
  const { status } = useShell()
  const { lives, waiting: queue } = usePending(matter.id)
  const waiting = queue.length
  const isBusy = lives.some(isWritten)
  const { languageModel } = status
  return (
    <section className="composer" aria-label="Follow-up question">
      <div className="in">
        <QuestionBox
          label="Ask a follow-up"
          placeholder="Ask a follow-up"
          isOff={isNoDay(dayChoice.day) || isUnready(howChoice.how)}
          onAsk={onAsk}
        />
        <div className="opts">
          {isBusy ? (
            <span>A question asked now waits for {waiting > 0 ? 'those before it' : 'the answer before it'}.</span>
          ) : (
            <>
              <span>{languageModel ? languageModel.id : 'no model, passages only'}</span>
              {languageModel ? <HowPicker {...howChoice} /> : null}
              <DocumentPicker {...choice} />
            </>
          )}
          <RulesDay matter={matter.id} before={dayBefore} {...dayChoice} />
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
