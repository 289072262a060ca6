import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useShell } from '../state/shell-context.ts'

/** Takes a GGUF file of this computer in; nothing is fetched. */
export function ImportModel({ onClose }: { readonly onClose: () => void }) {
  const { downloads } = useShell()
  const [file, setFile] = useState('')
  return (
    <Modal title="Import a model from a file" onClose={onClose}>
      <p className="soft">
        A GGUF file from a disk or a colleague works as well; nothing is fetched. It is copied and checked, and its hash
        goes into every answer and the ledger.
      </p>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!file.trim()) return
          downloads.importFile(file.trim())
          onClose()
        }}
      >
        <PathField label="File, with its folder" value={file} onPath={setFile} placeholder="/home/you/model.gguf" />
        <div className="btns">
          <Button type="submit" look="primary" isOff={!file.trim()}>
            Import
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {file.trim() ? null : <span className="small muted">Name the file first.</span>}
        </div>
      </form>
    </Modal>
  )
}
