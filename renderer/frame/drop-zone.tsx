import { useState } from 'react'
import type { Collected } from '../library/collect-files.ts'
import { CreateMatter } from '../matters/create-matter.tsx'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'
import { useFileDrop } from './use-file-drop.ts'

const NOTHING: Collected = { files: [], unreadable: [] }

/** Takes files dropped anywhere: into the matter that is open, else asks which. */
export function DropZone() {
  const { matter, matters, uploads, host } = useShell()
  const { place, go } = useNavigation()
  const [held, setHeld] = useState<Collected>(NOTHING)
  const target = place.name === 'matters' ? null : matter
  const isOver = useFileDrop(host, (collected) => (target ? addTo(target.id, collected) : setHeld(collected)))

  const letGo = () => setHeld(NOTHING)

  function addTo(id: string, { files, unreadable }: Collected): void {
    if (files.length > 0) uploads.add(id, files)
    uploads.refuse(id, unreadable)
    letGo()
    go({ name: 'library', matter: id, libraryTab: 'documents' })
  }

  return (
    <>
      {isOver ? (
        <div className="drop-here" aria-hidden="true">
          <p className="question">{target ? `Drop to add to ${target.matter}` : 'Drop to add to a matter'}</p>
        </div>
      ) : null}
      {held.files.length > 0 ? (
        <Modal title={`Add ${formatCount(held.files.length, 'file')} to which matter?`} onClose={letGo}>
          <ul className="menu max-h-60 overflow-auto">
            {matters
              .filter(({ archived }) => !archived)
              .map(({ id, matter: name }) => (
                <li key={id}>
                  <button type="button" onClick={() => addTo(id, held)}>
                    {name}
                  </button>
                </li>
              ))}
          </ul>
          <div className="rule-top">
            <CreateMatter onCreated={(created) => addTo(created.id, held)} />
          </div>
          <div className="btns">
            <Button look="quiet" onClick={letGo}>
              Cancel <kbd>Esc</kbd>
            </Button>
          </div>
        </Modal>
      ) : null}
      {held.files.length === 0 && held.unreadable.length > 0 ? (
        <Modal title="Nothing of this could be read." onClose={letGo}>
          <p className="soft">
            {held.unreadable.map(({ path, reason }) => `${path}: ${reason}`).join('; ')}. Nothing was added. See that it
            is still there and that you may read it, then drop it again.
          </p>
          <div className="btns">
            <Button onClick={letGo}>Close</Button>
          </div>
        </Modal>
      ) : null}
    </>
  )
}
