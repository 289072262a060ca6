import {
  endField,
  isGoneHere,
  noteText,
  openField,
  openFieldResult,
  placeComment,
  placeNote,
  takeSymbol,
  takeText,
} from './docx-text.ts'
import { CLOSE_MATH, OPEN_MATH } from './docx-math.ts'
import {
  closeCell,
  closeFrame,
  closeParagraph,
  closeRow,
  closeTable,
  currentParagraph,
  currentRow,
  openCell,
  openFrame,
  openParagraph,
  openRow,
  openTable,
  skipColumns,
} from './docx-paragraph.ts'
import type { Run, Story } from './docx-story.ts'
import { isOn } from './docx-styles.ts'
import { flowParagraph } from '../flow.ts'
import type { Authorship, ChangeKind } from '../note-words.ts'
import { CLOSE_WORD_XML, closeInlineNote, OPEN_WORD_XML } from './word-xml-elements.ts'
import type { XmlAttributes } from '../../xml/walk-xml.ts'

type Open = (story: Story, attributes: XmlAttributes, parent: string | undefined) => void
type Close = (story: Story) => void

/** All of them take every word: a file that opens more at once is not an ordinary one. */
const MOST_OPEN_COMMENTS = 200

/** How things looked before a change, and texts that are not the document's. */
export const SKIPPED: ReadonlySet<string> = new Set(
  'w:pPrChange w:rPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:sectPrChange w:tblGridChange w:numberingChange w:instrText w:delInstrText w:binData'.split(
    ' ',
  ),
)

