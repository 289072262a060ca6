import { useEffect, useRef, useState } from 'react'
import type { ProposedQuestionEvent, QuestionSet } from '../../contract/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/meter.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../wording/format-count.ts'

type Props = {
  readonly matter: string
  /** The set that the questions may be added to; null: there is none on this matter's documents. */
  readonly set: QuestionSet | null
  readonly onSet: (set: string) => void
  readonly onClose: () => void
}

const AT_MOST = 200

/** Has the model propose questions on the passages of the matter. Closing stops; what was found is kept. */
export function BuildSet({ matter, set, onSet, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [name, setName] = useState(set?.name ?? 'Own questions')
  const [count, setCount] = useState('20')
  const [progress, setProgress] = useState<ProposedQuestionEvent | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const isRight = name.trim() !== '' && /^\d+$/.test(count) && Number(count) >= 1 && Number(count) <= AT_MOST
  const isDone = progress?.type === 'proposal-end'
  const build = () =>
    action.run(async () => {
      const goes = set?.name === name.trim() ? set : await client.evaluation.createSet({ matter, name: name.trim() })
      onSet(goes.set)
      stop.current = new AbortController()
      const { signal } = stop.current
      const events = await client.evaluation.propose({ matter, set: goes.set, count: Number(count) }, { signal })
      for await (const event of events) if (event.type !== 'question-proposed') setProgress(event)
    }, 'What was proposed is kept.')
  return (
    <Modal title="Build a question set from this matter" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isRight && !isDone && !action.isBusy) void build()
        }}
      >
        <p className="soft">
          The model on this computer writes questions on passages of your documents. Code keeps those whose answer
          stands word for word in the passage. Each waits until you accept, change or delete it: only questions that you
          accepted are run.
        </p>
        <TextField label="Name of the set" value={name} onText={setName} />
        <TextField label="How many questions" inputMode="numeric" value={count} onText={setCount} />
        {progress?.type === 'proposal-progress' ? (
          <Meter label="Questions proposed" done={progress.done} all={progress.of} />
        ) : null}
        <p className="soft" role="status">
          {progress?.type === 'proposal-end' ? endWords(progress.proposed, progress.dropped) : ''}
        </p>
        <FailureNote failure={action.failure} />
        <div className="btns">
          {isDone ? null : (
            <Button type="submit" look="primary" isOff={!isRight || action.isBusy}>
              Propose
            </Button>
          )}
          <Button look={isDone ? 'primary' : 'quiet'} onClick={onClose}>
            {isDone ? 'Look at them' : action.isBusy ? 'Stop' : 'Cancel'} <kbd>Esc</kbd>
          </Button>
          {isRight ? null : <span className="small muted">Give it a name, and a number from 1 to {AT_MOST}.</span>}
        </div>
      </form>
    </Modal>
  )
}

function endWords(proposed: number, dropped: number): string {
  return `${formatCount(proposed, 'question')} proposed; ${dropped} dropped, for their answer does not stand in the passage.`
}
