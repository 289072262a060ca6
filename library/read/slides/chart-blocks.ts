import type { ReadLimits } from '../read-limits.ts'
import { withoutPageMarks } from '../read-page.ts'
import { tableBlocks, type TableRow } from '../table-blocks.ts'
import type { TextBlock } from '../text-blocks.ts'
import { walkXml, type XmlAttributes, type XmlPart } from '../xml/walk-xml.ts'

type Series = { name: string; readonly categories: Map<number, string>; readonly values: Map<number, string> }

/** What the points under way are: the name of a series, its categories or its values. */
type Points = 'name' | 'categories' | 'values'
const POINTS: ReadonlyMap<string, Points> = new Map<string, Points>([
  ['tx', 'name'],
  ['cat', 'categories'],
  ['xVal', 'categories'],
  ['strDim', 'categories'],
  ['val', 'values'],
  ['yVal', 'values'],
  ['numDim', 'values'],
])

/** Newer kinds of charts (a waterfall, a funnel) keep their points beside the series. */
const SERIES = new Set(['ser', 'data'])

type Walk = {
  readonly all: Series[]
  readonly titles: string[]
  series: Series | null
  points: Points | null
  index: number
  isText: boolean
  /** Of the point or the paragraph under way. */
  text: string
  format: string
}

/** A chart's title and labels, then its values as they were last shown, a column for each series. Throws `ReadFailedError` past the limits. */
export function chartBlocks(xml: XmlPart, limits: ReadLimits): readonly TextBlock[] {
  const walk: Walk = { all: [], titles: [], series: null, points: null, index: 0, isText: false, text: '', format: '' }
  walkXml(xml, limits, {
    open: (name, attributes) => openElement(walk, name, attributes),
    text(text) {
      if (walk.isText) walk.text += text
    },
    close: (name) => closeElement(walk, name),
  })
  const titles = walk.titles.map((text): TextBlock => ({ kind: 'paragraph', level: 0, text }))
  return [...titles, ...tableBlocks(chartRows(walk.all))]
}

function openElement(walk: Walk, name: string, { idx }: XmlAttributes): void {
  const points = POINTS.get(name)
  if (SERIES.has(name)) walk.series = { name: '', categories: new Map(), values: new Map() }
  else if (points) Object.assign(walk, { points, format: '' })
  else if (name === 'pt') walk.index = Number.parseInt(idx ?? '0', 10) || 0
  if (name === 'pt' || name === 'formatCode') walk.text = ''
  walk.isText = ['v', 't', 'pt', 'formatCode'].includes(name)
}

function closeElement(walk: Walk, name: string): void {
  walk.isText = false
  const text = withoutPageMarks(walk.text).trim()
  if (name === 'formatCode') walk.format = text
  else if (name === 'p' && text !== '') walk.titles.push(text)
  else if ((name === 'pt' || name === 'v') && text !== '') takePoint(walk, text)
  if (['formatCode', 'p', 'pt', 'v'].includes(name)) walk.text = ''
  if (POINTS.has(name)) walk.points = null
  if (!SERIES.has(name) || !walk.series) return
  walk.all.push(walk.series)
  walk.series = null
}

function takePoint({ series, points, index, format }: Walk, text: string): void {
  if (!series || !points) return
  const shown = serialDate(text, format) ?? text
  if (points === 'name') series.name = [series.name, shown].filter((part) => part !== '').join(' ')
  // Categories may have several levels, the innermost first.
  else series[points].set(index, [series[points].get(index) ?? '', shown].filter((part) => part !== '').join(', '))
}

function chartRows(all: readonly Series[]): readonly TableRow[] {
  const categories = new Map<number, string>()
  for (const series of all) for (const [index, name] of series.categories) categories.set(index, name)
  for (const { values } of all) for (const index of values.keys()) if (!categories.has(index)) categories.set(index, '')
  const indexes = [...categories.keys()].toSorted((a, b) => a - b)
  const head = rowOf(['', ...all.map(({ name }) => name)], true)
  const rows = indexes.map((at) =>
    rowOf([categories.get(at)!, ...all.map(({ values }) => values.get(at) ?? '')], false),
  )
  return all.length === 0 ? [] : [head, ...rows]
}

function rowOf(texts: readonly string[], isHead: boolean): TableRow {
  const cells = texts.map((text) => ({
    blocks: text === '' ? [] : [{ kind: 'paragraph', level: 0, text } as const],
    columns: 1,
    rows: 1,
  }))
  return { cells, isHead }
}

const DAY_MS = 86_400_000

/** Day 0 of Excel's count, so that its days from 1 March 1900 on are right. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** The day that a serial number means where its format shows one (ISO 8601), else null. */
function serialDate(text: string, format: string): string | null {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  const days = Number(text)
  if (!/y|d/i.test(bare) || /general/i.test(bare) || !Number.isFinite(days) || days < 1 || days > 2_958_465) return null
  return new Date(DAY_ZERO + Math.floor(days) * DAY_MS).toISOString().slice(0, 10)
}
