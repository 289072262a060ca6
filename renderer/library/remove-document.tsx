import { ConfirmRemoval } from '../parts/confirm-removal.tsx'
import { useClient } from '../state/assistant-context.ts'

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
  return (
    <ConfirmRemoval
      title={`Remove ${name}?`}
      work={() => client.library.remove({ matter, document: documentId })}
      kept="The document is still there."
      onDone={onRemoved}
      onClose={onClose}
    >
      <p className="soft">
        The document with all files inside it (attachments, files of an archive), its text, its passages and its place
        in the index are removed, and it is checked that none is left. Answers that quote it keep their quotes, but the
        page can no longer be opened. The file on your disk stays; when its folder is watched or added again, it is left
        out until it changes or you add the file itself.
      </p>
    </ConfirmRemoval>
  )
}
