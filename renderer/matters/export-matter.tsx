import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatBytes } from '../wording/format-bytes.ts'

type Props = { readonly matter: Matter; readonly onClose: () => void }

/** Writes a matter into one encrypted file, under a passphrase of its own. */
export function ExportMatter({ matter, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [file, setFile] = useState('')
  const [done, setDone] = useState<{ readonly file: string; readonly bytes: number } | null>(null)
  if (done)
    return (
      <Modal title="Exported" onClose={onClose}>
        <p className="soft">
          {formatBytes(done.bytes)} were written to <span className="mono">{done.file}</span>. Only its passphrase opens
          it.
        </p>
        <div className="btns">
          <Button onClick={onClose}>Close</Button>
        </div>
      </Modal>
    )
  return (
    <Modal title={`Export ${matter.matter}`} onClose={onClose}>
      <p className="soft">
        The file holds all documents, questions and answers, encrypted. The passphrase is needed to import it, here or
        on another computer.
      </p>
      <NewPassphrase
        submit="Export"
        isBusy={action.isBusy}
        missing={file.trim() ? null : 'Say where the file is to go.'}
        onSubmit={(passphrase) =>
          void action.run(async () => setDone(await client.matter.export({ matter: matter.id, file, passphrase })))
        }
      >
        <TextField
          label="File, with its folder"
          value={file}
          onText={setFile}
          placeholder="/home/you/matter.consilium"
        />
      </NewPassphrase>
      <FailureNote failure={action.failure} />
    </Modal>
  )
}
