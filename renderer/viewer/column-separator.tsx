import { useEffect, useState } from 'react'
import { t } from '../../wording/translate.ts'
import { useShell } from '../state/shell-context.ts'

/** In CSS pixels; the style keeps the same bounds where the window changes. */
const NARROWEST = 320
const WORK_AT_LEAST = 384

const STEP = 24
const LARGE_STEP = 120

export type ColumnWidth = {
  /** Null: as usual. */
  readonly width: number | null
  readonly separator: React.ReactNode
}

/** How wide the column of a document is, and what changes it: dragged, by arrow keys, back to usual by Home or a double click. */
export function useColumnWidth(column: React.RefObject<HTMLElement | null>): ColumnWidth {
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
