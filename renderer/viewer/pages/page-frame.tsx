import { useEffect, useRef } from 'react'
import type { Zoom } from '../zoom.ts'

type Props = { readonly zoom: Zoom; readonly label: string; readonly children: React.ReactNode }

/** Holds pages that may be wider than the column; their middle is shown, where the text is. */
export function PageFrame({ zoom, label, children }: Props) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = frame.current
    if (element && zoom !== 'page') element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2
  }, [zoom])
  const isWider = zoom !== 'page' && zoom > 1
  return (
    // A region that scrolls must be reachable by the keyboard, which then scrolls it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section
      ref={frame}
      className={`sheet-frame ${zoom === 'page' ? 'whole' : ''}`}
      aria-label={label}
      tabIndex={isWider ? 0 : -1}
    >
      <div style={{ width: zoom === 'page' ? '100%' : `${100 * zoom}%` }}>{children}</div>
    </section>
  )
}