/** What is done when an element begins. */
export const OPEN: Readonly<Record<string, Open>> = {
  ...OPEN_MATH,
  ...OPEN_WORD_XML,
  'w:p': (story, attributes) => {
    openParagraph(story)
    const id = attributes['w14:paraId']
    if (id !== undefined) story.noteHead?.paragraphIds.push(id)
  },
  'w:pPrChange': (story) => {
    const old = { styleId: undefined, numberId: undefined, numberLevel: undefined, outlineLevel: undefined }
    Object.assign(currentParagraph(story), old)
  },
  'w:pStyle': (story, { 'w:val': id }) => void (currentParagraph(story).styleId = id),
  'w:numId': (story, { 'w:val': id }) => void (currentParagraph(story).numberId = id),
  'w:ilvl': (story, { 'w:val': level }) => void (currentParagraph(story).numberLevel = Number(level) || 0),
  'w:outlineLvl': (story, { 'w:val': level }) => void (currentParagraph(story).outlineLevel = Number(level)),
  'w:r': (story) => void story.runs.push({ isHidden: undefined, isStruck: false, isSuperscript: false }),
  'w:rStyle': (story, { 'w:val': id }) => {
    const run = runHere(story)
    if (run && id !== undefined) run.isHidden ??= story.context.styles.isHidden(id)
  },
  'w:vanish': hide,
  'w:strike': strike,
  'w:dstrike': strike,
  'w:vertAlign': (story, { 'w:val': align }) => {
    const run = runHere(story)
    if (run) run.isSuperscript = align === 'superscript'
  },
  'w:tab': (story, _, parent) => {
    if (parent !== 'w:tabs') takeText(story, '\t')
  },
  'w:ptab': (story) => takeText(story, '\t'),
  'w:br': (story) => takeText(story, '\n'),
  'w:cr': (story) => takeText(story, '\n'),
  'w:noBreakHyphen': (story) => takeText(story, '-'),
  'w:sym': (story, attributes) => takeSymbol(story, attributes['w:font'] ?? '', attributes['w:char'] ?? ''),
  'w:rt': (story) => takeText(story, ' ('),
  'w:ins': openInsertion,
  'w:del': openDeletion,
  'w:moveTo': (story, attributes) => {
    story.context.counts.insertions += 1
    openChange(story, 'Moved here', attributes)
  },
  'w:moveFrom': (story, attributes) => {
    story.context.counts.deletions += 1
    openChange(story, 'Moved away', attributes)
  },
  'w:fldChar': openFieldPart,
  'w:checkBox': (story) => setField(story, { box: false }),
  'w:default': (story, { 'w:val': value }, parent) => {
    if (parent === 'w:checkBox') setField(story, { box: isOn(value) })
    else if (parent === 'w:ddList') setField(story, { chosen: Number(value) || 0 })
  },
  'w:checked': (story, { 'w:val': value }, parent) => {
    if (parent === 'w:checkBox') setField(story, { box: isOn(value) })
  },
  'w:result': (story, { 'w:val': value }) => setField(story, { chosen: Number(value) || 0 }),
  'w:listEntry': (story, { 'w:val': value }) => void story.fields.at(-1)?.entries.push(value ?? ''),
  'w:tbl': openTable,
  'w:tr': openRow,
  'w:tc': openCell,
  'w:gridBefore': (story, { 'w:val': count }) => skipColumns(currentRow(story), Number(count) || 0),
  'w:gridSpan': (story, { 'w:val': span }) => {
    const cell = story.cells.at(-1)
    if (cell) cell.span = Number(span) || 1
  },
  'w:tblHeader': (story, { 'w:val': value }) => {
    const row = currentRow(story)
    if (row) row.isHead = isOn(value)
  },
  'w:txbxContent': openFrame,
  'a:txBody': openFrame,
  'a:p': openParagraph,
  'mc:AlternateContent': (story) => void story.alternatives.push({ isTaken: false, marker: story.met }),
  'w:footnoteReference': (story, attributes) => openNoteReference(story, 'footnote', attributes),
  'w:endnoteReference': (story, attributes) => openNoteReference(story, 'endnote', attributes),
  'w:commentRangeStart': (story, { 'w:id': id }) => {
    if (story.openComments.size < MOST_OPEN_COMMENTS) story.openComments.set(id ?? '', [])
  },
  'w:commentReference': (story, { 'w:id': id }) => {
    placeComment(story, id ?? '')
    story.openComments.delete(id ?? '')
  },
  'w:footnote': openNote,
  'w:endnote': openNote,
  'w:comment': openNote,
  'a:blip': countPicture,
  'v:imagedata': countPicture,
  'c:chart': countPicture,
  // A watermark ("DRAFT") is a drawn word.
  'v:textpath': (story, { string: words }) => {
    if (words) currentParagraph(story).after.push(flowParagraph('other', words))
  },
  'w:altChunk': (story, attributes) => void story.context.shownDocuments.push(attributes['r:id'] ?? ''),
  'w:subDoc': (story) => void (story.context.counts.subdocuments += 1),
  'w:headerReference': (story, attributes) => openMargin(story, 'header', attributes),
  'w:footerReference': (story, attributes) => openMargin(story, 'footer', attributes),
  'w:titlePg': (story, { 'w:val': value }) => {
    if (isOn(value)) story.hasFirstPage = true
  },
}

/** What is done when an element ends. */
export const CLOSE: Readonly<Record<string, Close>> = {
  ...CLOSE_MATH,
  ...CLOSE_WORD_XML,
  'w:p': closeParagraph,
  'w:r': (story) => void story.runs.pop(),
  'w:rt': (story) => takeText(story, ') '),
  'w:moveTo': (story) => void story.changes.pop(),
  'w:moveFrom': (story) => void story.changes.pop(),
  'w:tbl': closeTable,
  'w:tr': closeRow,
  'w:tc': closeCell,
  'w:txbxContent': closeTextBox,
  'a:txBody': closeTextBox,
  'a:p': closeParagraph,
  'c:v': (story) => takeText(story, ' '),
  'mc:AlternateContent': (story) => void story.alternatives.pop(),
  'w:footnote': closeNote,
  'w:endnote': closeNote,
  'w:comment': closeNote,
}

function hide(story: Story, { 'w:val': value }: XmlAttributes, parent: string | undefined): void {
  if (parent !== 'w:rPr') return
  const run = story.runs.at(-1)
  if (isInParagraphProperties(story)) currentParagraph(story).isMarkHidden = isOn(value)
  else if (run) run.isHidden = isOn(value)
}

function strike(story: Story, { 'w:val': value }: XmlAttributes): void {
  const run = runHere(story)
  if (run && isOn(value)) run.isStruck = true
}

function runHere(story: Story): Run | undefined {
  return isInParagraphProperties(story) ? undefined : story.runs.at(-1)
}

