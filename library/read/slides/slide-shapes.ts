import { characterCount, pictureText } from '../text-signs.ts'
import type { TextBlock } from '../text-blocks.ts'
import type { ReadLimits } from '../read-limits.ts'
import { tableBlocks, type TableRow } from '../table-blocks.ts'
import { walkXml, type XmlAttributes, type XmlPart } from '../xml/walk-xml.ts'
import { createShapeText, type ShapeText } from './shape-text.ts'

/** One shape with what it shows; `chart` and `diagram` are the ids of relations to the parts that hold their text. */
export type SlideShape = {
  /** Its role in the layout ("title", "body", "ftr"), "" for a placeholder without a type, null outside the layout. */
  placeholder: string | null
  blocks: readonly TextBlock[]
  chart: string | null
  diagram: string | null
}

export type SlideShapes = {
  /** In reading order, groups opened up. */
  readonly shapes: SlideShape[]
  /** The slide is left out of the show. */
  isHidden: boolean
  /** Characters in shapes that the slide hides. */
  hiddenCharacters: number
  pictures: number
  objects: number
}

type OpenShape = SlideShape & { readonly element: string; isHidden: boolean; description: string }
type Table = {
  readonly rows: TableRow[]
  cells: TableRow['cells'][number][]
  hasHead: boolean
  before: readonly TextBlock[]
}
type Walk = {
  readonly found: SlideShapes
  readonly open: OpenShape[]
  readonly text: ShapeText
  table: Table | null
  /** How many open elements stand in for what an older program cannot show. */
  fallbacks: number
}

const SHAPES: ReadonlySet<string> = new Set(['sp', 'cxnSp', 'pic', 'graphicFrame', 'grpSp'])
/** The points of a diagram whose drawing is not in the file. */
export const DIAGRAM_POINTS: ReadonlySet<string> = new Set(['pt'])

/** The shapes of a slide, of its notes or of a drawing. Throws `ReadFailedError` past the limits. */
export function slideShapes(xml: XmlPart, limits: ReadLimits, elements = SHAPES): SlideShapes {
  const walk: Walk = {
    found: { shapes: [], isHidden: false, hiddenCharacters: 0, pictures: 0, objects: 0 },
    open: [],
    text: createShapeText(),
    table: null,
    fallbacks: 0,
  }
  walkXml(xml, limits, {
    open(name, attributes) {
      if (name === 'Fallback') walk.fallbacks += 1
      if (walk.fallbacks > 0) return
      if (elements.has(name)) openShape(walk, name)
      else if (!noteShape(walk, name, attributes) && !openTablePart(walk, name, attributes))
        walk.text.open(name, attributes)
    },
    text: (text) => void (walk.fallbacks === 0 && walk.text.text(text)),
    close(name) {
      if (name === 'Fallback') walk.fallbacks -= 1
      else if (walk.fallbacks > 0) return
      else if (elements.has(name)) closeShape(walk)
      else if (!closeTablePart(walk, name)) walk.text.close(name)
    },
  })
  return walk.found
}

function openShape(walk: Walk, element: string): void {
  const outer = walk.open.at(-1)
  walk.open.push({
    element,
    placeholder: null,
    blocks: [],
    chart: null,
    diagram: null,
    description: '',
    isHidden: outer?.isHidden ?? false,
  })
  // The picture of an embedded object is how the object looks.
  if (element === 'pic' && outer?.element !== 'graphicFrame') walk.found.pictures += 1
  walk.text.begin()
}

/** What the slide or a shape says of itself; false for anything else. */
function noteShape(walk: Walk, name: string, attributes: XmlAttributes): boolean {
  const shape = walk.open.at(-1)
  if (name === 'sld') walk.found.isHidden = attributes.show === '0'
  else if (name === 'oleObj') walk.found.objects += 1
  else if (shape && name === 'cNvPr') {
    shape.isHidden ||= /^(1|true)$/.test(attributes.hidden ?? '')
    shape.description = attributes.descr ?? ''
  } else if (shape && name === 'ph') {
    shape.placeholder = attributes.type ?? ''
    walk.text.setPlaceholder(shape.placeholder)
  } else return shape !== undefined && noteLink(shape, name, attributes)
  return true
}

/** Charts and diagrams keep their text in parts of their own. */
function noteLink(shape: OpenShape, name: string, attributes: XmlAttributes): boolean {
  if (name === 'chart' && attributes['r:id']) shape.chart = attributes['r:id']
  else if (name === 'relIds' && attributes['r:dm']) shape.diagram = attributes['r:dm']
  else return false
  return true
}

function openTablePart(walk: Walk, name: string, attributes: XmlAttributes): boolean {
  if (name === 'tbl') walk.table = { rows: [], cells: [], hasHead: false, before: walk.text.take() }
  else if (name === 'tblPr' && walk.table) walk.table.hasHead = attributes.firstRow === '1'
  else return name === 'tr' || name === 'tc'
  return true
}

function closeTablePart(walk: Walk, name: string): boolean {
  const { table, text, open } = walk
  if (!table) return false
  if (name === 'tc') table.cells.push({ blocks: text.take(), columns: 1, rows: 1 })
  else if (name === 'tr') {
    table.rows.push({ cells: table.cells, isHead: table.hasHead && table.rows.length === 0 })
    table.cells = []
  } else if (name === 'tbl') {
    const shape = open.at(-1)
    if (shape) shape.blocks = [...shape.blocks, ...table.before, ...tableBlocks(table.rows)]
    walk.table = null
  } else return false
  return true
}

function closeShape(walk: Walk): void {
  const shape = walk.open.pop()
  if (!shape) return
  const { placeholder, chart, diagram } = shape
  const description = shape.element === 'sp' ? '' : pictureText(shape.description)
  const alternative: TextBlock[] = description === '' ? [] : [{ kind: 'paragraph', level: 0, text: description }]
  const blocks = [...shape.blocks, ...walk.text.take(), ...alternative]
  if (shape.isHidden) {
    for (const { text } of blocks) walk.found.hiddenCharacters += characterCount(text)
  } else if (blocks.length > 0 || chart !== null || diagram !== null)
    walk.found.shapes.push({ placeholder, blocks, chart, diagram })
}
