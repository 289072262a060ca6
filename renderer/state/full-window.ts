import { createContext, use, useEffect, useEffectEvent, useState } from 'react'
import { isModalOpen } from '../keys/use-keys.ts'

/** A document and the page at which it begins; null: its first. */
export type OpenedBeside = { readonly documentId: string; readonly page: number | null }

/** Whether the column of a document lies over the whole window, its reading room. */
export type FullWindow = {
  readonly isFull: boolean
  /** The document that lies beside it, perhaps the same at a second place; null: none does. Who leaves the whole window leaves it too. */
  readonly second: OpenedBeside | null
  setFull(isFull: boolean): void
  setSecond(second: OpenedBeside | null): void
}

const FullWindowContext = createContext<FullWindow | null>(null)

export const FullWindowProvider = FullWindowContext.Provider

/** Null in a column that shows no documents. */
export function useFullWindow(): FullWindow | null {
  return use(FullWindowContext)
}

/** Esc leads back, wherever the focus is, unless something else closes by it. */
export function useFullWindowState(): FullWindow {
  const [isFull, setIsFull] = useState(false)
  const [second, setSecond] = useState<OpenedBeside | null>(null)
  const setFull = (isWanted: boolean) => {
    setIsFull(isWanted)
    if (!isWanted) setSecond(null)
  }
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
  return { isFull, second, setFull, setSecond }
}
