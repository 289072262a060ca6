import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly onImported: (matter: Matter) => void; readonly onClose: () => void }

/** Takes an exported matter in. */
export function ImportMatter({ onImported, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [file, setFile] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const why = !file.trim() ? 'Name the file first.' : passphrase ? null : 'Type the passphrase of the file.'
  const take = async () => {
    let matter: Matter | undefined
    const isDone = await action.run(async () => {
      matter = await client.matter.import({ file, passphrase })
    }, 'Your matters are unchanged.')
    if (isDone && matter) onImported(matter)
  }
  return (
    <Modal title="Import a matter" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!why && !action.isBusy) void take()
        }}
      >
        <PathField label="File, with its folder" value={file} onPath={setFile} />
        <TextField
          label="Passphrase of the file"
          type="password"
          autoComplete="off"
          value={passphrase}
          onText={setPassphrase}
        />
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={why !== null || action.isBusy}>
            Import
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          <span className="small muted" aria-live="polite">
            {action.isBusy ? 'Taking the matter in.' : why}
          </span>
        </div>
      </form>
    </Modal>
  )
}
