import { useState } from 'react'
import type { Pack } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../wording/format-count.ts'

type Taken = Pick<Pack, 'title' | 'rules'> & { readonly toDraft: number }

/** Takes a folder in as a pack, once it has passed all checks. */
export function ImportPack({ onClose }: { readonly onClose: () => void }) {
  const client = useClient()
  const action = useAction()
  const [folder, setFolder] = useState('')
  const [taken, setTaken] = useState<Taken | null>(null)
  const isEmpty = folder.trim() === ''
  const take = async () => {
    const work = async () => {
      const made = await client.pack.import({ folder: folder.trim() })
      if (made.toDraft === 0) onClose()
      else setTaken(made)
    }
    await action.run(work, 'Nothing was taken in.')
  }
  if (taken) return <CameAsDrafts taken={taken} onClose={onClose} />
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

type CameProps = { readonly taken: Taken; readonly onClose: () => void }

/** Rules that a file calls approved and that are not fit for it do not answer: whoever takes them in must know. */
function CameAsDrafts({ taken: { title, rules, toDraft }, onClose }: CameProps) {
  return (
    <Modal title="Pack imported" onClose={onClose}>
      <p role="status">
        {title} is here. {toDraft} of its {formatCount(rules, 'rule')} came in as {toDraft === 1 ? 'a draft' : 'drafts'}{' '}
        and will not answer: an example fails or is missing, or there is no source or nobody who approved it.
      </p>
      <p className="soft">Test and approve them in the list of rules.</p>
      <div className="btns">
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      </div>
    </Modal>
  )
}
