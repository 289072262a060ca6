import { createContext, use, useEffect, useEffectEvent, useRef, useState } from 'react'
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
  /** For what can be closed: shown no more, and nothing in its place, it leaves the whole window. Returns what to call then. */
  show(): () => void
}

const FullWindowContext = createContext<FullWindow | null>(null)

export const FullWindowProvider = FullWindowContext.Provider

/** Null in a column that shows no documents. */
export function useFullWindow(): FullWindow | null {
  return use(FullWindowContext)
}

/** Esc leads back, wherever the focus is, unless something else closes by it. With `beside` it begins over the whole window, two documents side by side. */
export function useFullWindowState(beside: OpenedBeside | null): FullWindow {
  const [isFull, setIsFull] = useState(beside !== null)
  const [second, setSecond] = useState(beside)
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
  const shown = useRef(0)
  const show = () => {
    shown.current += 1
    return () => {
      shown.current -= 1
      // What takes its place is shown by then.
      queueMicrotask(() => {
        if (shown.current === 0) setFull(false)
      })
    }
  }
  return { isFull, second, setFull, setSecond, show }
}
