import { useState } from 'react'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'

type Props = { readonly onMade: (card: string) => void; readonly onClose: () => void }

/** Begins a card by hand; its parts are written on its page. */
export function NewCard({ onMade, onClose }: Props) {
  const client = useClient()
  const [title, setTitle] = useState('')
  const [trigger, setTrigger] = useState('')
  const isEmpty = title.trim() === '' || trigger.trim() === ''
  return (
    <FormDialog
      title="A new card"
      submit="Begin"
      missing={isEmpty ? 'Give it a title, and a question that it is for.' : null}
      work={() => client.card.create({ ...BLANK, title: title.trim(), trigger: trigger.trim() })}
      onDone={({ card }) => onMade(card)}
      onClose={onClose}
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
    </FormDialog>
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
