import { useEffect, useRef, useState } from 'react'
import { PLACE } from '../anchors.ts'
import type { Zoom } from '../view-kind.ts'

type Props = { readonly zoom: Zoom; readonly label: string; readonly children: React.ReactNode }

/** Holds pages that may be wider than the column. */
export function PageFrame({ zoom, label, children }: Props) {
  const isWider = zoom !== 'page' && zoom > 1
  return (
    // What scrolls must be reachable by the keyboard, which then scrolls it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      role="group"
      className={`sheet-frame ${zoom === 'page' ? 'whole' : ''}`}
      aria-label={label}
      tabIndex={isWider ? 0 : -1}
    >
      <div className="sheet-room" style={{ '--zoom': zoom === 'page' ? 1 : zoom } as React.CSSProperties}>
        {children}
      </div>
    </div>
  )
}

type LatePageProps = { readonly page: number; readonly isFirst: boolean; readonly children: React.ReactNode }

/** Draws its page only once it comes near the window; a long document would cost too much memory otherwise. */
export function LatePage({ page, isFirst, children }: LatePageProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(isFirst)
  useEffect(() => {
    const element = place.current
    if (!element) return
    // The margin of the window does not reach into a column that scrolls; that of its scrolling does.
    const margins = { rootMargin: '800px', scrollMargin: '800px' } as IntersectionObserverInit
    const watch = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), margins)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <div
      ref={place}
      className={isNear ? undefined : 'sheet not-drawn'}
      data-page={page}
      {...(isNear ? {} : { [PLACE]: `page ${page}` })}
    >
      {isNear ? children : null}
    </div>
  )
}
