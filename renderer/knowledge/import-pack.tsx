import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

/** Takes a folder in as a pack, once it has passed all checks. */
export function ImportPack({ onClose }: { readonly onClose: () => void }) {
  const client = useClient()
  const action = useAction()
  const [folder, setFolder] = useState('')
  const isEmpty = folder.trim() === ''
  const take = async () => {
    if (await action.run(() => client.pack.import({ folder: folder.trim() }), 'Nothing was taken in.')) onClose()
  }
  return (
    <Modal title="Import a pack" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty && !action.isBusy) void take()
        }}
      >
        <p className="soft">
          The folder holds pack.yaml, vocabulary.yaml and rules. Its files are copied; one of the same name is replaced.
          No matter uses it until you choose it there.
        </p>
        <PathField
          label="Folder of the pack"
          isFolder
          value={folder}
          onPath={setFolder}
          placeholder="/home/you/packs/gout"
        />
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={isEmpty || action.isBusy}>
            Import
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {isEmpty ? <span className="small muted">Say where the folder is first.</span> : null}
        </div>
      </form>
    </Modal>
  )
}
