import { createContext, use, useEffect, useState } from 'react'

/** How far from the window something is already shown. */
const MARGIN = '1500px'

/** Tells many elements whether they are near what is seen of the column. One observer for all of them, which lives as long as it watches something. */
export interface NearWatch {
  watch(element: Element, onChange: (isNear: boolean) => void): () => void
}

export function createNearWatch(): NearWatch {
  const listeners = new Map<Element, (isNear: boolean) => void>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
    },
    // The margin of the window does not reach into a column that scrolls; that of its scrolling does.
    { rootMargin: MARGIN, scrollMargin: MARGIN } as IntersectionObserverInit,
  )
  return {
    watch(element, onChange) {
      listeners.set(element, onChange)
      observer.observe(element)
      return () => {
        listeners.delete(element)
        observer.unobserve(element)
      }
    },
  }
}

export const NearContext = createContext<NearWatch | null>(null)

/**
 * Whether an element is near; it keeps the height that it had when it is left out. `estimate` is its height in CSS pixels
 * before it was ever shown.
 */
export function useNear(
  place: React.RefObject<HTMLElement | null>,
  estimate: number,
): { readonly isNear: boolean; readonly height: number } {
  const near = use(NearContext)
  const [isNear, setNear] = useState(false)
  const [height, setHeight] = useState(estimate)
  useEffect(() => {
    const element = place.current
    if (!element || !near) return
    return near.watch(element, (now) => {
      // Before it is taken out: what stands below must not move.
      if (!now) setHeight(element.getBoundingClientRect().height)
      setNear(now)
    })
  }, [near, place])
  return { isNear, height }
}
