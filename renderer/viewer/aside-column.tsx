import { useEffect, useId, useRef, useState } from 'react'
import { type FullWindow, FullWindowProvider, type OpenedBeside, useFullWindowState } from '../state/full-window.ts'
import { t } from '../../wording/translate.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { createPortal } from 'react-dom'
import { documentName } from '../../wording/document-name.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { DocumentViewer } from './document-viewer.tsx'

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

/** In CSS pixels; the style keeps the same bounds where the window changes. */
const NARROWEST = 320
const WORK_AT_LEAST = 384

const STEP = 24
const LARGE_STEP = 120

type ColumnWidth = {
  /** Null: as usual. */
  readonly width: number | null
  readonly separator: React.ReactNode
}

/** How wide the column of a document is, and what changes it: dragged, by arrow keys, back to usual by Home or a double click. */
function useColumnWidth(column: React.RefObject<HTMLElement | null>): ColumnWidth {
  const { settings, changeSettings } = useShell()
  /** What was chosen here, at once; the setting follows it. */
  const [chosen, setChosen] = useState<Pick<ColumnWidth, 'width'> | null>(null)
  /** Where a pointer that drags would make the column vanish. */
  const [right, setRight] = useState<number | null>(null)
  const [most, setMost] = useState(NARROWEST)
  const [shown, setShown] = useState(NARROWEST)
  useEffect(() => {
    const element = column.current
    const all = element?.parentElement
    if (!element || !all) return
    const resized = new ResizeObserver(() => {
      setShown(Math.round(element.offsetWidth))
      setMost(Math.max(NARROWEST, widestOf(element)))
    })
    for (const one of [element, all]) resized.observe(one)
    return () => resized.disconnect()
  }, [column])
  const within = (wanted: number) => Math.round(Math.min(most, Math.max(NARROWEST, wanted)))
  const keep = (width: number | null) => {
    setChosen({ width })
    void changeSettings({ viewerWidth: width })
  }
  const press = (event: React.KeyboardEvent) => {
    const step = event.shiftKey ? LARGE_STEP : STEP
    const now = within(chosen?.width ?? column.current?.offsetWidth ?? shown)
    const wanted = { ArrowLeft: now + step, ArrowRight: now - step, Home: null }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    keep(wanted === null ? null : within(wanted))
  }
  return {
    width: chosen ? chosen.width : settings.viewerWidth,
    separator: (
      // The window splitter of ARIA is focused and moved by keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
      <div
        className="column-separator"
        role="separator"
        aria-orientation="vertical"
        aria-label={t('viewer.column.width')}
        title={t('viewer.column.hint')}
        aria-valuemin={NARROWEST}
        aria-valuemax={most}
        aria-valuenow={shown}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={press}
        onDoubleClick={() => keep(null)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setRight(event.clientX + shown)
        }}
        onPointerMove={({ currentTarget, pointerId, clientX }) => {
          if (right !== null && currentTarget.hasPointerCapture(pointerId))
            setChosen({ width: within(right - clientX) })
        }}
        onLostPointerCapture={() => chosen && keep(chosen.width)}
      />
    ),
  }
}

/** What is left beside the places and a work column that can still be read. */
function widestOf(column: HTMLElement): number {
  const all = column.parentElement
  const places = all?.querySelector<HTMLElement>('nav')
  return (all?.clientWidth ?? 0) - (places?.offsetWidth ?? 0) - WORK_AT_LEAST
}

type SecondDocumentProps = {
  readonly second: OpenedBeside
  readonly onSecond: (second: OpenedBeside | null) => void
}

/**
 * The right half of the reading room: another place of the document at first, or another document of the matter. It goes its own way:
 * what the first half shows later, be it a rule or a lesson, does not lead it elsewhere.
 */
function SecondDocument({ second: { documentId, page }, onSecond }: SecondDocumentProps) {
  const matter = useMatter().id
  const documents = useLoaded((of) => of.library.documents, { matter })
  const field = useId()
  const window = document.querySelector('.app')
  if (!window) return null
  // A column of its own: its keys and its place are not those of the first.
  return createPortal(
    <main className="split">
      <h1 className="visually-hidden">{t('viewer.second.heading')}</h1>
      <aside className="aside full second" aria-label={t('viewer.second.title')} tabIndex={-1}>
        <div className="bar">
          <label className="visually-hidden" htmlFor={field}>
            {t('viewer.second.choose')}
          </label>
          <select
            id={field}
            autoFocus
            value={documentId}
            onChange={({ target }) => onSecond({ documentId: target.value, page: null })}
          >
            {documents.value?.map((one) => (
              <option key={one.documentId} value={one.documentId}>
                {documentName(one.document)}
              </option>
            ))}
          </select>
          <div className="end">
            <Button look="quiet" isSmall onClick={() => onSecond(null)}>
              {t('frame.buttons.close')}
            </Button>
          </div>
        </div>
        <FailureNote failure={documents.failure} />
        <FullWindowProvider value={null}>
          <DocumentViewer
            key={documentId}
            matter={matter}
            documentId={documentId}
            textVersion={null}
            page={page}
            spans={[]}
            hasNotes={false}
          />
        </FullWindowProvider>
      </aside>
    </main>,
    window,
  )
}
