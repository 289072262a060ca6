import { openZipParts } from '../read/archive/open-zip.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import { type DocxParts, findDocxParts } from '../read/word/docx/docx-parts.ts'
import { createDocxPackage } from './docx-package.ts'
import { runsIn } from './removed-blocks.ts'
import type { EditedPart } from './run-places.ts'
import { childOf, createXmlEdits, isOneTag, tagName, type XmlElement, xmlTree } from './xml-tree.ts'

/** A Word file whose text takes over the changes that are marked in it, as Word does it; the same bytes where none is. */
export async function acceptChanges(bytes: Buffer, limits: ReadLimits): Promise<Buffer> {
  const parts = await findDocxParts(await openZipParts(bytes, limits), limits)
  const file = createDocxPackage(bytes, parts, limits)
  let isChanged = false
  for (const name of partsWithText(parts)) {
    const xml = await parts.xml(name)
    if (xml === '') continue
    const part: EditedPart = { xml, root: xmlTree(xml, limits), edits: createXmlEdits() }
    acceptIn(part, part.root)
    if (part.edits.isEmpty) continue
    isChanged = true
    file.replace(name, part.edits.apply(xml))
  }
  return isChanged ? file.save() : bytes
}

const HAS_TEXT: ReadonlySet<string> = new Set(['footnotes', 'endnotes', 'header', 'footer'])

function partsWithText({ main, relations, nameOf }: DocxParts): ReadonlySet<string> {
  const related = relations.filter(({ type }) => HAS_TEXT.has(type)).map(({ target }) => target)
  return new Set([main, nameOf('footnotes'), nameOf('endnotes'), ...related])
}

const COMES: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo'])
const GOES: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])
const PROPERTIES: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr', 'w:tcPr', 'w:numPr', 'w:pPr', 'm:ctrlPr'])

/** How something looked before, where a move begins and ends, what a table had. */
const MARK_ONLY =
  /^w:(\w+Change|move(From|To)Range(Start|End)|customXml(Ins|Del|MoveFrom|MoveTo)Range(Start|End)|cellIns|cellDel|cellMerge)$/

function acceptIn(part: EditedPart, element: XmlElement): void {
  for (const child of element.children) {
    if (MARK_ONLY.test(child.name)) part.edits.replace(child.start, child.end, '')
    else if (COMES.has(child.name) || GOES.has(child.name)) acceptMark(part, child, element)
    if (!GOES.has(child.name)) acceptIn(part, child)
  }
  joinParagraphs(part, element)
}

function acceptMark({ edits }: EditedPart, mark: XmlElement, parent: XmlElement): void {
  const isProperty = PROPERTIES.has(parent.name)
  const row = parent.name === 'w:trPr' && GOES.has(mark.name) ? parent.parent : null
  if (row) {
    const gone = isLastRow(row) ? row.parent! : row
    edits.replace(gone.start, gone.end, '')
  } else if (isProperty || GOES.has(mark.name) || isOneTag(mark)) edits.replace(mark.start, mark.end, '')
  else {
    edits.replace(mark.start, mark.openEnd, '')
    edits.replace(mark.closeStart, mark.end, '')
  }
}

/** A table without rows is none. */
function isLastRow(row: XmlElement): boolean {
  const rows = row.parent?.children.filter(({ name }) => name === 'w:tr') ?? []
  return rows.every((one) => childOf(one, 'w:trPr')?.children.some(({ name }) => GOES.has(name)))
}

/** A paragraph whose end goes continues in the next one, which gives both its look. */
function joinParagraphs(part: EditedPart, holder: XmlElement): void {
  let joined: XmlElement[] = []
  for (const child of holder.children) {
    if (child.name === 'w:p') {
      joined.push(child)
      if (!losesEnd(child)) {
        join(part, joined)
        joined = []
      }
    } else if (child.name === 'w:tbl' || child.name === 'w:sdt') {
      for (const paragraph of joined) if (isEmptied(paragraph)) part.edits.replace(paragraph.start, paragraph.end, '')
      joined = []
    }
  }
}

function losesEnd(paragraph: XmlElement): boolean {
  const properties = childOf(paragraph, 'w:pPr')
  return (
    !childOf(properties, 'w:sectPr') &&
    (childOf(properties, 'w:rPr')?.children.some(({ name }) => GOES.has(name)) ?? false)
  )
}

function isEmptied(paragraph: XmlElement): boolean {
  return (
    runsIn(paragraph).next().done === true || paragraph.children.every(({ name }) => name === 'w:pPr' || GOES.has(name))
  )
}

function join(part: EditedPart, all: readonly XmlElement[]): void {
  const last = all.at(-1)!
  const whole = all.filter((paragraph) => paragraph === last || !isEmptied(paragraph))
  for (const paragraph of all) if (!whole.includes(paragraph)) part.edits.replace(paragraph.start, paragraph.end, '')
  const [first, ...others] = whole
  if (!first || first === last) return
  takeLook(part, first, last)
  part.edits.replace(first.closeStart, first.end, '')
  for (const paragraph of others) {
    part.edits.replace(paragraph.start, childOf(paragraph, 'w:pPr')?.end ?? paragraph.openEnd, '')
    const isEnd = paragraph === last
    // One tag has no end of its own, and another may call the vocabulary otherwise.
    part.edits.replace(paragraph.closeStart, paragraph.end, isEnd ? `</${tagName(part.xml, first)}>` : '')
  }
}

function takeLook({ xml, edits }: EditedPart, first: XmlElement, last: XmlElement): void {
  const [own, look] = [childOf(first, 'w:pPr'), childOf(last, 'w:pPr')]
  const start = own?.start ?? first.openEnd
  edits.replace(start, own?.end ?? start, look ? unmarked(xml, look) : '')
}

/** Properties without the marks in them. */
function unmarked(xml: string, properties: XmlElement): string {
  const edits = createXmlEdits()
  for (const mark of marksIn(properties)) edits.replace(mark.start - properties.start, mark.end - properties.start, '')
  return edits.apply(xml.slice(properties.start, properties.end))
}

function* marksIn({ children }: XmlElement): Generator<XmlElement, void, void> {
  for (const child of children)
    if (MARK_ONLY.test(child.name) || COMES.has(child.name) || GOES.has(child.name)) yield child
    else yield* marksIn(child)
}
