import { insertedRuns, propertiesOf } from './changed-words.ts'
import { lookOf, newProperties } from './paragraph-properties.ts'
import { type RedlinePart, textAfter } from './redline-part.ts'
import type { RevisionMarks } from './revision-marks.ts'
import { type EditedPart, runAround } from './run-places.ts'
import { childOf, elementsOf, escapeXml, type XmlElement } from './xml-tree.ts'

/** A part that only the second document has; `index`: among all parts. */
export type AddedPart = RedlinePart & { readonly index: number }

/** A paragraph or a row of the first document that others are made like. */
export type Model = {
  readonly index: number
  readonly kind: RedlinePart['kind']
  readonly level: number
  readonly paragraph: XmlElement
  /** Its run of words, where it has one. */
  readonly run: XmlElement | undefined
  /** Programs number it by themselves. */
  readonly isNumbered: boolean
}

type AddedLook = { readonly text: string; readonly look: string; readonly run: string }

/** How a new paragraph looks: as the nearest one of its kind, so that a list goes on counting. */
export function createAddedLook(
  part: EditedPart,
  models: readonly Model[],
  headingStyle: (level: number) => string | undefined,
) {
  return function lookFor(added: AddedPart, prefix: string): AddedLook {
    const text = textAfter(added.pieces)
    const label = labelLength(text, added.label)
    const near = (isFit: (model: Model) => boolean) => nearest(models.filter(isFit), added.index)
    const isSame = ({ kind, level }: Model) => kind === added.kind && level === added.level
    const numbered = label > 0 ? near((model) => isSame(model) && model.isNumbered) : undefined
    const plain = near((model) => isSame(model) && !model.isNumbered)
    const other =
      added.kind === 'heading' ? undefined : near(({ kind, isNumbered }) => kind === 'paragraph' && !isNumbered)
    const model = numbered ?? plain ?? other
    const style = model || added.kind !== 'heading' ? undefined : headingStyle(added.level)
    return {
      text: numbered ? text.slice(label) : text,
      look: model
        ? lookOf(part, model.paragraph)
        : style === undefined
          ? ''
          : `<${prefix}pStyle ${prefix}val="${escapeXml(style)}"/>`,
      run: propertiesOf(part, model?.run),
    }
  }
}

function nearest(models: readonly Model[], index: number): Model | undefined {
  let best: Model | undefined
  for (const model of models) if (!best || Math.abs(model.index - index) < Math.abs(best.index - index)) best = model
  return best
}

const BULLET = /^[\u2022\u00b7\u25aa\u25e6\u2023\u25cb\u25cf\u25a0\u25a1\u2013\u2014\uf0b7*o§-]\s+/

/** How many characters in front of a text are a number or a bullet, with the space behind it. */
export function labelLength(text: string, label: number): number {
  if (label === 0) return BULLET.exec(text)?.[0].length ?? 0
  return label + /^\s*/.exec(text.slice(label))![0].length
}

/** A new paragraph; `before`: how it looks where it is rejected, of one that keeps the end of another. */
export function addedParagraph({ text, look, run }: AddedLook, revisions: RevisionMarks, before?: string): string {
  const { prefix: w } = revisions
  return `<${w}p>${newProperties(look, revisions, before)}${insertedRuns(revisions, run, text)}</${w}p>`
}

/** A new row with these cells, made like another one where there is one. */
export function addedRow(
  part: EditedPart,
  text: string,
  model: XmlElement | undefined,
  revisions: RevisionMarks,
): string {
  const { prefix: w } = revisions
  const like = model?.children.filter(({ name }) => name === 'w:tc') ?? []
  const cells = text.split('\t').map((cell, column) => {
    const width = childOf(childOf(like[column], 'w:tcPr'), 'w:tcW')
    const properties = width ? `<${w}tcPr>${part.xml.slice(width.start, width.end)}</${w}tcPr>` : ''
    const paragraph = like[column] && childOf(like[column], 'w:p')
    const run = paragraph && [...elementsOf(paragraph, 'w:r')].find((one) => childOf(one, 'w:t'))
    const look = { text: cell, look: paragraph ? lookOf(part, paragraph) : '', run: propertiesOf(part, run) }
    return `<${w}tc>${properties}${cell === '' ? emptyParagraph(look.look, revisions) : addedParagraph(look, revisions)}</${w}tc>`
  })
  return `<${w}tr><${w}trPr>${revisions.tag('ins', true)}</${w}trPr>${cells.join('')}</${w}tr>`
}

function emptyParagraph(look: string, revisions: RevisionMarks): string {
  return `<${revisions.prefix}p>${newProperties(look, revisions)}</${revisions.prefix}p>`
}

const EDGES = 'top left bottom right insideH insideV'.split(' ')

/** A table of new rows. */
export function addedTable(part: EditedPart, rows: readonly string[], revisions: RevisionMarks): string {
  const { prefix: w } = revisions
  const columns = Math.max(...rows.map((row) => row.split('\t').length))
  const borders = EDGES.map((edge) => `<${w}${edge} ${w}val="single" ${w}sz="4" ${w}space="0" ${w}color="auto"/>`).join(
    '',
  )
  const properties = `<${w}tblPr><${w}tblW ${w}w="0" ${w}type="auto"/><${w}tblBorders>${borders}</${w}tblBorders></${w}tblPr>`
  const grid = `<${w}tblGrid>${`<${w}gridCol/>`.repeat(columns)}</${w}tblGrid>`
  const padded = rows.map((row) => row + '\t'.repeat(columns - row.split('\t').length))
  return `<${w}tbl>${properties}${grid}${padded.map((row) => addedRow(part, row, undefined, revisions)).join('')}</${w}tbl>`
}

/** The run of words of a place. */
export function runAt(part: EditedPart, at: number): XmlElement | undefined {
  const run = runAround(part.root, at, 'inner')?.run
  return run?.name === 'w:r' ? run : undefined
}
