import { useState } from 'react'
import type { QuestionSet, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ConfirmRemoval, FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { type Action, useAction } from '../state/use-action.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { useQuestions } from './use-evaluation.ts'

const SHOWN_AT_MOST = 200

/** The questions of a set, those that wait for a yes first; each can be accepted, changed and deleted. */
export function QuestionList({ set }: { readonly set: QuestionSet }) {
  const client = useClient()
  const action = useAction()
  const questions = useQuestions(set)
  const [edited, setEdited] = useState<SetQuestion | 'new' | null>(null)
  const [isDeleting, setDeleting] = useState(false)
  const all = (questions.value ?? []).toSorted((one, other) => rank(one) - rank(other))
  const isOwn = set.folder === null
  return (
    <section className="stack-3" aria-label={`Questions of ${set.name}`}>
      <div className="btns">
        {isOwn ? (
          <>
            <Button isSmall onClick={() => setEdited('new')}>
              Add a question…
            </Button>
            <Button look="quiet" isSmall onClick={() => setDeleting(true)}>
              Delete the set…
            </Button>
          </>
        ) : (
          <span className="small soft">These stand in {set.folder} and are changed there.</span>
        )}
        <span className="small soft">
          {all.length > SHOWN_AT_MOST ? `The first ${SHOWN_AT_MOST} of ${formatCount(all.length, 'question')}` : ''}
        </span>
      </div>
      <FailureNote failure={questions.failure ?? action.failure} />
      <ul className="rows">
        {all.slice(0, SHOWN_AT_MOST).map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            set={set}
            isOwn={isOwn}
            action={action}
            onEdit={() => setEdited(question)}
          />
        ))}
      </ul>
      {edited ? (
        <EditQuestion set={set} question={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
      {isDeleting ? (
        <ConfirmRemoval
          title={`Delete ${set.name}?`}
          verb="delete"
          work={() => client.evaluation.deleteSet({ matter: set.matter, set: set.set })}
          kept="The set is still there."
          onClose={() => setDeleting(false)}
        >
          <p className="soft">Its {formatCount(all.length, 'question')} go. The runs on it stay where they are.</p>
        </ConfirmRemoval>
      ) : null}
    </section>
  )
}

function rank({ state }: SetQuestion): number {
  return state === 'proposed' ? 0 : 1
}

type RowProps = {
  readonly question: SetQuestion
  readonly set: QuestionSet
  readonly isOwn: boolean
  readonly action: Action
  readonly onEdit: () => void
}

function QuestionRow({ question, set: { matter, set }, isOwn, action, onEdit }: RowProps) {
  const client = useClient()
  const { id, answer, answerable, options, goldSpans, state } = question
  const accept = () => action.run(() => client.evaluation.saveQuestion({ matter, set, question }), 'It still waits.')
  const remove = () => action.run(() => client.evaluation.deleteQuestion({ matter, set, id }), 'It is still there.')
  return (
    <li data-testid="question" data-state={state}>
      <p>{question.question}</p>
      <p className="said">
        {answerable ? (answer ?? 'The passage is known, the words are not.') : 'Nothing answers it.'}
      </p>
      <p className="small soft">
        {options.length > 0 ? `Options: ${options.join(' | ')}. ` : ''}
        {goldSpans.map(({ doc, start, end }) => `${doc}, characters ${start}–${end}`).join('; ')}
      </p>
      {isOwn ? (
        <div className="btns above-1">
          {state === 'proposed' ? (
            <Button isSmall isOff={action.isBusy} onClick={() => void accept()}>
              Accept
            </Button>
          ) : null}
          <Button look="quiet" isSmall onClick={onEdit}>
            Change…
          </Button>
          <Button look="quiet" isSmall isOff={action.isBusy} onClick={() => void remove()}>
            Delete
          </Button>
        </div>
      ) : null}
    </li>
  )
}

type EditQuestionProps = {
  readonly set: QuestionSet
  /** Null: a new one. */
  readonly question: SetQuestion | null
  readonly onClose: () => void
}

/** A question in one's own words; saving accepts it. */
function EditQuestion({ set, question, onClose }: EditQuestionProps) {
  const client = useClient()
  const [draft, setDraft] = useState(question ?? fresh())
  const change = (part: Partial<SetQuestion>) => setDraft({ ...draft, ...part })
  const { answerable: isAnswerable } = draft
  const answer = draft.answer ?? ''
  const isComplete = draft.question.trim() !== '' && (!isAnswerable || answer.trim() !== '')
  // What nothing answers has no answer and no place.
  const changed = isAnswerable ? draft : { ...draft, answer: null, goldSpans: [] }
  return (
    <FormDialog
      title={question ? 'Change the question' : 'Add a question'}
      submit="Save"
      missing={isComplete ? null : 'A question and its right answer are needed.'}
      work={() => client.evaluation.saveQuestion({ matter: set.matter, set: set.set, question: changed })}
      kept="The question stays as it was."
      onClose={onClose}
    >
      <TextField label="Question" value={draft.question} onText={(text) => change({ question: text })} />
      <CheckBox isOn={!isAnswerable} onChange={(isOn) => change({ answerable: !isOn })}>
        Nothing in the documents answers it
      </CheckBox>
      {isAnswerable ? (
        <TextField label="Right answer" value={answer} onText={(text) => change({ answer: text })} />
      ) : null}
    </FormDialog>
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
