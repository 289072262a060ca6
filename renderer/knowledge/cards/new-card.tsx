import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Modal } from '../../parts/modal.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'

type Props = { readonly onMade: (card: string) => void; readonly onClose: () => void }

/** Begins a card by hand; its parts are written on its page. */
export function NewCard({ onMade, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [title, setTitle] = useState('')
  const [trigger, setTrigger] = useState('')
  const isEmpty = title.trim() === '' || trigger.trim() === ''
  const make = () =>
    action.run(async () => {
      const { card } = await client.card.create({ ...BLANK, title: title.trim(), trigger: trigger.trim() })
      onMade(card)
      onClose()
    })
  return (
    <Modal title="A new card" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty) void make()
        }}
      >
        <TextField label="Title" value={title} onText={setTitle} placeholder="Deemed and actual service" />
        <TextField
          label="Shown when a question looks like"
          value={trigger}
          onText={setTrigger}
          placeholder="was [DOCUMENT] served in time"
        />
        <p className="small soft">
          A card from a wrong answer can be tested on that question: choose “Correct…” below the answer instead.
        </p>
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={isEmpty || action.isBusy}>
            Begin
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  )
}

const BLANK = {
  summary: '',
  knowledge: [],
  domain: null,
  jurisdiction: null,
  mistake: 'comprehension' as const,
  always: false,
  validFrom: null,
  validTo: null,
}
