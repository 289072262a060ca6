import type { XmlAttributes } from '../xml/walk-xml.ts'
import { cellText, isPrintedText } from './sheet-grid.ts'

/** What of a moment a style shows. */
export type ShownMoment = {
  year: boolean
  month: boolean
  day: boolean
  hour: boolean
  minute: boolean
  second: boolean
  /** Digits after the seconds. */
  fraction: number
  /** A span of time: its hours go on beyond 24. */
  isElapsed: boolean
}

type Style = {
  readonly parent: string | undefined
  readonly format: string | undefined
  readonly master: string | undefined
  isShown: boolean
}

/** Takes the styles of a spreadsheet as they come in its parts; asked for once the cells begin. */
export interface OdsStyles {
  open(name: string, attributes: XmlAttributes): void
  text(text: string): void
  close(name: string): void
  /** How the cells of a style show dates and times; undefined where it says nothing of them. */
  moment(cellStyle: string | undefined): ShownMoment | undefined
  isHiddenSheet(tableStyle: string | undefined): boolean
  /** What is printed above and below a sheet, without numbers of pages and the like. */
  margins(tableStyle: string | undefined): readonly string[]
}

const LONGEST_CHAIN = 20
const MOMENTS = new Set(['number:date-style', 'number:time-style'])
const MARGINS = new Set(
  ['header', 'footer'].flatMap((edge) => [`style:${edge}`, `style:${edge}-left`, `style:${edge}-first`]),
)
/** Their text is the program's. */
const FIELDS = new Set(
  'page-number page-count sheet-name date time title file-name'.split(' ').map((name) => `text:${name}`),
)

type Collected = {
  readonly styles: Map<string, Style>
  readonly moments: Map<string, ShownMoment>
  readonly margins: Map<string, string[]>
  style: Style | undefined
  moment: ShownMoment | undefined
  master: string[] | undefined
  /** The header or footer under way. */
  margin: string | undefined
  fields: number
}

export function createOdsStyles(): OdsStyles {
  const collected: Collected = {
    styles: new Map(),
    moments: new Map(),
    margins: new Map(),
    style: undefined,
    moment: undefined,
    master: undefined,
    margin: undefined,
    fields: 0,
  }
  const { styles, moments, margins } = collected
  return {
    open: (name, attributes) => open(collected, name, attributes),
    text(text) {
      if (collected.margin !== undefined && collected.fields === 0) collected.margin += text
    },
    close: (name) => close(collected, name),
    moment(cellStyle) {
      let style = styles.get(`table-cell ${cellStyle}`)
      for (let steps = 0; style && steps < LONGEST_CHAIN; steps += 1) {
        if (style.format !== undefined) return moments.get(style.format)
        style = styles.get(`table-cell ${style.parent}`)
      }
      return undefined
    },
    isHiddenSheet: (tableStyle) => styles.get(`table ${tableStyle}`)?.isShown === false,
    margins: (tableStyle) => margins.get(styles.get(`table ${tableStyle}`)?.master ?? '') ?? [],
  }
}

function open(collected: Collected, name: string, attributes: XmlAttributes): void {
  if (MOMENTS.has(name)) {
    collected.moment = noMoment(attributes['number:truncate-on-overflow'] === 'false')
    collected.moments.set(attributes['style:name'] ?? '', collected.moment)
  } else if (collected.moment) takeMomentPart(collected.moment, name, attributes)
  else if (collected.master) openMargin(collected, name, attributes)
  else if (name === 'style:master-page') {
    collected.master = []
    collected.margins.set(attributes['style:name'] ?? '', collected.master)
  } else takeStyle(collected, name, attributes)
}

function takeStyle(collected: Collected, name: string, attributes: XmlAttributes): void {
  const { style } = collected
  if (name === 'style:table-properties' && style) style.isShown = attributes['table:display'] !== 'false'
  if (name !== 'style:style') return
  collected.style = {
    parent: attributes['style:parent-style-name'],
    format: attributes['style:data-style-name'],
    master: attributes['style:master-page-name'],
    isShown: true,
  }
  collected.styles.set(`${attributes['style:family']} ${attributes['style:name']}`, collected.style)
}

function openMargin(collected: Collected, name: string, attributes: XmlAttributes): void {
  if (MARGINS.has(name) && attributes['style:display'] !== 'false') collected.margin = ''
  else if (FIELDS.has(name)) collected.fields += 1
}

function close(collected: Collected, name: string): void {
  if (name === 'style:style') collected.style = undefined
  else if (MOMENTS.has(name)) collected.moment = undefined
  else if (name === 'style:master-page') collected.master = undefined
  else if (collected.master) closeMargin(collected, collected.master, name)
}

function closeMargin(collected: Collected, master: string[], name: string): void {
  const { margin } = collected
  if (FIELDS.has(name)) collected.fields -= 1
  if (margin === undefined) return
  if (name === 'text:p') collected.margin = `${margin} `
  if (!MARGINS.has(name)) return
  const text = cellText(margin.replace(/ +/g, ' '))
  if (isPrintedText(text) && !master.includes(text)) master.push(text)
  collected.margin = undefined
}

function noMoment(isElapsed: boolean): ShownMoment {
  return {
    year: false,
    month: false,
    day: false,
    hour: false,
    minute: false,
    second: false,
    fraction: 0,
    isElapsed,
  }
}

function takeMomentPart(moment: ShownMoment, name: string, attributes: XmlAttributes): void {
  if (name === 'number:year' || name === 'number:era') moment.year = true
  else if (name === 'number:month') moment.month = true
  else if (name === 'number:day') moment.day = true
  else if (name === 'number:hours') moment.hour = true
  else if (name === 'number:minutes') moment.minute = true
  else if (name === 'number:seconds') {
    moment.second = true
    moment.fraction = Math.min(3, Math.max(0, Math.trunc(Number(attributes['number:decimal-places'])) || 0))
  }
}
