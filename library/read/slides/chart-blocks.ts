import type { TextBlock } from '../join-blocks.ts'
import type { ReadLimits } from '../read-limits.ts'
import { tableBlocks, type TableRow } from '../table-blocks.ts'
import { walkXml } from '../xml/walk-xml.ts'

type Series = { name: string; readonly categories: Map<number, string>; readonly values: Map<number, string> }

/** Newer kinds of charts (a waterfall, a funnel) keep their points beside the series. */
const SERIES = new Set(['ser', 'data'])

/** What the points under way are: the name of a series, its categories or its values. */
type Points = 'tx' | 'cat' | 'val' | null
const POINTS: ReadonlyMap<string, Points> = new Map([
  ['tx', 'tx'],
  ['cat', 'cat'],
  ['xVal', 'cat'],
  ['val', 'val'],
  ['yVal', 'val'],
  ['strDim', 'cat'],
  ['numDim', 'val'],
])

const VALUES = new Set(['v', 't', 'pt'])

/** A chart's title and its values as they were last shown, a column for each series. Throws `ReadFailedError` past the limits. */
export function chartBlocks(xml: string, limits: ReadLimits): readonly TextBlock[] {
  const all: Series[] = []
  const words: string[] = []
  let series: Series | null = null
  let points: Points = null
  let index = 0
  let element = ''
  let phrase = ''
  walkXml(xml, limits, {
    open(name, attributes) {
      element = name
      if (SERIES.has(name)) series = { name: '', categories: new Map(), values: new Map() }
      else if (name === 'pt') index = Number.parseInt(attributes.idx ?? '0', 10) || 0
      else if (series && POINTS.has(name)) points = POINTS.get(name)!
    },
    text(text) {
      if (element === 't' && !series) phrase += text
      if (!series || !VALUES.has(element) || text.trim() === '') return
      if (points === 'tx') series.name += text
      else if (points === 'cat') series.categories.set(index, (series.categories.get(index) ?? '') + text)
      else if (points === 'val') series.values.set(index, (series.values.get(index) ?? '') + text)
    },
    close(name) {
      element = ''
      if (name === 'p' && phrase.trim() !== '') words.push(phrase.trim())
      if (name === 'p') phrase = ''
      if (POINTS.has(name)) points = null
      if (!SERIES.has(name) || !series) return
      all.push(series)
      series = null
    },
  })
  const titles = words.map((text): TextBlock => ({ kind: 'paragraph', level: 0, text }))
  return [...titles, ...tableBlocks(chartRows(all))]
}

function chartRows(all: readonly Series[]): readonly TableRow[] {
  const categories = new Map<number, string>()
  for (const series of all) for (const [index, name] of series.categories) categories.set(index, name)
  for (const { values } of all) for (const index of values.keys()) if (!categories.has(index)) categories.set(index, '')
  const indexes = [...categories.keys()].toSorted((a, b) => a - b)
  const head = rowOf(['', ...all.map(({ name }) => name)], true)
  return [
    head,
    ...indexes.map((at) => rowOf([categories.get(at)!, ...all.map(({ values }) => values.get(at) ?? '')], false)),
  ]
}

function rowOf(texts: readonly string[], isHead: boolean): TableRow {
  const cells = texts.map((text) => ({ blocks: [{ kind: 'paragraph', level: 0, text } as const], columns: 1, rows: 1 }))
  return { cells, isHead }
}
