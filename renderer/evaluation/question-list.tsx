import { useState } from 'react'
import type { QuestionSet, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ConfirmRemoval, FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { setName } from './set-name.ts'
import { type Action, useAction } from '../state/use-action.ts'
import { t } from '../../wording/translate.ts'
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
    <section className="stack-3" aria-label={t('evaluation.questions.label', { name: setName(set) })}>
      <div className="btns">
        {isOwn ? (
          <>
            <Button isSmall onClick={() => setEdited('new')}>
              {t('evaluation.questions.add')}
            </Button>
            <Button look="quiet" isSmall onClick={() => setDeleting(true)}>
              {t('evaluation.questions.deleteSet')}
            </Button>
          </>
        ) : (
          <span className="small soft">{t('evaluation.questions.inFolder', { folder: set.folder ?? '' })}</span>
        )}
        <span className="small soft">
          {all.length > SHOWN_AT_MOST
            ? t('evaluation.questions.first', { most: SHOWN_AT_MOST, count: all.length })
            : ''}
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
          title={t('evaluation.questions.deleteTitle', { name: setName(set) })}
          verb="delete"
          work={() => client.evaluation.deleteSet({ matter: set.matter, set: set.set })}
          kept={t('evaluation.questions.deleteKept')}
          onClose={() => setDeleting(false)}
        >
          <p className="soft">{t('evaluation.questions.deleteWhat', { count: all.length })}</p>
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
  const accept = () =>
    action.run(() => client.evaluation.saveQuestion({ matter, set, question }), t('evaluation.questions.acceptKept'))
  const remove = () =>
    action.run(() => client.evaluation.deleteQuestion({ matter, set, id }), t('evaluation.questions.stillThere'))
  return (
    <li data-testid="question" data-state={state}>
      <p>{question.question}</p>
      <p className="said">
        {answerable ? (answer ?? t('evaluation.questions.noWords')) : t('evaluation.questions.unanswerable')}
      </p>
      <p className="small soft">
        {options.length > 0 ? t('evaluation.questions.options', { options: options.join(' | ') }) : ''}{' '}
        {goldSpans
          .map(({ doc, start, end }) => t('evaluation.questions.place', { document: doc, start, end }))
          .join('; ')}
      </p>
      {isOwn ? (
        <div className="btns above-1">
          {state === 'proposed' ? (
            <Button isSmall isBusy={action.isBusy} onClick={() => void accept()}>
              {t('evaluation.questions.accept')}
            </Button>
          ) : null}
          <Button look="quiet" isSmall onClick={onEdit}>
            {t('frame.buttons.change')}
          </Button>
          <Button look="quiet" isSmall isBusy={action.isBusy} onClick={() => void remove()}>
            {t('frame.buttons.delete')}
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
      title={t(question ? 'evaluation.questions.edit.change' : 'evaluation.questions.edit.add')}
      submit={t('frame.buttons.save')}
      missing={isComplete ? null : t('evaluation.questions.edit.missing')}
      work={() => client.evaluation.saveQuestion({ matter: set.matter, set: set.set, question: changed })}
      kept={t('evaluation.questions.edit.kept')}
      onClose={onClose}
    >
      <TextField
        label={t('evaluation.questions.edit.question')}
        value={draft.question}
        onText={(text) => change({ question: text })}
      />
      <CheckBox isOn={!isAnswerable} onChange={(isOn) => change({ answerable: !isOn })}>
        {t('evaluation.questions.edit.unanswerable')}
      </CheckBox>
      {isAnswerable ? (
        <TextField
          label={t('evaluation.questions.edit.answer')}
          value={answer}
          onText={(text) => change({ answer: text })}
        />
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
