import { useState } from 'react'
import type { Pack } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = {
  readonly pack: Pack
  /** It has been copied under this name. */
  readonly onCopied: (name: string) => void
  readonly onClose: () => void
}

/** A pack of one's own with the same files, whose rules can be changed. */
export function CopyPack({ pack: { pack, title }, onCopied, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [typed, setTyped] = useState(`${pack}-own`)
  const name = typed.trim()
  const copy = async () => {
    if (!(await action.run(() => client.pack.copy({ pack, name }), 'Nothing was copied.'))) return
    onCopied(name)
    onClose()
  }
  return (
    <Modal title={`Copy ${title}`} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (name !== '' && !action.isBusy) void copy()
        }}
      >
        <p className="soft">
          The copy is yours: its rules can be changed, tested and approved. A matter uses the one that you choose there;
          do not choose both, for they say the same.
        </p>
        <TextField label="Name of the copy" value={typed} onText={setTyped} />
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={name === '' || action.isBusy}>
            Copy
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  )
}
