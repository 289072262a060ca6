import { characterCount } from '../../text-signs.ts'
import { objectFolder } from '../../xml/open-document-parts.ts'
import { flowParagraph, flowText } from '../flow.ts'
import { type ChangeKind, commentNote, footnote } from '../note-words.ts'
import {
  behindHere,
  closeOdtFrame,
  closeOdtParagraph,
  newOdtFrame,
  type OdtElement,
  odtFrame,
  type OdtStory,
  openOdtParagraph,
  placeChange,
  takeOdtText,
} from './odt-story.ts'
import { closeOdtCell, closeOdtRow, closeOdtTable, openOdtCell, openOdtTable } from './odt-table.ts'

export type OdtHandle = (story: OdtStory, element: OdtElement) => void

const MOST_SPACES = 100
const LONGEST_MARK = 20
/** All of them take every word: a file that opens more at once is not an ordinary one. */
const MOST_OPEN_RANGES = 200

/** Elements whose text is not the document's. */
export const ODT_SKIPPED: ReadonlySet<string> = new Set(
  'office:binary-data office:scripts office:settings office:meta office:forms office:font-face-decls office:styles office:automatic-styles svg:title svg:desc math:annotation text:sequence-decls text:variable-decls text:user-field-decls text:table-of-content-source text:illustration-index-source text:table-index-source text:object-index-source text:user-index-source text:alphabetical-index-source text:bibliography-source'.split(
    ' ',
  ),
)

export const ODT_SHAPES =
  'draw:text-box draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:polyline draw:polygon draw:path draw:connector draw:caption draw:measure draw:regular-polygon'.split(
    ' ',
  )

