import { useEffect, useRef, useState } from 'react'

/** Draws its page only once it comes near the window; a long document would cost too much memory otherwise. */
export function LatePage({ isFirst, children }: { readonly isFirst: boolean; readonly children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(isFirst)
  useEffect(() => {
    const element = place.current
    if (!element) return
    if (isFirst) element.scrollIntoView({ block: 'start' })
    // The margin of the window does not reach into a column that scrolls; that of its scrolling does.
    const margins = { rootMargin: '800px', scrollMargin: '800px' } as IntersectionObserverInit
    const watch = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), margins)
    watch.observe(element)
    return () => watch.disconnect()
  }, [isFirst])
  return (
    <div ref={place} className={isNear ? undefined : 'sheet aspect-[1/1.414]'}>
      {isNear ? children : null}
    </div>
  )
}
