import type { Span } from '../../text/spans.ts'
import { openZipParts } from '../read/archive/open-zip.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import type { TextSource } from '../read/word/flow.ts'
import { readDocxStyles } from '../read/word/docx/docx-styles.ts'
import { type DocxTrace, isInk, traceDocx } from '../read/word/docx/trace-docx.ts'
import { createDocxPackage, type DocxPackage } from './docx-package.ts'
import { createRunMarks, type EditedPart, RANK, runPlace, type RunPlace } from './run-places.ts'
import { wordDate } from './revision-marks.ts'
import { declareWordPrefix, wordNamespace, wordPrefix } from './word-prefix.ts'
import {
  childOf,
  createXmlEdits,
  elementsOf,
  escapeXml,
  filled,
  isOneTag,
  tagName,
  type XmlElement,
  xmlTree,
} from './xml-tree.ts'

/** A comment on the words `start` to `end` of a document's text, UTF-16 units. */
export type DocumentComment = {
  readonly start: number
  readonly end: number
  /** Line feeds part its paragraphs. */
  readonly text: string
  readonly author: string
  /** ISO 8601. */
  readonly date: string
}

/** `text` is what offsets are in, as a reader gave it. */
export type CommentRequest = { readonly text: string; readonly comments: readonly DocumentComment[] }

/**
 * The same Word file with comments at these words; all parts but the text, the comments and the two lists that name them keep their
 * bytes. Where Word allows no comment (a header, a note, a text box), it is put as near as can be and quotes its words. Throws
 * `ReadFailedError`.
 */
export async function commentDocx(
  bytes: Buffer,
  { text, comments }: CommentRequest,
  limits: ReadLimits,
): Promise<Buffer> {
  const trace = await traceDocx(await openZipParts(bytes, limits), limits)
  const { parts } = trace
  const xml = await parts.xml(parts.main)
  const part: EditedPart = { xml, root: xmlTree(xml, limits), edits: createXmlEdits() }
  const target = await openComments(trace, part, limits)
  const marks = createRunMarks(part)
  const offsetOf = inkOffsets(text, trace.text)
  const placeless: number[] = []
  const w = wordPrefix(part)
  for (const [index, comment] of comments.entries()) {
    const span = { start: offsetOf(comment.start), end: offsetOf(comment.end - 1) + 1 }
    const { from, to, isThere } = placeOf(span, trace, part)
    const id = target.firstId + index
    const words = text.slice(comment.start, comment.end)
    target.add(id, isThere || words.trim() === '' ? comment : { ...comment, text: `${quoted(words)}\n${comment.text}` })
    if (from && to) {
      marks.put(from, `<${w}commentRangeStart ${w}id="${id}"/>`, RANK.rangeBegin)
      marks.put(to, `<${w}commentRangeEnd ${w}id="${id}"/>${reference(w, id)}`, RANK.rangeEnd)
    } else placeless.push(id)
  }
  marks.write()
  if (placeless.length > 0) commentOnNothing(part, placeless)
  const file = createDocxPackage(bytes, parts, limits)
  declareWordPrefix(part)
  file.replace(parts.main, part.edits.apply(xml))
  await target.save(file)
  return file.save()
}

/**
 * Leads from a place in one form of a text to the same character in another that differs in white space only. Texts that differ in more
 * are followed as far as they agree: a place behind that is as near as counting characters gives it.
 */
function inkOffsets(from: string, to: string): (offset: number) => number {
  if (from === to) return (offset) => offset
  const inkBefore = new Int32Array(from.length + 1)
  for (let at = 0; at < from.length; at += 1) inkBefore[at + 1] = inkBefore[at]! + (isInk(from, at) ? 1 : 0)
  const places: number[] = []
  for (let at = 0; at < to.length; at += 1) if (isInk(to, at)) places.push(at)
  return (offset) => places[inkBefore[Math.min(Math.max(0, offset), from.length)]!] ?? to.length
}

const LONGEST_QUOTE = 200

