import { Parser } from 'htmlparser2'
import { gateFailure, SAVE_ANEW } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'

/** What one XML part of a Word file holds, counted before Mammoth sees it. Characters are non-space ones. */
export type DocxSurvey = {
  /** The part without the text of hidden runs. */
  readonly visibleXml: string
  /** Text that must come out of the reader: visible, not deleted, not a second form of the same drawing. */
  readonly textCharacters: number
  readonly hiddenCharacters: number
  readonly insertions: number
  readonly deletions: number
  readonly pictures: number
  readonly formulaCharacters: number
  readonly numberedParagraphs: number
  /** Whole documents of another format that Word would show in place. */
  readonly embeddedDocuments: number
}

type Run = { hidden: boolean; readonly cuts: [number, number][]; characters: number }
type Walk = {
  readonly open: string[]
  readonly runs: Run[]
  readonly cuts: [number, number][]
  elements: number
  textStart: number
  textCharacters: number
  hiddenCharacters: number
  insertions: number
  deletions: number
  pictures: number
  formulaCharacters: number
  numberedParagraphs: number
  embeddedDocuments: number
  paragraphHidden: boolean
  /** How many open elements keep their text out of the reading: deletions, moves, the newer form of a drawing. */
  silent: number
}

const COUNTED: Readonly<
  Record<string, 'insertions' | 'deletions' | 'pictures' | 'numberedParagraphs' | 'embeddedDocuments'>
> = {
  'w:ins': 'insertions',
  'w:moveTo': 'insertions',
  'w:del': 'deletions',
  'w:moveFrom': 'deletions',
  'w:drawing': 'pictures',
  'w:pict': 'pictures',
  'w:numPr': 'numberedParagraphs',
  'w:altChunk': 'embeddedDocuments',
}
const SILENT = new Set(['w:del', 'w:moveFrom', 'mc:Choice'])

/**
 * One streaming pass over an XML part. `hiddenStyles` are the ids of styles that hide their text. Throws
 * `ReadFailedError` past the depth and element limits, so that the tree builder behind it never sees such a part.
 */
export function surveyDocxPart(xml: string, hiddenStyles: ReadonlySet<string>, limits: ReadLimits): DocxSurvey {
  const walk: Walk = {
    open: [],
    runs: [],
    cuts: [],
    elements: 0,
    textStart: 0,
    textCharacters: 0,
    hiddenCharacters: 0,
    insertions: 0,
    deletions: 0,
    pictures: 0,
    formulaCharacters: 0,
    numberedParagraphs: 0,
    embeddedDocuments: 0,
    paragraphHidden: false,
    silent: 0,
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        enter(walk, limits, name)
        note(walk, name, attributes['w:val'], hiddenStyles)
        if (name === 'w:t') walk.textStart = parser.startIndex
      },
      ontext: (text) => takeText(walk, text),
      onclosetag(name) {
        walk.open.pop()
        if (SILENT.has(name)) walk.silent -= 1
        if (name === 'w:t') walk.runs.at(-1)?.cuts.push([walk.textStart, parser.endIndex + 1])
        if (name === 'w:r') endRun(walk)
      },
    },
    { xmlMode: true },
  )
  for (let at = 0; at < xml.length; at += PIECE_CHARACTERS) parser.write(xml.slice(at, at + PIECE_CHARACTERS))
  parser.end()
  return { ...walk, visibleXml: withoutSpans(xml, walk.cuts) }
}

/** The ids of the styles in `word/styles.xml` whose own run properties hide text. */
export function hiddenStyleIds(stylesXml: string): ReadonlySet<string> {
  const ids = new Set<string>()
  let style: string | undefined
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:style') style = attributes['w:styleId']
        else if (name === 'w:vanish' && style !== undefined && isOn(attributes['w:val'])) ids.add(style)
      },
      onclosetag(name) {
        if (name === 'w:style') style = undefined
      },
    },
    { xmlMode: true },
  )
  parser.end(stylesXml)
  return ids
}

const PIECE_CHARACTERS = 65_536

function enter(walk: Walk, limits: ReadLimits, name: string): void {
  walk.open.push(name)
  walk.elements += 1
  if (walk.open.length > limits.xmlDepth)
    throw gateFailure(
      'Tables or frames nest too deep',
      { value: walk.open.length, limit: limits.xmlDepth, unit: 'levels' },
      SAVE_ANEW,
    )
  if (walk.elements > limits.xmlElements)
    throw gateFailure('Too many elements', { value: walk.elements, limit: limits.xmlElements, unit: 'elements' })
}

function note(walk: Walk, name: string, value: string | undefined, hiddenStyles: ReadonlySet<string>): void {
  if (SILENT.has(name)) walk.silent += 1
  const counter = COUNTED[name]
  if (counter) walk[counter] += 1
  const isHiddenStyle = value !== undefined && hiddenStyles.has(value)
  if (name === 'w:p') walk.paragraphHidden = false
  else if (name === 'w:pStyle') walk.paragraphHidden = isHiddenStyle
  else if (name === 'w:r') walk.runs.push({ hidden: walk.paragraphHidden, cuts: [], characters: 0 })
  else noteRunProperty(walk, name, value, isHiddenStyle)
}

function noteRunProperty(walk: Walk, name: string, value: string | undefined, isHiddenStyle: boolean): void {
  const run = walk.runs.at(-1)
  // The same element in a paragraph's own properties hides only the paragraph mark.
  if (!run || walk.open.includes('w:pPr', walk.open.lastIndexOf('w:r'))) return
  if (name === 'w:vanish') run.hidden = isOn(value)
  if (name === 'w:rStyle' && isHiddenStyle) run.hidden = true
}

function takeText(walk: Walk, text: string): void {
  const element = walk.open.at(-1)
  const characters = text.replace(/\s+/g, '').length
  if (element === 'm:t') walk.formulaCharacters += characters
  if (element !== 'w:t' || walk.silent > 0) return
  const run = walk.runs.at(-1)
  if (run) run.characters += characters
  else walk.textCharacters += characters
}

function endRun(walk: Walk): void {
  const run = walk.runs.pop()
  if (!run) return
  if (run.hidden) {
    walk.hiddenCharacters += run.characters
    walk.cuts.push(...run.cuts)
  } else walk.textCharacters += run.characters
}

function withoutSpans(xml: string, spans: readonly (readonly [number, number])[]): string {
  if (spans.length === 0) return xml
  const ordered = spans.toSorted((a, b) => a[0] - b[0])
  const kept: string[] = []
  let from = 0
  for (const [start, end] of ordered) {
    if (start < from) continue
    kept.push(xml.slice(from, start))
    from = end
  }
  kept.push(xml.slice(from))
  return kept.join('')
}

function isOn(value: string | undefined): boolean {
  return value !== 'false' && value !== '0'
}
