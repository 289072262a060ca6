import { useState } from 'react'
import type { PickedFile } from '../library/collect-files.ts'
import { CreateMatter } from '../matters/create-matter.tsx'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'
import { useFileDrop } from './use-file-drop.ts'

/** Takes files dropped anywhere: into the matter that is open, else asks which. */
export function DropZone() {
  const { matter, matters, uploads, host } = useShell()
  const { place, go } = useNavigation()
  const [held, setHeld] = useState<readonly PickedFile[]>([])
  const target = place.name === 'matters' ? null : matter
  const isOver = useFileDrop(host, (files) => (target ? addTo(target.id, files) : setHeld(files)))

  function addTo(id: string, files: readonly PickedFile[]): void {
    uploads.add(id, files)
    setHeld([])
    go({ name: 'library', matter: id })
  }

  return (
    <>
      {isOver ? (
        <div className="drop-here" aria-hidden="true">
          <p className="question">{target ? `Drop to add to ${target.matter}` : 'Drop to add to a matter'}</p>
        </div>
      ) : null}
      {held.length > 0 ? (
        <Modal title={`Add ${formatCount(held.length, 'file')} to which matter?`} onClose={() => setHeld([])}>
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
            <Button look="quiet" onClick={() => setHeld([])}>
              Cancel <kbd>Esc</kbd>
            </Button>
          </div>
        </Modal>
      ) : null}
    </>
  )
}
