import { SCROLLING_COLUMN } from './anchors.ts'
import { useEffect, useEffectEvent } from 'react'
import { isModalOpen } from '../keys/use-keys.ts'

export type ViewerActions = {
  find(): void
  /** To the next or previous place that was found. */
  findStep(by: 1 | -1): void
  copy(): void
  zoomBy(step: 1 | -1): void
  zoomBack(): void
  turn(): void
  /** Null where there is nothing to leaf. */
  readonly leaf: ((by: 1 | -1) => void) | null
  readonly leafTo: ((end: 'first' | 'last') => void) | null
  goTo(): void
}

/**
 * The keys of the viewer, which act while the focus is in its column. Single characters rest in text fields, and when
 * `areLettersOn` is false.
 */
export function useViewerKeys(
  viewer: React.RefObject<HTMLElement | null>,
  actions: ViewerActions,
  areLettersOn: boolean,
): void {
  const press = useEffectEvent((event: KeyboardEvent, column: HTMLElement) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || isModalOpen()) return
    const act =
      event.ctrlKey || event.metaKey ? withControl(event, actions) : alone(event, actions, areLettersOn, column)
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const aside = viewer.current?.closest<HTMLElement>('aside')
    const column = viewer.current?.closest<HTMLElement>(SCROLLING_COLUMN)
    if (!aside || !column) return
    // On the column itself: it hears a key before the window does, which has other uses for some of them.
    const hear = (event: KeyboardEvent) => press(event, column)
    aside.addEventListener('keydown', hear)
    return () => aside.removeEventListener('keydown', hear)
  }, [viewer])
}

type Act = (() => void) | null | undefined

function withControl({ key }: KeyboardEvent, actions: ViewerActions): Act {
  switch (key.toLowerCase()) {
    case 'f':
      return actions.find
    case '+':
    case '=':
      return () => actions.zoomBy(1)
    case '-':
      return () => actions.zoomBy(-1)
    case '0':
      return actions.zoomBack
    default:
      return null
  }
}

function alone(event: KeyboardEvent, actions: ViewerActions, areLettersOn: boolean, column: HTMLElement): Act {
  const { key, shiftKey, target } = event
  if (key === 'F3') return () => actions.findStep(shiftKey ? -1 : 1)
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=separator]'))
    return null
  if (key.length === 1) return areLettersOn ? letter(key, actions) : null
  return shiftKey ? null : leafKey(key, actions, column)
}

function letter(key: string, { find, copy, turn, goTo }: ViewerActions): Act {
  return { '/': find, c: copy, r: turn, g: goTo }[key.toLowerCase()]
}

function leafKey(key: string, { leaf, leafTo }: ViewerActions, column: HTMLElement): Act {
  if (key === 'Home' || key === 'End') return leafTo && (() => leafTo(key === 'Home' ? 'first' : 'last'))
  const by = stepOf(key, column)
  return leaf && by ? () => leaf(by) : null
}

function stepOf(key: string, { scrollTop, clientHeight, scrollHeight }: HTMLElement): 1 | -1 | null {
  // A page that is taller than the column is scrolled to its end before the next one comes.
  const isAtEnd = scrollTop + clientHeight >= scrollHeight - 4
  const isAtStart = scrollTop <= 4
  if (key === 'ArrowRight' || (key === 'PageDown' && isAtEnd)) return 1
  return key === 'ArrowLeft' || (key === 'PageUp' && isAtStart) ? -1 : null
}
