import type { RevisionKind, RevisionMarks } from './revision-marks.ts'
import type { EditedPart } from './run-places.ts'
import { childOf, filled, isOneTag, type XmlElement } from './xml-tree.ts'

/** What is changed in the properties of a paragraph: its end, and how it looks. */
export type PropertyChange = {
  readonly end?: RevisionKind
  /** What its look becomes, as markup inside `w:pPr` (`lookOf`). Who rejects it gets the old one back. */
  readonly look?: string
}

/** Not of the look: the end of the paragraph, the end of a section, an older change. */
const APART: ReadonlySet<string> = new Set(['w:rPr', 'w:sectPr', 'w:pPrChange'])

/** The look of a paragraph: style, numbering, indents; as markup inside `w:pPr`. */
export function lookOf({ xml }: EditedPart, paragraph: XmlElement): string {
  const all = childOf(paragraph, 'w:pPr')?.children ?? []
  return all
    .filter(({ name }) => !APART.has(name))
    .map(({ start, end }) => xml.slice(start, end))
    .join('')
}

/** Replaces the properties of an existing paragraph; `content`: what comes into one that is a single tag. They are in the order of the schema (ECMA-376 17.3.1.26). */
export function changeProperties(
  part: EditedPart,
  paragraph: XmlElement,
  { end, look }: PropertyChange,
  revisions: RevisionMarks,
  content = '',
): void {
  const { xml, edits } = part
  const { prefix: w } = revisions
  const properties = childOf(paragraph, 'w:pPr')
  const old = lookOf(part, paragraph)
  const isNew = look !== undefined && look !== old
  const history = isNew ? `${revisions.tag('pPrChange')}<${w}pPr>${old}</${w}pPr></${w}pPrChange>` : ''
  const mark = markOf(part, childOf(properties, 'w:rPr'), end, revisions)
  const section = childOf(properties, 'w:sectPr')
  const kept = section ? xml.slice(section.start, section.end) : ''
  const written = `<${w}pPr>${isNew ? look : old}${mark}${kept}${history}</${w}pPr>`
  if (properties) edits.replace(properties.start, properties.end, written)
  else if (isOneTag(paragraph))
    edits.replace(paragraph.start, paragraph.end, filled(xml, paragraph, `${written}${content}`))
  else edits.insert(paragraph.openEnd, written)
}

/** How the end of the paragraph looks, with what became of it in front. */
function markOf(
  { xml }: EditedPart,
  properties: XmlElement | undefined,
  end: RevisionKind | undefined,
  revisions: RevisionMarks,
): string {
  const { prefix: w } = revisions
  const inner = properties ? xml.slice(properties.openEnd, properties.closeStart) : ''
  const change = end ? revisions.tag(end, true) : ''
  return inner === '' && change === '' ? '' : `<${w}rPr>${change}${inner}</${w}rPr>`
}

/** The properties of a paragraph that comes, with an end of its own or (`before`) that of another, whose look it has where it is rejected. */
export function newProperties(look: string, revisions: RevisionMarks, before?: string): string {
  const { prefix: w } = revisions
  const mark = before === undefined ? `<${w}rPr>${revisions.tag('ins', true)}</${w}rPr>` : ''
  const isChanged = before !== undefined && before !== look
  const history = isChanged ? `${revisions.tag('pPrChange')}<${w}pPr>${before}</${w}pPr></${w}pPrChange>` : ''
  return `<${w}pPr>${look}${mark}${history}</${w}pPr>`
}
