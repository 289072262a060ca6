import { useEffect, useRef } from 'react'

/** How large a page is drawn: the whole page in the column, its text in the column, or twice the column. */
export const ZOOMS = { page: 1, text: 1.25, large: 2 } as const
export type Zoom = keyof typeof ZOOMS

type Props = { readonly zoom: Zoom; readonly label: string; readonly children: React.ReactNode }

/** Holds a page that may be wider than the column; its middle is shown, where the text is. */
export function PageFrame({ zoom, label, children }: Props) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = frame.current
    if (element && zoom !== 'page') element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2
  }, [zoom])
  return (
    // A region that scrolls must be reachable by the keyboard, which then scrolls it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={frame} className="sheet-frame" aria-label={label} tabIndex={zoom === 'page' ? -1 : 0}>
      <div style={{ width: `${100 * ZOOMS[zoom]}%` }}>{children}</div>
    </section>
  )
}
