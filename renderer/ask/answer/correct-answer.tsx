import { useState } from 'react'
import type { Answer } from '../../../contract/answers/answer.ts'
import type { MistakeKind } from '../../../contract/knowledge/card.ts'
import { MistakeSelect } from '../../knowledge/cards/card-fields.tsx'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Modal } from '../../parts/modal.tsx'
import { TextArea } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'

type Props = { readonly answer: Answer }

/** Says what a wrong answer should have said, and begins a card of it. */
export function CorrectAnswer({ answer }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <p className="mt-2">
      <Button look="quiet" isSmall onClick={() => setOpen(true)}>
        Correct…
      </Button>
      {isOpen ? <CorrectDialog answer={answer} onClose={() => setOpen(false)} /> : null}
    </p>
  )
}

function CorrectDialog({ answer: { answerId, question }, onClose }: Props & { readonly onClose: () => void }) {
  const client = useClient()
  const matter = useMatter().id
  const { go } = useNavigation()
  const action = useAction()
  const [expected, setExpected] = useState('')
  const [mistake, setMistake] = useState<MistakeKind>('comprehension')
  const isEmpty = expected.trim() === ''
  const correct = () =>
    action.run(async () => {
      const { card } = await client.card.correct({ matter, answerId, expected: expected.trim(), mistake })
      onClose()
      go({ name: 'knowledge', knowledgeTab: 'cards', card })
    }, 'Nothing was kept; what you typed stays here.')
  return (
    <Modal title="Correct the answer" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty) void correct()
        }}
      >
        <p className="soft">{question}</p>
        <TextArea label="What it should say" value={expected} onText={setExpected} />
        <MistakeSelect value={mistake} onChoose={setMistake} />
        <p className="small soft">
          The question and what you write stay in this matter. A card is begun from them without case details: a general
          lesson, which you write or have written, test and approve before it is used.
        </p>
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={isEmpty || action.isBusy}>
            Begin a card
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {isEmpty ? <span className="small muted">Write what is right first.</span> : null}
        </div>
      </form>
    </Modal>
  )
}
