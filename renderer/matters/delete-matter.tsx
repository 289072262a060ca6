import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../wording/format-count.ts'

type Props = { readonly matter: Matter; readonly onDeleted: () => void; readonly onClose: () => void }

/** The only dialog that asks twice: what deleting means, then the name. */
export function DeleteMatter({ matter, onDeleted, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [typed, setTyped] = useState('')
  const isSame = typed.trim() === matter.matter
  const remove = async () => {
    if (await action.run(() => client.matter.delete({ matter: matter.id }))) onDeleted()
  }
  return (
    <Modal title={`Delete ${matter.matter}?`} onClose={onClose}>
      <p className="soft">
        Its key is destroyed first. {formatCount(matter.documents, 'document')}, all questions and answers can then no
        longer be read here. A backup or an export made earlier may still hold them. The program’s own ledger keeps one
        line: that a matter was deleted, and when.
      </p>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isSame) void remove()
        }}
      >
        <TextField label="Type the name of the matter" value={typed} onText={setTyped} autoComplete="off" />
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" isOff={!isSame || action.isBusy}>
            Delete for good
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  )
}
