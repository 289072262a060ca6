import { useState } from 'react'
import type { Card } from '../../../contract/card.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Modal } from '../../parts/modal.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useShell } from '../../state/shell-context.ts'
import { useAction } from '../../state/use-action.ts'

type Props = { readonly card: Card; readonly onClose: () => void }

/** A person takes the card on, by name. */
export function ApproveCard({ card: { card, title, summary, test }, onClose }: Props) {
  const client = useClient()
  const { settings } = useShell()
  const action = useAction()
  const [by, setBy] = useState(settings.userName)
  const approve = async () => {
    if (await action.run(() => client.card.approve({ card, by: by.trim() }), 'The card stays as it was.')) onClose()
  }
  return (
    <Modal title={`Approve “${title}”`} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (by.trim() !== '' && !action.isBusy) void approve()
        }}
      >
        <p className="rule-sentence read">{summary}</p>
        {test?.remarks.map((remark) => (
          <p key={remark} className="small warn">
            {remark}
          </p>
        ))}
        <p className="soft">
          From then on it is used in every matter, for questions that it fits, when the model is unsure. The tests show
          that it helps with its question, not that it is right. Your name and the day are recorded.
        </p>
        <TextField label="Your name" value={by} onText={setBy} />
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={by.trim() === '' || action.isBusy}>
            Approve
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {by.trim() === '' ? <span className="small muted">Give your name first.</span> : null}
        </div>
      </form>
    </Modal>
  )
}
