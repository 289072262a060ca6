import { useEffect, useEffectEvent } from 'react'
import { isModalOpen, useKeys } from './use-keys.ts'
import { moveInList } from './roving-list.ts'

type Actions = {
  /** Alt and a digit; 1 is the first place. */
  goToPlace(number: number): void
  openPalette(): void
  openHelp(): void
  goToQuestion(): void
}

/** The keys that work in every place. */
export function useWindowKeys(actions: Actions, areLettersOn: boolean): void {
  useKeys(
    { j: step(1), k: step(-1), '/': prevented(actions.goToQuestion), '?': prevented(actions.openHelp) },
    areLettersOn,
  )
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isModalOpen()) return
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      actions.openPalette()
    }
    const digit = event.altKey && !event.ctrlKey ? /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] : undefined
    if (digit) {
      event.preventDefault()
      actions.goToPlace(Number(digit))
    }
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

function step(by: 1 | -1): (event: KeyboardEvent) => void {
  return (event) => {
    if (moveInList(document.getElementById('work') ?? document, by)) event.preventDefault()
  }
}

function prevented(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    event.preventDefault()
    act()
  }
}
