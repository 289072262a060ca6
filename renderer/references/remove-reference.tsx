import { useState } from 'react'
import type { Reference } from '../../contract/reference.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly reference: Reference; readonly onClose: () => void }

/** Forgets a library; of one that was built here the files may go as well. */
export function RemoveReference({ reference: { reference, own, address }, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [deleteFiles, setDeleteFiles] = useState(false)
  const remove = async () => {
    if (await action.run(() => client.reference.remove({ reference, deleteFiles }), 'It is still there.')) onClose()
  }
  return (
    <Modal title={`Remove ${reference}?`} onClose={onClose}>
      <p className="soft">
        It is no longer searched. Earlier answers keep the passages that they cite, but their pages can no longer be
        opened. {own ? null : `What lies at ${address} stays as it is.`}
      </p>
      {own ? (
        <label className="flex items-baseline gap-2">
          <input type="checkbox" checked={deleteFiles} onChange={({ target }) => setDeleteFiles(target.checked)} />
          Also delete its files on this computer
        </label>
      ) : null}
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button isOff={action.isBusy} onClick={() => void remove()}>
          Remove
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}
