import { useState } from 'react'
import type { Reference } from '../../contract/reference.ts'
import { ConfirmRemoval } from '../parts/confirm-removal.tsx'
import { useClient } from '../state/assistant-context.ts'

type Props = { readonly reference: Reference; readonly onClose: () => void }

/** Forgets a library; of one that was built here the files may go as well. */
export function RemoveReference({ reference: { reference, own, address }, onClose }: Props) {
  const client = useClient()
  const [deleteFiles, setDeleteFiles] = useState(false)
  return (
    <ConfirmRemoval
      title={`Remove ${reference}?`}
      work={() => client.reference.remove({ reference, deleteFiles })}
      kept="It is still there."
      onDone={onClose}
      onClose={onClose}
    >
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
    </ConfirmRemoval>
  )
}
