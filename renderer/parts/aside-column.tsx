import { useEffect, useRef } from 'react'

type Props = {
  readonly label: string
  /** The column as a quiet detail panel, not a desk for pages. */
  readonly isPlain?: boolean
  /** A panel of details that has as much to show as a page. */
  readonly isWide?: boolean
  /** Shown as a sheet over the work below 960 px, and focused. */
  readonly isOpened: boolean
  /** A new value moves the focus here, if the column was opened on purpose. */
  readonly focusKey: string | number
  readonly onClose: () => void
  readonly children: React.ReactNode
}

/** The right column. On a narrow window it is a sheet that Esc closes. */
export function AsideColumn({ label, isPlain = false, isWide = false, isOpened, focusKey, onClose, children }: Props) {
  const column = useRef<HTMLElement>(null)
  const look = ['aside', isPlain && 'plain', isWide && 'wide', isOpened && 'opened'].filter(Boolean).join(' ')
  return (
    <>
      {isOpened ? <div className="sheet-over" onPointerDown={onClose} /> : null}
      <aside ref={column} className={look} aria-label={label} tabIndex={-1}>
        {isOpened ? <TakeFocus key={focusKey} target={column} /> : null}
        {children}
      </aside>
    </>
  )
}

/** Moves the focus once, when it comes; another key makes it come again. */
function TakeFocus({ target }: { readonly target: React.RefObject<HTMLElement | null> }) {
  useEffect(() => target.current?.focus({ preventScroll: true }), [target])
  return null
}
