import { useState } from 'react'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly onOpen: () => void; readonly onClose: () => void }

/** Sets a new passphrase with the printed recovery key, and opens. */
export function ForgottenPassphrase({ onOpen, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [recoveryKey, setRecoveryKey] = useState('')
  const recover = async (passphrase: string) => {
    const isDone = await action.run(async () => {
      await client.home.setPassphrase({ passphrase, recoveryKey: recoveryKey.trim() })
      await client.home.unlock({ passphrase })
    })
    if (isDone) onOpen()
  }
  return (
    <Modal title="Open with the recovery key" onClose={onClose}>
      <NewPassphrase
        submit="Set the new passphrase"
        isBusy={action.isBusy}
        missing={recoveryKey.trim() ? null : 'Type the recovery key that you printed.'}
        onSubmit={(passphrase) => void recover(passphrase)}
      >
        <TextField
          label="Recovery key, as it was printed"
          value={recoveryKey}
          onText={setRecoveryKey}
          autoComplete="off"
        />
      </NewPassphrase>
      <FailureNote failure={action.failure} />
    </Modal>
  )
}
