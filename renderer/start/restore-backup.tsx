import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly onRestored: () => void; readonly onClose: () => void }

/** Restores a backup into a home that is still empty. */
export function RestoreBackup({ onRestored, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [folder, setFolder] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const why = !folder.trim() ? 'Name the folder first.' : passphrase ? null : 'Type the passphrase of the backup.'
  const restore = async () => {
    if (await action.run(() => client.home.restore({ folder: folder.trim(), passphrase }), 'The backup is unchanged.'))
      onRestored()
  }
  return (
    <Modal title="Restore a backup" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!why && !action.isBusy) void restore()
        }}
      >
        <TextField label="Folder of the backup" value={folder} onText={setFolder} />
        <TextField
          label="Passphrase of the backup"
          type="password"
          autoComplete="off"
          value={passphrase}
          onText={setPassphrase}
          hint="From then on it opens Consilium on this computer as well."
        />
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={why !== null || action.isBusy}>
            Restore
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          <span className="small muted" aria-live="polite">
            {action.isBusy ? 'Restoring. The backup is read and checked.' : why}
          </span>
        </div>
      </form>
    </Modal>
  )
}
