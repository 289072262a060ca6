import type { Change } from '../../../contract/drafts/comparison.ts'
import type { PageText } from '../../../contract/document.ts'
import { pageGroups } from '../../viewer/text/page-groups.ts'

/** A paragraph, heading, list item or row of a table; offsets of the whole document's text. */
export type Part = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: string
  readonly level: number
  readonly page: number | null
}

/** What stands level in the two texts. One of them is empty where the other has no counterpart. */
export type PairedRow = {
  readonly key: string
  readonly before: readonly Part[]
  readonly after: readonly Part[]
  /** The changes that it belongs to, the weightiest first. */
  readonly changes: readonly Change[]
}

/** Parts of one text that belong together: those of one change, or a single unchanged one. */
type Unit = {
  readonly parts: readonly Part[]
  readonly changes: readonly Change[]
  /** Equal in both texts where they belong side by side. */
  readonly key: string
  /** It has no counterpart at this place. */
  readonly isAlone: boolean
}

/** How far ahead a counterpart is looked for, where the texts differ without a change that says so. */
const LOOK_AHEAD = 60

/**
 * Both texts in rows of what belongs side by side, each part of each text once and in its order. Changes say what has changed;
 * all else is the same in both. Left out is what readers note of the markup of one file alone, such as who inserted what.
 */
export function pairRows(
  before: readonly PageText[],
  after: readonly PageText[],
  changes: readonly Change[],
): readonly PairedRow[] {
  const left = unitsOf(partsOf(before), changes, 'before')
  const right = unitsOf(partsOf(after), changes, 'after')
  const rows: PairedRow[] = []
  let at = 0
  let other = 0
  while (at < left.length || other < right.length) {
    const step = nextStep(left, at, right, other)
    rows.push(rowOf(step.takesLeft ? left[at] : undefined, step.takesRight ? right[other] : undefined, rows.length))
    at += step.takesLeft ? 1 : 0
    other += step.takesRight ? 1 : 0
  }
  return rows.filter((row) => !isRemark(row))
}

function isRemark({ before, after, changes }: PairedRow): boolean {
  const isAlone = before.length === 0 || after.length === 0
  return isAlone && changes.length === 0 && [...before, ...after].every(({ kind }) => kind === 'note')
}

type Step = { readonly takesLeft: boolean; readonly takesRight: boolean }

const LEFT: Step = { takesLeft: true, takesRight: false }
const RIGHT: Step = { takesLeft: false, takesRight: true }
const BOTH: Step = { takesLeft: true, takesRight: true }

function nextStep(left: readonly Unit[], at: number, right: readonly Unit[], other: number): Step {
  const one = left[at]
  const two = right[other]
  if (!one) return RIGHT
  if (!two) return LEFT
  if (one.isAlone) return LEFT
  if (two.isAlone) return RIGHT
  if (one.key === two.key) return BOTH
  const skippedLeft = distanceTo(left, at, two.key)
  const skippedRight = distanceTo(right, other, one.key)
  if (skippedLeft === null && skippedRight === null) return BOTH
  return skippedRight === null || (skippedLeft !== null && skippedLeft <= skippedRight) ? LEFT : RIGHT
}

/** How many units lie before the next of that key; null where none is near. */
function distanceTo(units: readonly Unit[], from: number, key: string): number | null {
  const found = units.slice(from, from + LOOK_AHEAD).findIndex((unit) => !unit.isAlone && unit.key === key)
  return found < 0 ? null : found
}

function rowOf(left: Unit | undefined, right: Unit | undefined, index: number): PairedRow {
  const changes = [...new Set([...(left?.changes ?? []), ...(right?.changes ?? [])])]
  return { key: `row ${index}`, before: left?.parts ?? [], after: right?.parts ?? [], changes }
}

/** Running heads and page numbers are left out: they are of the page, not of the text. */
function partsOf(pages: readonly PageText[]): readonly Part[] {
  return pages.flatMap((page) =>
    pageGroups(page)
      .flatMap(({ pieces }) => pieces)
      .filter(({ kind }) => kind !== 'header' && kind !== 'footer')
      .flatMap((piece) => (piece.kind === 'table' ? rowsOfTable(page, piece) : [piece]))
      .map(({ start, end, kind, level }) => ({
        start: page.start + start,
        end: page.start + end,
        text: page.text.slice(start, end),
        kind,
        level,
        page: page.page,
      })),
  )
}

type Piece = { readonly start: number; readonly end: number; readonly kind: string; readonly level: number }

function rowsOfTable({ text }: PageText, { start, end, level }: Piece): readonly Piece[] {
  const rows: Piece[] = []
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\n]+/g)) {
    const isRuler = /^[\s|:-]+$/.test(line)
    if (!isRuler) rows.push({ start: start + index, end: start + index + line.length, kind: 'row', level })
  }
  return rows
}

/** Parts in the units that rows are made of: what one change touches stands in one row. */
function unitsOf(parts: readonly Part[], changes: readonly Change[], side: 'before' | 'after'): readonly Unit[] {
  const spans = changes
    .flatMap((change) => {
      const place = change[side]
      return place ? [{ change, start: place.start, end: place.end }] : []
    })
    .toSorted((one, other) => one.start - other.start)
  const units: Unit[] = []
  let first = 0
  for (const part of parts) {
    while ((spans[first]?.end ?? Infinity) <= part.start) first += 1
    const touching = changesIn(spans, first, part)
    const last = units.at(-1)
    const isSame = last !== undefined && touching.some((change) => last.changes.includes(change))
    if (isSame) units[units.length - 1] = unitOf([...last.parts, part], [...last.changes, ...touching])
    else units.push(unitOf([part], touching))
  }
  return units
}

type ChangedSpan = { readonly change: Change; readonly start: number; readonly end: number }

/** Those that touch a part, of spans in order, the first of which may. */
function changesIn(spans: readonly ChangedSpan[], first: number, part: Part): readonly Change[] {
  const touching: Change[] = []
  for (let at = first; (spans[at]?.start ?? Infinity) < part.end; at += 1) {
    const span = spans[at]
    if (span && span.end > part.start) touching.push(span.change)
  }
  return touching
}

function unitOf(parts: readonly Part[], touching: readonly Change[]): Unit {
  const changes = [...new Set(touching)].toSorted((one, other) => other.weight - one.weight)
  const paired = changes.find(({ before, after, kind }) => kind !== 'moved' && before && after)
  const isAlone = changes.length > 0 && !paired
  const words = parts.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' ')
  return { parts, changes, key: paired ? `change ${paired.changeId}` : `same ${words}`, isAlone }
}
