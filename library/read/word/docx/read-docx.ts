import { message } from '../../../../wording/message.ts'
import type { Notice } from '../../../../contract/document.ts'
import { damagedFailure } from '../../read-failure.ts'
import type { ZipParts } from '../../archive/open-zip.ts'
import type { ReadLimits } from '../../read-limits.ts'
import type { ReadFormat, ReadSource, WholeRead } from '../../read-source.ts'
import { warning } from '../../read-warning.ts'
import { characterCount } from '../../text-signs.ts'
import { checkFlatSize } from '../../xml/open-document-parts.ts'
import { packageWarnings } from '../../xml/package-parts.ts'
import { decodeXml, walkPrefixedXml } from '../../xml/walk-xml.ts'
import { docxAttachments, type DocxParts, findDocxParts } from './docx-parts.ts'
import type { ChangesAs, DocxContext, DocxCounts, DocxNote, NoteMarks, Story } from './docx-story.ts'
import { type DocxStyles, isOn, readDocxStyles } from './docx-styles.ts'
import { commentBlocks } from './docx-text.ts'
import { type FlowBlock, flowPage, flowParagraph, flowText } from '../flow.ts'
import { docxWarnings, readDocxPart } from './read-docx-part.ts'
import { withInlineMargins } from './word-xml-elements.ts'
import { readDocxNumbering } from './docx-numbering.ts'
import { createListCounters } from '../list-counters.ts'

const VARIANTS: Readonly<Record<string, string>> = { first: '(first page) ', even: '(even pages) ' }

const DRAWN: Readonly<Record<string, string>> = { chart: 'Chart', diagramData: 'Diagram' }

/**
 * A Word document as text and blocks, in one streaming pass over each part. Numbers that Word only shows are computed and
 * written; notes, comments and tracked changes stand as notes behind the paragraph they belong to; files inside become
 * documents of their own. Throws `ReadFailedError`.
 */
export const readDocx: ReadFormat = async function* readWord({ zip, limits, signal }) {
  if (!zip) throw new TypeError('expected the parts of the container')
  const { blocks, parts, context, margins } = await readDocxFlow(zip, limits)
  signal.throwIfAborted()
  yield flowPage(blocks)
  const problems = yield* docxAttachments(zip, parts, context.shownDocuments)
  const found = [...docxWarnings(context.counts), ...marginWarnings(margins), ...problems]
  return { pages: 1, warnings: [...found, ...packageWarnings(zip.names)] }
}

/** All that a Word file says, in reading order, with what was met on the way. `asked` is for those who write into it. */
export async function readDocxFlow(
  zip: ZipParts,
  limits: ReadLimits,
  asked: Pick<DocxSettings, 'isTraced' | 'changes'> = {},
) {
  const parts = await findDocxParts(zip, limits)
  const settings = { ...readDocxSettings(await parts.xmlOf('settings'), limits), ...asked }
  const context = await readDocxContext(parts, settings, limits)
  const { story, blocks } = readDocxPart(await readMain(parts.xml(parts.main)), context, parts.main)
  const margins = await readDocxMargins(parts, story, settings, context)
  const drawn = await readDrawnText(parts, context)
  const all = [...margins.headers, ...blocks, ...unplacedComments(context), ...drawn, ...margins.footers]
  return { blocks: all, parts, context, margins }
}

async function readMain(reading: Promise<string>): Promise<string> {
  const xml = await reading
  if (!/<(\w+:)?body[\s>]/.test(xml)) throw damagedFailure(message('unread.damage.notUnderstood'))
  return xml
}

/** The words and values of charts and diagrams, which have parts of their own. */
async function readDrawnText(parts: DocxParts, context: DocxContext): Promise<readonly FlowBlock[]> {
  const drawn: FlowBlock[] = []
  for (const { type, target } of parts.relations) {
    const name = DRAWN[type]
    if (name === undefined) continue
    const text = flowText(readDocxPart(await parts.xml(target), context).blocks)
    if (text !== '') drawn.push(flowParagraph('other', `${name}: ${text}`))
  }
  return drawn
}

/** Comments on nothing (their place was deleted) stand at the end. */
function unplacedComments({ comments, placedComments }: DocxContext): readonly FlowBlock[] {
  return [...comments].filter(([id]) => !placedComments.has(id)).flatMap(([, comment]) => commentBlocks(comment, ''))
}

function marginWarnings({ unusedCharacters }: DocxMargins): readonly Notice[] {
  if (unusedCharacters === 0) return []
  return [warning('hidden-text', message('reading.word.unusedMargins', { count: unusedCharacters }))]
}

type DocxMargins = {
  readonly headers: readonly FlowBlock[]
  readonly footers: readonly FlowBlock[]
  /** Characters of headers and footers that no page shows. */
  readonly unusedCharacters: number
}

/** Headers and footers, each distinct text once, in the order of their sections. */
async function readDocxMargins(
  parts: DocxParts,
  { margins, hasFirstPage }: Story,
  settings: DocxSettings,
  context: DocxContext,
): Promise<DocxMargins> {
  const blocks: Readonly<Record<'header' | 'footer', FlowBlock[]>> = { header: [], footer: [] }
  const read = new Set<string>()
  const written = new Set<string>()
  let unusedCharacters = 0
  for (const { edge, variant, id } of margins) {
    const target = parts.relations.find((relation) => relation.id === id)?.target
    if (target === undefined || read.has(`${variant} ${target}`)) continue
    read.add(`${variant} ${target}`)
    const all = readDocxPart(await parts.xml(target), context).blocks
    const text = flowText(all.filter(({ kind }) => kind !== 'note'))
    const isShown = variant === 'first' ? hasFirstPage : variant === 'even' ? settings.hasEvenPages : true
    if (!isShown) unusedCharacters += characterCount(text)
    else if (text !== '' && !written.has(`${edge} ${text}`)) {
      written.add(`${edge} ${text}`)
      blocks[edge].push(flowParagraph(edge, `${VARIANTS[variant] ?? ''}${text}`))
    }
    if (isShown) blocks[edge].push(...all.filter(({ kind }) => kind === 'note'))
  }
  return { headers: blocks.header, footers: blocks.footer, unusedCharacters }
}

