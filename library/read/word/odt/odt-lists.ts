import { countedLetters, letterNumber, romanNumber } from '../../list-numerals.ts'
import type { XmlAttributes } from '../../xml/walk-xml.ts'

/** One level of a list style. */
export type OdtListLevel = {
  /** "1", "a", "A", "i", "I"; empty for none and for bullets. */
  readonly format: string
  /** Letters past z: aa, bb (synchronised) or aa, ab. */
  readonly isSynchronised: boolean
  readonly prefix: string
  readonly suffix: string
  /** The whole number as newer programs write it ("%1%.%2%)"); it stands above prefix and suffix. */
  readonly template: string | undefined
  readonly displayedLevels: number
  readonly start: number
}

type Counts = (number | undefined)[]
type OpenList = { readonly style: string | undefined; readonly counts: Counts; isItemFresh: boolean }

export interface OdtLists {
  open(attributes: XmlAttributes): void
  close(): void
  /** A list item; a header of a list has no number. */
  openItem(attributes: XmlAttributes, isHeader: boolean): void
  /** Depth from 1; 0 outside lists. */
  depth(): number
  /** The number of the item under way, for its first paragraph; empty for the others and for bullets. */
  label(levels: (style: string | undefined) => ReadonlyMap<number, OdtListLevel>): string
  /** The number of a heading outside lists. */
  heading(level: number, levels: ReadonlyMap<number, OdtListLevel>, restart: number | undefined): string
}

const DEEPEST = 10
const LONGEST_TEXT = 100

/** Counts list items and headings: the numbers aren't in the file. */
export function createOdtLists(): OdtLists {
  const open: OpenList[] = []
  const byStyle = new Map<string, Counts>()
  const byId = new Map<string, Counts>()
  const headings: Counts = []

  function countsFor(attributes: XmlAttributes, style: string | undefined): Counts {
    const outer = open.at(-1)
    const isContinued = attributes['text:continue-numbering'] === 'true'
    if (outer) {
      if (!isContinued) outer.counts.length = Math.min(outer.counts.length, open.length + 1)
      if (!isContinued) outer.counts[open.length + 1] = undefined
      return outer.counts
    }
    const continued = attributes['text:continue-list']
    const before = continued === undefined ? (isContinued ? byStyle.get(style ?? '') : undefined) : byId.get(continued)
    return before ?? []
  }

  return {
    open(attributes) {
      const style = attributes['text:style-name'] ?? open.at(-1)?.style
      const counts = countsFor(attributes, style)
      const id = attributes['xml:id']
      if (id !== undefined) byId.set(id, counts)
      byStyle.set(style ?? '', counts)
      open.push({ style, counts, isItemFresh: false })
    },
    close: () => void open.pop(),
    openItem(attributes, isHeader) {
      const list = open.at(-1)
      if (!list) return
      list.isItemFresh = !isHeader
      const start = Number(attributes['text:start-value'])
      if (attributes['text:start-value'] !== undefined && Number.isSafeInteger(start))
        list.counts[open.length] = start - 1
    },
    depth: () => Math.min(DEEPEST, open.length),
    label(levels) {
      const list = open.at(-1)
      if (!list?.isItemFresh) return ''
      list.isItemFresh = false
      return next(list.counts, open.length, levels(list.style))
    },
    heading(level, levels, restart) {
      if (restart !== undefined) headings[level] = restart - 1
      return next(headings, level, levels)
    },
  }
}

function next(counts: Counts, level: number, levels: ReadonlyMap<number, OdtListLevel>): string {
  const definition = levels.get(level)
  const before = counts[level]
  counts[level] = before === undefined ? (definition?.start ?? 1) : before + 1
  counts.length = level + 1
  if (!definition || definition.format === '') return ''
  const at = (index: number): string => {
    const { format, isSynchronised, start } = levels.get(index) ?? definition
    return format === '' ? '' : formatted(counts[index] ?? start, format, isSynchronised)
  }
  if (definition.template !== undefined)
    return definition.template
      .slice(0, LONGEST_TEXT)
      .replace(/%(\d{1,2})%/g, (_, digits: string) => at(Number(digits)))
      .trim()
  const numbers: string[] = []
  for (let index = Math.max(1, level - definition.displayedLevels + 1); index <= level; index += 1)
    numbers.push(at(index))
  return `${definition.prefix.slice(0, LONGEST_TEXT)}${numbers.filter((number) => number !== '').join('.')}${definition.suffix.slice(0, LONGEST_TEXT)}`.trim()
}

function formatted(value: number, format: string, isSynchronised: boolean): string {
  if (format === 'i') return romanNumber(value)
  if (format === 'I') return romanNumber(value).toUpperCase()
  if (format !== 'a' && format !== 'A') return String(value)
  const letters = isSynchronised ? letterNumber(value) : countedLetters(value)
  return format === 'A' ? letters.toUpperCase() : letters
}
