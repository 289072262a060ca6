import { useId, useRef, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { t } from '../../../wording/translate.ts'
import { useShell } from '../../state/shell-context.ts'

type Props = {
  /** By which what is typed and not asked yet is found again. */
  readonly name: string
  readonly label: string
  readonly placeholder: string
  readonly initial?: string
  /** Why nothing can be asked now. */
  readonly whyOff?: string | null
  readonly onAsk: (question: string) => void
}

/** Marks the box that `/` goes to. */
export const QUESTION_BOX = 'data-question-box'

const LONGEST_QUESTION = 4000

/** Where a question is written. Enter asks, Shift and Enter begins a line. */
export function QuestionBox({ name, label, placeholder, initial = '', whyOff = null, onAsk }: Props) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useDraft(name, initial)
  const prepareModel = usePrepareModel()
  const ask = () => {
    const question = text.trim()
    if (whyOff !== null) return
    if (!question) return box.current?.focus()
    setText('')
    onAsk(question)
  }
  return (
    <div className="box">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        {...{ [QUESTION_BOX]: '' }}
        ref={box}
        id={id}
        rows={1}
        maxLength={LONGEST_QUESTION}
        // Else the browser keeps the question in its profile, to fill it in again.
        autoComplete="off"
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => {
          // It loads while the question is being written.
          if (text === '') prepareModel()
          setText(target.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          ask()
        }}
      />
      <Button look="primary" isSmall whyOff={whyOff} onClick={ask}>
        {t('ask.options.ask')}
      </Button>
    </div>
  )
}

/** For whoever is about to ask: the model is loaded by the time the question is written. What keeps it from loading is said when it is asked. */
export function usePrepareModel(): () => void {
  const client = useClient()
  return () => void client.model.prepare().catch(() => {})
}

/** The text of a box, which is there again when one comes back from another place. */
export function useDraft(box: string, initial = ''): readonly [string, (text: string) => void] {
  const { drafts } = useShell()
  const [held, hold] = useState({ box, text: drafts.get(box) ?? initial })
  const text = held.box === box ? held.text : (drafts.get(box) ?? initial)
  return [
    text,
    (next) => {
      if (next === '') drafts.delete(box)
      else drafts.set(box, next)
      hold({ box, text: next })
    },
  ]
}
