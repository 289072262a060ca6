import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = {
  readonly title: string
  readonly approve: (by: string) => Promise<unknown>
  /** What is said to be kept when it fails. */
  readonly kept: string
  readonly onClose: () => void
  /** What is approved, and what that means. */
  readonly children: React.ReactNode
}

/** A person takes something on, by name, after seeing what it says. */
export function ApproveByName({ title, approve, kept, onClose, children }: Props) {
  const { settings } = useShell()
  const action = useAction()
  const [name, setName] = useState(settings.userName)
  const by = name.trim()
  const submit = async () => {
    if (await action.run(() => approve(by), kept)) onClose()
  }
  return (
    <Modal title={`Approve “${title}”`} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (by !== '' && !action.isBusy) void submit()
        }}
      >
        {children}
        <TextField label="Your name" value={name} onText={setName} />
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={by === '' || action.isBusy}>
            Approve
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {by === '' ? <span className="small muted">Give your name first.</span> : null}
        </div>
      </form>
    </Modal>
  )
}
