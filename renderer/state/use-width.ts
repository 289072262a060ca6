import { useEffect, useState } from 'react'

/**
 * The width of an element in whole CSS pixels, as it is laid out and whenever that changes; null while it has none: before it is
 * laid out, and in a column that a narrow window hides. What is read once, as `clientWidth` in an effect, may be of such a moment.
 */
export function useWidth(element: React.RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useEffect(() => {
    const { current } = element
    if (!current) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width) || null))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
