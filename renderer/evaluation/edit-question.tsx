import { useState } from 'react'
import type { QuestionSet, SetQuestion } from '../../contract/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = {
  readonly set: QuestionSet
  /** Null: a new one. */
  readonly question: SetQuestion | null
  readonly onClose: () => void
}

/** A question in one's own words; saving accepts it. */
export function EditQuestion({ set, question, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [draft, setDraft] = useState(question ?? fresh())
  const change = (part: Partial<SetQuestion>) => setDraft({ ...draft, ...part })
  const { answerable: isAnswerable } = draft
  const answer = draft.answer ?? ''
  const isComplete = draft.question.trim() !== '' && (!isAnswerable || answer.trim() !== '')
  const save = async () => {
    // What nothing answers has no answer and no place.
    const changed = isAnswerable ? draft : { ...draft, answer: null, goldSpans: [] }
    const work = () => client.evaluation.saveQuestion({ matter: set.matter, set: set.set, question: changed })
    if (await action.run(work, 'The question stays as it was.')) onClose()
  }
  return (
    <Modal title={question ? 'Change the question' : 'Add a question'} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isComplete && !action.isBusy) void save()
        }}
      >
        <TextField label="Question" value={draft.question} onText={(text) => change({ question: text })} />
        <label className="check">
          <input
            type="checkbox"
            checked={!isAnswerable}
            onChange={({ target }) => change({ answerable: !target.checked })}
          />
          Nothing in the documents answers it
        </label>
        {isAnswerable ? (
          <TextField label="Right answer" value={answer} onText={(text) => change({ answer: text })} />
        ) : null}
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={!isComplete || action.isBusy}>
            Save
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {isComplete ? null : <span className="small muted">A question and its right answer are needed.</span>}
        </div>
      </form>
    </Modal>
  )
}

function fresh(): SetQuestion {
  const id = crypto.randomUUID()
  return {
    id,
    type: 'own',
    question: '',
    answer: null,
    answerable: true,
    options: [],
    goldSpans: [],
    context: [],
    state: 'accepted',
  }
}