/** What is done when an element begins. */
export const ODT_OPEN: Readonly<Record<string, OdtHandle>> = {
  ...Object.fromEntries(ODT_SHAPES.map((name) => [name, openFrame])),
  'text:p': openOdtParagraph,
  'text:h': openOdtParagraph,
  'text:span': (story, element) => {
    const style = story.context.styles.style('text', element.attributes['text:style-name'])
    if (style.isHidden) hideOdtElement(story, element)
    if (style.isRaised) story.raised += 1
    if (style.isStruck) story.struck += 1
  },
  'text:s': (story, { attributes }) =>
    takeOdtText(story, ' '.repeat(Math.min(MOST_SPACES, Number(attributes['text:c']) || 1))),
  'text:tab': (story) => takeOdtText(story, '\t'),
  'text:line-break': (story) => takeOdtText(story, '\n'),
  'text:ruby-text': (story) => takeOdtText(story, ' ('),
  'text:list': (story, { attributes }) => story.lists.open(attributes),
  'text:list-item': (story, { attributes }) => story.lists.openItem(attributes, false),
  'text:list-header': (story, { attributes }) => story.lists.openItem(attributes, true),
  'text:section': (story, element) => {
    if (element.attributes['text:display'] === 'none' || element.attributes['text:is-hidden'] === 'true')
      hideOdtElement(story, element)
  },
  'text:hidden-text': (story, element) => {
    if (element.attributes['text:is-hidden'] === 'false') return
    story.context.counts.hiddenCharacters += characterCount(element.attributes['text:string-value'] ?? '')
    hideOdtElement(story, element)
  },
  'text:hidden-paragraph': (story, { attributes }) => {
    const paragraph = odtFrame(story).paragraphs.at(-1)
    if (paragraph && attributes['text:is-hidden'] === 'true') paragraph.isHidden = true
  },
  'table:table': openOdtTable,
  'table:table-header-rows': (story) => {
    const table = story.tables.at(-1)
    if (table) table.headDepth += 1
  },
  'table:table-row': (story) => {
    const table = story.tables.at(-1)
    if (table) table.cells = []
  },
  'table:table-cell': openOdtCell,
  'table:covered-table-cell': openOdtCell,
  'text:note': beginNote,
  'text:note-citation': capture,
  'text:note-body': openFrame,
  'office:annotation': (story) => {
    beginNote(story)
    openFrame(story)
  },
  'office:annotation-end': (story, { attributes }) => endComment(story, attributes['office:name'] ?? ''),
  'dc:creator': capture,
  'dc:date': capture,
  'text:changed-region': (story, { attributes }) => {
    beginNote(story)
    story.change = { id: attributes['text:id'] ?? attributes['xml:id'] ?? '', kind: 'format' }
  },
  'text:insertion': (story) => setChangeKind(story, 'Inserted'),
  'text:deletion': (story) => {
    setChangeKind(story, 'Deleted')
    openFrame(story)
  },
  'text:change': (story, { attributes }) => {
    story.context.counts.deletions += 1
    placeChange(story, attributes['text:change-id'] ?? '')
  },
  'text:change-start': (story, { attributes }) => {
    if (story.insertions.size < MOST_OPEN_RANGES) story.insertions.set(attributes['text:change-id'] ?? '', [])
  },
  'text:change-end': (story, { attributes }) => endInsertion(story, attributes['text:change-id'] ?? ''),
  'draw:image': (story, { attributes }) => {
    if (!/ObjectReplacements\//.test(attributes['xlink:href'] ?? '')) story.context.counts.pictures += 1
  },
  'draw:object': openObject,
  'draw:object-ole': (story) => void (story.context.counts.objects += 1),
  'style:header': openFrame,
  'style:header-left': openFrame,
  'style:header-first': openFrame,
  'style:footer': openFrame,
  'style:footer-left': openFrame,
  'style:footer-first': openFrame,
}

/** What is done when an element ends. */
export const ODT_CLOSE: Readonly<Record<string, OdtHandle>> = {
  ...Object.fromEntries(ODT_SHAPES.map((name) => [name, closeShape])),
  'text:p': closeOdtParagraph,
  'text:h': closeOdtParagraph,
  'text:span': (story, { attributes }) => {
    const style = story.context.styles.style('text', attributes['text:style-name'])
    if (style.isRaised) story.raised -= 1
    if (style.isStruck) story.struck -= 1
  },
  'text:ruby-text': (story) => takeOdtText(story, ')'),
  'text:list': (story) => story.lists.close(),
  'table:table': closeOdtTable,
  'table:table-header-rows': (story) => {
    const table = story.tables.at(-1)
    if (table) table.headDepth -= 1
  },
  'table:table-row': closeOdtRow,
  'table:table-cell': closeOdtCell,
  'table:covered-table-cell': closeOdtCell,
  'text:note-citation': (story, { attributes }) => {
    story.mark = (attributes['text:label'] ?? captured(story)).slice(0, LONGEST_MARK).trim()
    story.capture = undefined
  },
  'text:note-body': closeNote,
  'office:annotation': closeComment,
  'dc:creator': (story) => {
    story.by = captured(story)
    story.capture = undefined
  },
  'dc:date': (story) => {
    story.date = captured(story)
    story.capture = undefined
  },
  'text:deletion': (story) => setChange(story, flowText(closeOdtFrame(story))),
  'text:insertion': (story) => setChange(story, ''),
  'text:changed-region': (story) => void (story.change = undefined),
  'style:header': closeMargin,
  'style:header-left': closeMargin,
  'style:header-first': closeMargin,
  'style:footer': closeMargin,
  'style:footer-left': closeMargin,
  'style:footer-first': closeMargin,
}

export function hideOdtElement(story: OdtStory, element: OdtElement): void {
  element.hides = true
  story.hidden += 1
}

function openFrame(story: OdtStory): void {
  story.frames.push(newOdtFrame())
}

function capture(story: OdtStory): void {
  story.capture = []
}

function captured(story: OdtStory): string {
  return story.capture?.join('') ?? ''
}

function closeShape(story: OdtStory): void {
  const blocks = closeOdtFrame(story)
  behindHere(story).push(...blocks)
}

function beginNote(story: OdtStory): void {
  story.by = undefined
  story.date = undefined
  story.mark = ''
}

/** The note's mark stands where the note is; an endnote with a number must not be taken for a footnote. */
function closeNote(story: OdtStory): void {
  const blocks = closeOdtFrame(story)
  const isEndnote = story.path.at(-1)?.attributes['text:note-class'] === 'endnote'
  const mark = `${isEndnote && /^\d/.test(story.mark) ? 'e' : ''}${story.mark}`
  const own = flowText(blocks.filter(({ kind }) => kind !== 'note'))
  const target = isEndnote ? story.endnotes : behindHere(story)
  odtFrame(story).paragraphs.at(-1)?.pieces.push(`[${mark}]`)
  target.push(footnote(mark, own), ...blocks.filter(({ kind }) => kind === 'note'))
}

function closeComment(story: OdtStory, { attributes }: OdtElement): void {
  const text = flowText(closeOdtFrame(story))
  const who = { by: story.by, date: story.date }
  const label = attributes['loext:resolved'] === 'true' ? 'Comment (resolved)' : 'Comment'
  const finish = (words: string) => commentNote(who, words, text, label).text
  const note = { ...flowParagraph('note', finish('')) }
  behindHere(story).push(note)
  const name = attributes['office:name']
  if (name !== undefined && story.openComments.size < MOST_OPEN_RANGES)
    story.openComments.set(name, { note, finish, words: [] })
}

function endComment(story: OdtStory, name: string): void {
  const comment = story.openComments.get(name)
  if (!comment) return
  story.openComments.delete(name)
  comment.note.text = comment.finish(comment.words.join(''))
}

function setChangeKind(story: OdtStory, kind: ChangeKind): void {
  if (story.change) story.change.kind = kind
}

function setChange(story: OdtStory, text: string): void {
  const { change, by, date } = story
  if (change && change.kind !== 'format') story.changes.set(change.id, { kind: change.kind, who: { by, date }, text })
}

function endInsertion(story: OdtStory, id: string): void {
  const words = story.insertions.get(id)
  story.insertions.delete(id)
  if (story.changes.has(id)) story.context.counts.insertions += 1
  else story.context.counts.formatChanges += 1
  if (words) placeChange(story, id, words.join(''))
}

/** A formula runs along in the line; other objects stand behind the paragraph. */
function openObject(story: OdtStory, { attributes }: OdtElement): void {
  const folder = objectFolder(attributes['xlink:href'])
  const blocks = story.context.objects.get(folder)
  story.context.objects.delete(folder)
  const paragraph = odtFrame(story).paragraphs.at(-1)
  if (!blocks || blocks.length === 0) story.context.counts.objects += folder === '' ? 0 : 1
  else if (paragraph && blocks.length === 1 && blocks[0]!.kind === 'other') paragraph.pieces.push(flowText(blocks))
  else behindHere(story).push(...blocks)
}

function closeMargin(story: OdtStory, { name, attributes }: OdtElement): void {
  const blocks = closeOdtFrame(story)
  if (attributes['style:display'] === 'false') return
  const edge = name.startsWith('style:header') ? 'header' : 'footer'
  const variant = name.endsWith('-left') ? '(left pages) ' : name.endsWith('-first') ? '(first page) ' : ''
  const text = flowText(blocks.filter(({ kind }) => kind !== 'note'))
  const written = story.margins[edge]
  if (text !== '' && !written.some((block) => block.kind === edge && block.text.endsWith(text)))
    written.push(flowParagraph(edge, `${variant}${text}`))
  written.push(...blocks.filter(({ kind }) => kind === 'note'))
}