/** Properties of the paragraph mark, not of a run. */
function isInParagraphProperties({ path }: Story): boolean {
  return path.lastIndexOf('w:pPr') > path.lastIndexOf('w:r')
}

function authorship(attributes: XmlAttributes): Authorship {
  return { by: attributes['w:author'], date: attributes['w:date'] }
}

function openChange(story: Story, kind: ChangeKind, attributes: XmlAttributes): void {
  story.changes.push({ kind, who: authorship(attributes) })
}

function isParagraphMark(story: Story, parent: string | undefined): boolean {
  return parent === 'w:rPr' && isInParagraphProperties(story)
}

/** An end that somebody inserted and somebody else deleted is deleted; it never was where changes are rejected. */
function noteMark(story: Story, kind: 'Inserted' | 'Deleted', attributes: XmlAttributes): void {
  const paragraph = currentParagraph(story)
  const stronger = story.context.changes === 'rejected' ? 'Inserted' : 'Deleted'
  if (paragraph.markChange?.kind !== stronger) paragraph.markChange = { kind, who: authorship(attributes) }
}

/** In properties the element tells of a row or of the end of a paragraph; elsewhere text stands in it. */
function openInsertion(story: Story, attributes: XmlAttributes, parent: string | undefined): void {
  const row = currentRow(story)
  if (parent === 'w:trPr' && row) row.isInserted = true
  else if (isParagraphMark(story, parent)) noteMark(story, 'Inserted', attributes)
  if (isProperty(parent)) return
  story.context.counts.insertions += 1
  openChange(story, 'Inserted', attributes)
}

function openDeletion(story: Story, attributes: XmlAttributes, parent: string | undefined): void {
  const row = currentRow(story)
  if (parent === 'w:trPr' && row) row.deletedBy = authorship(attributes)
  else if (isParagraphMark(story, parent)) noteMark(story, 'Deleted', attributes)
  if (isProperty(parent)) return
  story.context.counts.deletions += 1
  openChange(story, 'Deleted', attributes)
}

export function isProperty(parent: string | undefined): boolean {
  return parent !== undefined && /^(w:(rPr|trPr|tcPr|numPr|pPr)|m:ctrlPr)$/.test(parent)
}

function openFieldPart(story: Story, { 'w:fldCharType': part }: XmlAttributes): void {
  if (part === 'begin') openField(story)
  else if (part === 'separate') openFieldResult(story)
  else if (part === 'end') endField(story)
}

function setField(story: Story, values: { readonly box?: boolean; readonly chosen?: number }): void {
  const field = story.fields.at(-1)
  if (field) Object.assign(field, values)
}

function openNoteReference(story: Story, kind: 'footnote' | 'endnote', attributes: XmlAttributes): void {
  const id = attributes['w:id'] ?? ''
  const mark = attributes['w:customMarkFollows']
  if (isGoneHere(story)) return takeText(story, ` [${kind}: ${noteText(story, kind, id)}]`)
  if (mark !== undefined && isOn(mark)) story.customMark = { kind, id }
  else placeNote(story, kind, id)
}

function openNote(story: Story, attributes: XmlAttributes): void {
  openFrame(story)
  story.noteHead = { id: attributes['w:id'] ?? '', who: authorship(attributes), paragraphIds: [] }
}

function closeNote(story: Story): void {
  if (story.path.at(-1) === 'w:r') return closeInlineNote(story)
  const blocks = closeFrame(story)
  const head = story.noteHead
  if (head) story.notes.set(head.id, { who: head.who, blocks, paragraphIds: head.paragraphIds })
  story.noteHead = undefined
}

/** A text box stands beside the paragraph it is anchored in: it follows that paragraph. */
function closeTextBox(story: Story): void {
  const blocks = closeFrame(story)
  currentParagraph(story).after.push(...blocks)
}

function countPicture(story: Story): void {
  story.context.counts.pictures += 1
  story.met += 1
}

function openMargin(story: Story, edge: 'header' | 'footer', attributes: XmlAttributes): void {
  const id = attributes['r:id']
  if (id !== undefined) story.margins.push({ edge, variant: attributes['w:type'] ?? 'default', id })
}