/** The one-file XML of Word 2003; its elements are those of the newer format. Throws `ReadFailedError`. */
export function readWordXml({ bytes, limits }: ReadSource): WholeRead {
  checkFlatSize(bytes, limits)
  const xml = decodeXml(bytes)
  if (!/<(\w+:)?body[\s>]/.test(xml)) throw damagedFailure(message('unread.damage.textNotFound'))
  const context = bareDocxContext(readDocxStyles(xml, limits), new Map(), readDocxSettings('', limits), limits)
  const { story, blocks } = readDocxPart(xml, context)
  return { page: flowPage(withInlineMargins(story, blocks)), warnings: docxWarnings(context.counts) }
}

/** Reads what the text refers to: styles, lists, notes, comments. */
async function readDocxContext(parts: DocxParts, settings: DocxSettings, limits: ReadLimits): Promise<DocxContext> {
  const styles = readDocxStyles(await parts.xmlOf('styles'), limits)
  const numbering = await parts.xmlOf('numbering')
  const lists = readDocxNumbering(numbering, (id) => styles.numberOf(id), limits)
  const bare = bareDocxContext(styles, lists, settings, limits)
  const comments = await readComments(parts, bare)
  const notes = async (type: string) =>
    readDocxPart(await parts.xmlOf(type), { ...bare, comments }, parts.nameOf(type)).story.notes
  return { ...bare, comments, footnotes: await notes('footnotes'), endnotes: await notes('endnotes') }
}

/** A context without notes. */
function bareDocxContext(
  styles: DocxStyles,
  lists: DocxContext['lists'],
  settings: DocxSettings,
  limits: ReadLimits,
): DocxContext {
  return {
    limits,
    isTraced: settings.isTraced ?? false,
    changes: settings.changes ?? 'told',
    styles,
    lists,
    counters: createListCounters(),
    counts: noCounts(),
    footnotes: new Map(),
    endnotes: new Map(),
    comments: new Map(),
    marks: settings.marks,
    placedComments: new Set(),
    placedNotes: new Set(),
    shownDocuments: [],
  }
}

async function readComments(parts: DocxParts, context: DocxContext): Promise<ReadonlyMap<string, DocxNote>> {
  const { notes } = readDocxPart(await parts.xmlOf('comments'), context).story
  const labels = readCommentLabels(await parts.xmlOf('commentsExtended'), context.limits)
  return new Map(
    [...notes].map(([id, note]) => [id, { ...note, label: labels.get(note.paragraphIds.at(-1) ?? '') ?? 'Comment' }]),
  )
}

function noCounts(): DocxCounts {
  return {
    hiddenCharacters: 0,
    struckCharacters: 0,
    fieldCharacters: 0,
    insertions: 0,
    deletions: 0,
    formatChanges: 0,
    pictures: 0,
    unknownSymbols: 0,
    subdocuments: 0,
    cutParts: 0,
  }
}

/** What each comment is called ("Reply", "Comment (resolved)"), by the id of its last paragraph. */
function readCommentLabels(xml: string, limits: ReadLimits): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  walkPrefixedXml(xml, limits, {
    open(name, attributes) {
      if (name !== 'w15:commentEx') return
      const word = attributes['w15:paraIdParent'] === undefined ? 'Comment' : 'Reply'
      const isDone = isOn(attributes['w15:done'] ?? '0')
      labels.set(attributes['w15:paraId'] ?? '', isDone ? `${word} (resolved)` : word)
    },
  })
  return labels
}

/** How a file is read: what its `settings.xml` says, and what is asked. */
type DocxSettings = {
  /** Text keeps where in the file it stands. */
  readonly isTraced?: boolean
  readonly changes?: ChangesAs
  readonly marks: { readonly footnote: NoteMarks; readonly endnote: NoteMarks }
  readonly hasEvenPages: boolean
}

/** How notes are numbered and whether even pages have headers of their own, from `settings.xml`. */
function readDocxSettings(xml: string, limits: ReadLimits): DocxSettings {
  const formats = { footnote: 'decimal', endnote: 'lowerRoman' }
  const starts = { footnote: 1, endnote: 1 }
  let hasEvenPages = false
  let kind: 'footnote' | 'endnote' | undefined
  walkPrefixedXml(xml, limits, {
    open(name, { 'w:val': value }) {
      if (name === 'w:footnotePr') kind = 'footnote'
      else if (name === 'w:endnotePr') kind = 'endnote'
      else if (name === 'w:evenAndOddHeaders') hasEvenPages = isOn(value)
      else if (kind && name === 'w:numFmt' && value) formats[kind] = value
      else if (kind && name === 'w:numStart') starts[kind] = Number(value) || 1
    },
    close(name) {
      if (name === 'w:footnotePr' || name === 'w:endnotePr') kind = undefined
    },
  })
  // Two notes must not have the same mark.
  const prefix = formats.footnote === formats.endnote ? 'e' : ''
  return {
    marks: {
      footnote: { format: formats.footnote, start: starts.footnote, prefix: '' },
      endnote: { format: formats.endnote, start: starts.endnote, prefix },
    },
    hasEvenPages,
  }
}
