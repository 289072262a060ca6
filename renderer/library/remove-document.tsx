import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = {
  readonly matter: string
  readonly documentId: string
  readonly name: string
  readonly onRemoved: () => void
  readonly onClose: () => void
}

/** Removes a document, after saying what goes with it. */
export function RemoveDocument({ matter, documentId, name, onRemoved, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const remove = async () => {
    const isDone = await action.run(
      () => client.library.remove({ matter, document: documentId }),
      'The document is still there.',
    )
    if (isDone) onRemoved()
  }
  return (
    <Modal title={`Remove ${name}?`} onClose={onClose}>
      <p className="soft">
        The document with all files inside it (attachments, files of an archive), its text, its passages and its place
        in the index are removed, and it is checked that none is left. Answers that quote it keep their quotes, but the
        page can no longer be opened. The file on your disk stays; when its folder is watched or added again, it is left
        out until it changes or you add the file itself.
      </p>
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
