import { useEffect, useEffectEvent, useState } from 'react'
import type { Host } from '../connection/open-connection.ts'
import { isModalOpen } from '../keys/use-keys.ts'
import { collectDropped, collectWhole, type Collected } from '../library/collect-files.ts'
import { useTakeFiles } from '../library/take-files.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { t } from '../../wording/translate.ts'

/**
 * Takes files dropped anywhere: into the matter that is open, else into a new one; where drafts are checked, one as a draft. None while
 * another dialog asks something.
 */
export function DropZone() {
  const { matter, host } = useShell()
  const { place } = useNavigation()
  const { target, take, dialog } = useTakeFiles(place.name === 'matters' ? null : matter)
  const checked = place.name === 'drafts' && place.draftsTab === 'check' ? matter : null
  const takeDraft = useTakeDraft(checked?.id ?? null)
  const isOver = useFileDrop(host, () => dialog !== null || !isModalOpen(), checked ? takeDraft : take)
  return (
    <>
      {isOver ? (
        <div className="drop-here" aria-hidden="true">
          <p className="question">
            {checked
              ? t('drafts.check.drop.here', { matter: checked.matter })
              : target
                ? t('frame.drop.addTo', { matter: target.matter })
                : t('frame.drop.create')}
          </p>
        </div>
      ) : null}
      {dialog}
    </>
  )
}

/** What is dropped becomes drafts; they are shown in the list of them. */
function useTakeDraft(matter: string | null): (collected: Collected) => void {
  const { checking } = useShell()
  const { replace } = useNavigation()
  return ({ files }) => {
    if (files.length === 0 || matter === null) return
    checking.add(
      matter,
      files.map(({ file, isFolder = false }) => ({ name: file.name, file, isFolder })),
    )
    replace({ draft: null })
  }
}

/** Files and folders dropped anywhere in the window. True while they are held over it. */
function useFileDrop(host: Host | undefined, canTake: () => boolean, onFiles: (collected: Collected) => void): boolean {
  const [isOver, setOver] = useState(false)
  const isOpen = useEffectEvent(canTake)
  const take = useEffectEvent(async (transfer: DataTransfer) => {
    // Electron knows paths, so a folder is handed over as it is; a browser has to walk through it.
    const collected = host ? { files: collectWhole(transfer), unreadable: [] } : await collectDropped(transfer.items)
    if (collected.files.length + collected.unreadable.length > 0) onFiles(collected)
  })
  useEffect(() => {
    // oxlint-disable-next-line consilium/no-bare-text -- the name that browsers give to a transfer of files
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      if (isOpen()) setOver(true)
      else if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      setOver(false)
      if (isOpen()) void take(event.dataTransfer)
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
