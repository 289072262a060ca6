import { useEffect, useRef } from 'react'
import { type FullWindow, FullWindowProvider, type OpenedBeside, useFullWindowState } from '../state/full-window.ts'
import { SecondDocument } from './second-document.tsx'
import { useColumnWidth } from './column-separator.tsx'

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
  /** It begins over the whole window, with this document beside it. */
  readonly beside?: OpenedBeside | null
  readonly children: React.ReactNode
}

/**
 * The right column. On a narrow window it is a sheet that Esc closes. Whoever has a document over the whole window stays there while it
 * steps to a rule or a lesson, with what lies beside it.
 */
export function AsideColumn(props: Props) {
  const full = useFullWindowState(props.beside ?? null)
  return props.isPlain && !full.isFull ? <DetailColumn {...props} /> : <DocumentColumn {...props} full={full} />
}

function DetailColumn({ label, isWide = false, isOpened, focusKey, onClose, children }: Props) {
  const column = useRef<HTMLElement>(null)
  return (
    <>
      <SheetOver isOpened={isOpened} onClose={onClose} />
      <aside
        ref={column}
        className={look('plain', isWide && 'wide', isOpened && 'opened')}
        aria-label={label}
        tabIndex={-1}
      >
        {isOpened ? <TakeFocus key={focusKey} target={column} /> : null}
        {children}
      </aside>
    </>
  )
}

/** As wide as a person wants it, up to the whole window. */
function DocumentColumn({
  label,
  isPlain = false,
  isOpened,
  focusKey,
  onClose,
  full,
  children,
}: Props & { readonly full: FullWindow }) {
  const column = useRef<HTMLElement>(null)
  const { isFull, second, setSecond } = full
  const { width, separator } = useColumnWidth(column)
  return (
    <>
      <SheetOver isOpened={isOpened} onClose={onClose} />
      <aside
        ref={column}
        className={look(isPlain ? 'plain' : 'sized', isOpened && 'opened', isFull && 'full')}
        style={width === null ? undefined : ({ '--chosen': `${width}px` } as React.CSSProperties)}
        aria-label={label}
        tabIndex={-1}
      >
        {isOpened || isFull ? <TakeFocus key={`${focusKey} ${isFull}`} target={column} /> : null}
        {isFull ? null : separator}
        <FullWindowProvider value={full}>{children}</FullWindowProvider>
      </aside>
      {second === null ? null : <SecondDocument second={second} onSecond={setSecond} />}
    </>
  )
}

function look(...names: readonly (string | false)[]): string {
  return ['aside', ...names].filter(Boolean).join(' ')
}

function SheetOver({ isOpened, onClose }: Pick<Props, 'isOpened' | 'onClose'>) {
  return isOpened ? <div className="sheet-over" onPointerDown={onClose} /> : null
}

/** Moves the focus once, when it comes; another key makes it come again. */
function TakeFocus({ target }: { readonly target: React.RefObject<HTMLElement | null> }) {
  useEffect(() => target.current?.focus({ preventScroll: true }), [target])
  return null
}
