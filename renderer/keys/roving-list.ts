/**
 * Makes a list one stop of the tab key: the arrows, Home and End move through its items (marked `ROVING`), and Tab comes
 * back to the one that had the focus last. Given to React as a `ref`.
 */
export function rovingList(list: HTMLElement | null): (() => void) | undefined {
  if (!list) return undefined
  let last: HTMLElement | undefined
  const itemsOf = () => [...list.querySelectorAll<HTMLElement>(`[${ROVING}]`)]
  const setStop = () => {
    const items = itemsOf()
    const current = items.find((item) => item.getAttribute('aria-current') === 'true')
    const focused = items.find((item) => item.contains(document.activeElement))
    last = focused ?? (last && items.includes(last) ? last : undefined)
    const stop = last ?? current ?? items[0]
    for (const item of items) item.tabIndex = item === stop ? 0 : -1
  }
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const items = itemsOf()
    const item = items[nextItem(event.key, items.indexOf(event.target as HTMLElement), items.length) ?? -1]
    if (!item) return
    event.preventDefault()
    item.focus()
    item.scrollIntoView({ block: 'nearest' })
  }
  list.addEventListener('keydown', press)
  list.addEventListener('focusin', setStop)
  // Items come and go while the list stays.
  const changes = new MutationObserver(setStop)
  changes.observe(list, { childList: true, subtree: true, attributeFilter: ['aria-current'] })
  setStop()
  return () => {
    list.removeEventListener('keydown', press)
    list.removeEventListener('focusin', setStop)
    changes.disconnect()
  }
}

/** Where a key leads from item `at` of `count`; null when it leads nowhere, or the focus is on none of them. */
export function nextItem(key: string, at: number, count: number): number | null {
  if (at < 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** Marks the items that J and K walk through, and the arrows within a list. */
export const ROVING = 'data-roving'

/** As its value: an item for the arrows alone, beside the items that J and K are for. */
export const ARROWS_ONLY = 'arrows'

/** Moves the focus to the next or previous item below `root`, beginning at the current one; false when there is none. */
export function moveInList(root: ParentNode, step: 1 | -1): boolean {
  const items = [...root.querySelectorAll<HTMLElement>(`[${ROVING}]:not([${ROVING}="${ARROWS_ONLY}"])`)]
  if (items.length === 0) return false
  const focused = items.findIndex((item) => item.contains(document.activeElement))
  const current = focused >= 0 ? focused : items.findIndex((item) => item.tabIndex === 0)
  const isOutside = focused < 0
  const next = isOutside ? Math.max(0, current) : Math.min(items.length - 1, Math.max(0, current + step))
  const item = items[next]
  item?.focus()
  item?.scrollIntoView({ block: 'nearest' })
  return true
}
