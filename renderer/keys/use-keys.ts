import { useEffect, useEffectEvent } from 'react'

type Handler = (event: KeyboardEvent) => void

/**
 * Keys of the whole window by `event.key`, while no dialog lies over it. Single characters act only outside text fields and dialogs, and not at all when
 * `areLettersOn` is false; they never act together with Ctrl, Alt or ⌘.
 */
export function useKeys(handlers: Readonly<Record<string, Handler>>, areLettersOn: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isModalOpen()) return
    const handler = handlers[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!handler || (event.key.length === 1 && !isLetterFree(event, areLettersOn))) return
    handler(event)
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

/** Whether a single character may act as a command now. */
function isLetterFree(event: KeyboardEvent, areLettersOn: boolean): boolean {
  if (!areLettersOn || event.ctrlKey || event.altKey || event.metaKey) return false
  const target = event.target instanceof Element ? event.target : null
  return target?.closest('input, textarea, select, [contenteditable], [role="dialog"]') == null
}

/** Marks a dialog that has to be answered before anything else. */
export const MODAL = 'data-modal'

/** Whether a dialog lies over the window; the window's own keys rest while it does. */
export function isModalOpen(): boolean {
  return document.querySelector(`[${MODAL}]`) !== null
}
