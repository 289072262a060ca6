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
