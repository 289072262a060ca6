import { characterCount, pictureText, raisedText, symbolCharacter } from '../text-signs.ts'
import type { TextBlock } from '../text-blocks.ts'
import type { ReadLimits } from '../read-limits.ts'
import { tableBlocks, type TableRow } from '../table-blocks.ts'
import { walkXml, type XmlAttributes, type XmlPart } from '../xml/walk-xml.ts'
import { listNumber, type NumberStyle } from '../list-numerals.ts'
import { withoutPageMarks } from '../read-page.ts'

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

/** Takes the elements of a text body (DrawingML) and gives its paragraphs as blocks. */
interface ShapeText {
  /** A shape begins: neither list numbers nor its place in the layout go on from the one before. */
  begin(): void
  setPlaceholder(type: string): void
  open(name: string, attributes: XmlAttributes): void
  text(text: string): void
  close(name: string): void
  /** The paragraphs since the last call. */
  take(): readonly TextBlock[]
}

type NumberedBullet = { readonly scheme: string; readonly startAt: number }
type Bullet = 'none' | 'sign' | NumberedBullet | null

type State = {
  blocks: TextBlock[]
  placeholder: string | null
  /** The paragraph under way. */
  pieces: string[]
  level: number
  bullet: Bullet
  isText: boolean
  isRaised: boolean
  font: string
  /** The last number at each level. */
  numbers: readonly number[]
}

/** Placeholders whose paragraphs are a list unless they say otherwise. */
const LISTS = new Set(['', 'body', 'obj'])
const PRIVATE_SIGNS = /[\uf020-\uf0ff]/g
const DEEPEST = 8

function createShapeText(): ShapeText {
  const state: State = {
    blocks: [],
    placeholder: null,
    pieces: [],
    level: 0,
    bullet: null,
    isText: false,
    isRaised: false,
    font: '',
    numbers: [],
  }
  return {
    begin() {
      state.placeholder = null
      state.numbers = []
    },
    setPlaceholder: (type) => void (state.placeholder = type),
    open: (name, attributes) => OPENERS.get(name)?.(state, attributes),
    text: (text) => takeText(state, text),
    close(name) {
      if (name === 't') state.isText = false
      else if (name === 'r' || name === 'fld') state.isRaised = false
      else if (name === 'p') endParagraph(state)
    },
    take() {
      const taken = state.blocks
      state.blocks = []
      return taken
    },
  }
}

const beginRun = (state: State) => void (state.font = '')
const takeFont = (state: State, { typeface }: XmlAttributes) => void (state.font = typeface ?? '')
const signBullet = (state: State) => void (state.bullet = 'sign')

const OPENERS: ReadonlyMap<string, (state: State, attributes: XmlAttributes) => void> = new Map<
  string,
  (state: State, attributes: XmlAttributes) => void
>([
  ['p', (state) => void Object.assign(state, { level: 0, bullet: null })],
  ['pPr', (state, { lvl }) => void (state.level = Math.min(DEEPEST, Math.max(0, integer(lvl))))],
  ['buNone', (state) => void (state.bullet = 'none')],
  ['buChar', signBullet],
  ['buBlip', signBullet],
  [
    'buAutoNum',
    (state, { type, startAt }) => void (state.bullet = { scheme: type ?? '', startAt: integer(startAt) || 1 }),
  ],
  ['br', (state) => void state.pieces.push('\n')],
  ['t', (state) => void (state.isText = true)],
  ['r', beginRun],
  ['fld', beginRun],
  ['rPr', (state, { baseline }) => void (state.isRaised = integer(baseline) > 0)],
  ['sym', takeFont],
  ['latin', takeFont],
])

function integer(text: string | undefined): number {
  return Number.parseInt(text ?? '0', 10) || 0
}

function takeText({ pieces, isText, isRaised, font }: State, text: string): void {
  if (!isText) return
  const shown = text.replace(PRIVATE_SIGNS, (sign) => symbolCharacter(font, sign.charCodeAt(0).toString(16)) ?? sign)
  // A vertical tab is a line end inside the paragraph.
  const lines = shown.replace(/\v|_x000B_/g, '\n')
  pieces.push(isRaised ? raisedText(lines) : lines)
}

function endParagraph(state: State): void {
  const text = withoutPageMarks(state.pieces.join(''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
  state.pieces = []
  if (text === '') return
  const { bullet, level, placeholder, blocks } = state
  const isInList = level > 0 || (placeholder !== null && LISTS.has(placeholder))
  const number = bullet !== null && typeof bullet === 'object' ? nextNumber(state, bullet) : ''
  if (number === '') state.numbers = state.numbers.slice(0, level)
  if (placeholder === 'title' || placeholder === 'ctrTitle') blocks.push({ kind: 'heading', level: 1, text })
  else if (bullet === null ? isInList : bullet !== 'none')
    blocks.push({ kind: 'list-item', level: level + 1, text: `${number}${text}` })
  else blocks.push({ kind: 'paragraph', level: 0, text })
}

function nextNumber(state: State, { scheme, startAt }: NumberedBullet): string {
  const { numbers, level } = state
  const number = (numbers[level] ?? startAt - 1) + 1
  // A level that was skipped has no number yet.
  state.numbers = Array.from({ length: level + 1 }, (_, at) => (at === level ? number : (numbers[at] ?? 0)))
  return `${numberText(number, scheme)} `
}

/** "arabicPeriod", "alphaLcParenBoth", "romanUcParenR": how it counts, and what stands around the number. */
function numberText(number: number, scheme: string): string {
  const upper = scheme.includes('Uc')
  const style: NumberStyle = scheme.startsWith('alpha')
    ? upper
      ? 'A'
      : 'a'
    : scheme.startsWith('roman')
      ? upper
        ? 'I'
        : 'i'
      : '1'
  const text = listNumber(number, style)
  if (scheme.endsWith('ParenBoth')) return `(${text})`
  if (scheme.endsWith('ParenR')) return `${text})`
  return scheme.endsWith('Plain') ? text : `${text}.`
}
