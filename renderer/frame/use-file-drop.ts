import { useEffect, useEffectEvent, useState } from 'react'
import type { Host } from '../connection/open-connection.ts'
import { type Collected, collectChosen, collectDropped } from '../library/collect-files.ts'

/** Files and folders dropped anywhere in the window. True while they are held over it. */
export function useFileDrop(host: Host | undefined, onFiles: (collected: Collected) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent(async (transfer: DataTransfer) => {
    // Electron knows paths, so a folder is handed over as it is; a browser has to walk through it.
    const collected = host
      ? { files: collectChosen(transfer.files), unreadable: [] }
      : await collectDropped(transfer.items)
    if (collected.files.length + collected.unreadable.length > 0) onFiles(collected)
  })
  useEffect(() => {
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
