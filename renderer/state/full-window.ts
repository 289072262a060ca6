import { createContext, use, useEffect, useEffectEvent, useState } from 'react'
import { isModalOpen } from '../keys/use-keys.ts'

/** Whether the column of a document lies over the whole window, its reading room. */
export type FullWindow = {
  readonly isFull: boolean
  /** Whether a second document, or a second place of the same, lies beside it. */
  readonly isSplit: boolean
  setFull(isFull: boolean): void
  setSplit(isSplit: boolean): void
}

const FullWindowContext = createContext<FullWindow | null>(null)

export const FullWindowProvider = FullWindowContext.Provider

/** Null in a column that shows no documents. */
export function useFullWindow(): FullWindow | null {
  return use(FullWindowContext)
}

/** Esc leads back, wherever the focus is, unless something else closes by it. */
export function useFullWindowState(): FullWindow {
  const [isFull, setFull] = useState(false)
  const [isSplit, setSplit] = useState(false)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isModalOpen()) return
    event.preventDefault()
    setFull(false)
  })
  useEffect(() => {
    if (!isFull) return
    // Before the window hears it, which would close the document.
    const hear = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [isFull])
  return { isFull, isSplit: isFull && isSplit, setFull, setSplit }
}