function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return `\u201c${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).toWellFormed()}\u2026` : line}\u201d`
}

type Placed = { readonly from: RunPlace | null; readonly to: RunPlace | null; readonly isThere: boolean }

/** The runs of these words, else the nearest word before, else the nearest behind; null where the document has no run at all. */
function placeOf(span: Span, trace: DocxTrace, part: EditedPart): Placed {
  const inside = Array.from({ length: Math.max(0, span.end - span.start) }, (_, at) => span.start + at)
  const own = inside.filter((at) => isInk(trace.text, at) && isInText(trace, at))
  const first = trace.sources[own[0] ?? -1]
  const last = trace.sources[own.at(-1) ?? -1]
  if (first && last) {
    const [from, to] = ordered(first, last)
    const places = placesAround(part, from, to)
    if (places) return { ...places, isThere: isDirect(part, from) && isDirect(part, to) }
  }
  for (const at of outward(span, trace.text.length)) {
    const source = isInText(trace, at) ? trace.sources[at] : undefined
    const places = source && placesAround(part, source, source)
    if (places) return { ...places, isThere: false }
  }
  return { from: null, to: null, isThere: false }
}

/** Text boxes follow their paragraph in the text, and are inside it in the file. */
function ordered(one: TextSource, other: TextSource): readonly [TextSource, TextSource] {
  return one.start <= other.start ? [one, other] : [other, one]
}

function placesAround(part: EditedPart, first: TextSource, last: TextSource) {
  const from = runPlace(part, first.start, { side: 'before', reach: 'outer' })
  const to = runPlace(part, last.end, { side: 'after', reach: 'outer' })
  return from && to && from.at < to.at ? { from, to } : null
}

function isInText({ parts, sources }: DocxTrace, at: number): boolean {
  return sources[at]?.part === parts.main
}

/** The words themselves, not what carries them: the anchor of a text box, the mark of a note or of another comment. */
function isDirect({ root }: EditedPart, { start, end }: TextSource): boolean {
  const path = []
  for (
    let one: XmlElement | undefined = root;
    one;
    one = one.children.find((child) => child.start <= start && end <= child.end)
  )
    path.push(one.name)
  return !path.some((name) => name === 'w:txbxContent' || name.endsWith('Reference'))
}

function* outward({ start, end }: Span, length: number): Generator<number, void, void> {
  for (let at = Math.min(start, length) - 1; at >= 0; at -= 1) yield at
  for (let at = Math.max(0, end); at < length; at += 1) yield at
}

function reference(prefix: string, id: number): string {
  return `<${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`
}

/** A document without a word gets a paragraph for its comments. */
function commentOnNothing(part: EditedPart, ids: readonly number[]): void {
  const { xml, root, edits } = part
  const body = childOf(root, 'w:body')
  if (!body) return
  const prefix = wordPrefix(part)
  const paragraph = `<${prefix}p>${ids.map((id) => reference(prefix, id)).join('')}</${prefix}p>`
  if (isOneTag(body)) edits.replace(body.start, body.end, filled(xml, body, paragraph))
  else edits.insert(childOf(body, 'w:sectPr')?.start ?? body.closeStart, paragraph)
}

type Comments = {
  readonly firstId: number
  add(id: number, comment: DocumentComment): void
  save(file: DocxPackage): Promise<void>
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** The comments that the file has, and those that come. */
async function openComments({ parts }: DocxTrace, main: EditedPart, limits: ReadLimits): Promise<Comments> {
  const existing = parts.relations.find(({ type }) => type === 'comments')?.target
  const xml = existing === undefined ? '' : await parts.xml(existing)
  const root = xml === '' ? undefined : xmlTree(xml, limits)
  const prefix = root ? wordPrefix({ xml, root }) : 'w:'
  const styles = readDocxStyles(await parts.xmlOf('styles'), limits)
  const isHidden = styles.paragraph(undefined).isHidden === true
  const ids = root ? [...elementsOf(root, 'w:comment')].map(({ attributes }) => Number(attributes['w:id']) || 0) : []
  const referred = [...elementsOf(main.root, 'w:commentReference')].map(
    ({ attributes }) => Number(attributes['w:id']) || 0,
  )
  const added: string[] = []
  return {
    firstId: Math.max(-1, ...ids, ...referred) + 1,
    add: (id, comment) => void added.push(commentXml({ prefix, isHidden }, id, comment)),
    async save(file) {
      if (existing !== undefined && root)
        return file.replace(existing, withComments({ xml, root, edits: createXmlEdits() }, added.join('')))
      const namespace = wordNamespace(main)
      const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">`
      await file.add({
        name: parts.main.replace(/[^/]+$/, 'comments.xml'),
        xml: `${head}${added.join('')}</w:comments>`,
        type: 'comments',
        contentType: CONTENT_TYPE,
      })
    },
  }
}

function withComments(part: EditedPart, added: string): string {
  const { xml, root, edits } = part
  declareWordPrefix(part)
  if (!isOneTag(root)) edits.insert(root.closeStart, added)
  else {
    // A declared prefix is put behind the name.
    const nameLength = 1 + tagName(xml, root).length
    edits.replace(root.start + nameLength, root.end, filled(xml, root, added).slice(nameLength))
  }
  return edits.apply(xml)
}

/** `isHidden`: text without a style of its own is hidden in this file. */
type CommentLook = { readonly prefix: string; readonly isHidden: boolean }

function commentXml({ prefix: w, isHidden }: CommentLook, id: number, { text, author, date }: DocumentComment): string {
  const shown = isHidden ? `<${w}rPr><${w}vanish ${w}val="0"/></${w}rPr>` : ''
  const initials = author
    .split(/\s+/)
    .map((word) => word.slice(0, 1))
    .join('')
  const attributes = `${w}id="${id}" ${w}author="${escapeXml(author)}" ${w}date="${escapeXml(wordDate(date))}" ${w}initials="${escapeXml(initials)}"`
  const paragraphs = text
    .split('\n')
    .map((line) => `<${w}p><${w}r>${shown}<${w}t xml:space="preserve">${escapeXml(line)}</${w}t></${w}r></${w}p>`)
  return `<${w}comment ${attributes}>${paragraphs.join('')}</${w}comment>`
}
