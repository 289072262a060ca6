import { useState } from 'react'
import type { Pack } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../wording/format-count.ts'

type Props = { readonly pack: Pack; readonly onClose: () => void }

/** Writes a pack as text files into a folder. */
export function ExportPack({ pack: { pack, title }, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [folder, setFolder] = useState('')
  const [written, setWritten] = useState<{ readonly folder: string; readonly files: number } | null>(null)
  const isEmpty = folder.trim() === ''
  const write = () =>
    void action.run(
      async () => setWritten(await client.pack.export({ pack, folder: folder.trim() })),
      'Nothing was written over.',
    )
  return (
    <Modal title={`Export ${title}`} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty && !action.isBusy && !written) write()
        }}
      >
        <p className="soft">It becomes a folder of text files. It holds rules only, nothing of any matter.</p>
        <PathField label="Into the folder" isFolder value={folder} onPath={setFolder} placeholder="/home/you/packs" />
        <FailureNote failure={action.failure} />
        <p className="soft" role="status">
          {written ? `${formatCount(written.files, 'file')} written to ${written.folder}.` : ''}
        </p>
        <div className="btns">
          {written ? null : (
            <Button type="submit" look="primary" isOff={isEmpty || action.isBusy}>
              Export
            </Button>
          )}
          <Button look={written ? 'primary' : 'quiet'} onClick={onClose}>
            {written ? 'Close' : 'Cancel'} <kbd>Esc</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  )
}
