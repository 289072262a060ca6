import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly matter: string; readonly onClose: () => void }

/** Chooses a folder whose files the matter follows from now on. */
export function WatchFolder({ matter, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [folder, setFolder] = useState('')
  const path = folder.trim()
  const begin = async () => {
    if (await action.run(() => client.watch.add({ matter, folder: path }), 'Nothing was changed.')) onClose()
  }
  return (
    <Modal title="Watch a folder" onClose={onClose}>
      <p className="soft">
        Files that come, change, move or go in this folder do the same here. The files themselves are never touched. If
        the folder is not there, or loses most of its files at once, nothing is removed until you say so.
      </p>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (path) void begin()
        }}
      >
        <PathField label="Folder" value={folder} onPath={setFolder} isFolder placeholder="/home/you/cases/hollis" />
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={!path || action.isBusy}>
            Watch
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  )
}
