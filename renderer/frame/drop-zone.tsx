import { useEffect, useEffectEvent, useState } from 'react'
import type { Host } from '../connection/open-connection.ts'
import { collectChosen, collectDropped, type Collected } from '../library/collect-files.ts'
import { CreateMatter } from '../matters/create-matter.tsx'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { t } from '../../wording/translate.ts'

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
          <p className="question">{target ? t('frame.drop.addTo', { matter: target.matter }) : t('frame.drop.add')}</p>
        </div>
      ) : null}
      {held.files.length > 0 ? (
        <Modal title={t('frame.drop.which', { count: held.files.length })} onClose={letGo}>
          <ul className="menu short">
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
              {t('frame.dialog.cancel')} <kbd>Esc</kbd>
            </Button>
          </div>
        </Modal>
      ) : null}
      {held.files.length === 0 && held.unreadable.length > 0 ? (
        <Modal title={t('frame.drop.unreadable')} onClose={letGo}>
          <ul className="soft">
            {held.unreadable.map(({ path, reason }) => (
              <li key={path}>{t('frame.drop.unreadableFile', { path, reason })}</li>
            ))}
          </ul>
          <p className="soft">{t('frame.drop.unreadableTodo')}</p>
          <div className="btns">
            <Button onClick={letGo}>{t('frame.dialog.close')}</Button>
          </div>
        </Modal>
      ) : null}
    </>
  )
}

/** Files and folders dropped anywhere in the window. True while they are held over it. */
function useFileDrop(host: Host | undefined, onFiles: (collected: Collected) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent(async (transfer: DataTransfer) => {
    // Electron knows paths, so a folder is handed over as it is; a browser has to walk through it.
    const collected = host
      ? { files: collectChosen(transfer.files), unreadable: [] }
      : await collectDropped(transfer.items)
    if (collected.files.length + collected.unreadable.length > 0) onFiles(collected)
  })
  useEffect(() => {
    // oxlint-disable-next-line consilium/no-bare-text -- the name that browsers give to a transfer of files
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      setOver(false)
      void take(event.dataTransfer)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}
