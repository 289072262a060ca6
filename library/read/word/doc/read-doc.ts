import { message } from '../../../../wording/message.ts'
import type { Notice } from '../../../../contract/document.ts'
import { damagedFailure, ReadFailedError } from '../../read-failure.ts'
import { readsWhole } from '../../read-source.ts'
import { openDocFile } from './doc-file.ts'
import { readDocLists, readDocStyles } from './doc-styles.ts'
import { readRuns } from './doc-properties.ts'
import { type DocReferences, type DocSpan, readDocReferences } from './doc-references.ts'
import { type DocContext, type DocCounts, readDocSpan } from './doc-story.ts'
import { type FlowBlock, flowPage, flowParagraph, flowText, flowWarnings } from '../flow.ts'
import { createListCounters } from '../list-counters.ts'
import { readWordXml } from '../docx/read-docx.ts'
import { warning } from '../../read-warning.ts'

/**
 * A Word document of the old format (Word 97 to 2003, MS-DOC, or the XML of Word 2003) as text and blocks. Numbers that Word only shows are computed;
 * notes, comments and tracked changes stand behind the paragraph they belong to. Throws `ReadFailedError`.
 */
export const readDoc = readsWhole((source) => {
  if (source.bytes[0] !== OLE_START) return readWordXml(source)
  try {
    const context = openContext(source.bytes)
    const { headers, footers } = readMargins(context)
    const { body, boxes } = { body: readDocSpan(context, context.file.stories.body), boxes: looseBoxes(context) }
    return { page: flowPage([...headers, ...body, ...boxes, ...footers]), warnings: countWarnings(context.counts) }
  } catch (error) {
    if (error instanceof ReadFailedError || !(error instanceof RangeError)) throw error
    throw damagedFailure(message('unread.damage.formats'), error)
  }
})

const OLE_START = 0xd0

/** Body, notes and margins are read once each; a repeated header makes a little more. */
const READS_OF_TEXT = 4

function openContext(bytes: Buffer): DocContext {
  const file = openDocFile(bytes)
  const references = readDocReferences(file)
  return {
    file,
    references,
    boxes: Map.groupBy(references.textBoxes, ({ anchor }) => anchor),
    budget: { characters: READS_OF_TEXT * file.text.length + 1 },
    characterRuns: readRuns(file, 'character'),
    paragraphRuns: readRuns(file, 'paragraph'),
    style: readDocStyles(file),
    lists: readDocLists(file),
    counters: createListCounters(),
    counts: { hiddenCharacters: 0, struckCharacters: 0, insertions: 0, deletions: 0, pictures: 0 },
  }
}

/** Six stories a section, behind six that are lines above notes. */
const NOTE_LINES = 6
const EVEN = '(even pages) '
const DOCUMENT_PROPERTIES = 31
const MARGINS: readonly (readonly [edge: 'header' | 'footer', variant: string])[] = [
  ['header', EVEN],
  ['header', ''],
  ['footer', EVEN],
  ['footer', ''],
  ['header', '(first page) '],
  ['footer', '(first page) '],
]

/** Headers and footers, each distinct text once. */
function readMargins(context: DocContext): Readonly<Record<'headers' | 'footers', readonly FlowBlock[]>> {
  const blocks: Readonly<Record<'header' | 'footer', FlowBlock[]>> = { header: [], footer: [] }
  const written = new Set<string>()
  const boxes = context.references.headerTextBoxes.map((span) => ['header', '', span] as const)
  const hasEvenPages = ((context.file.structure(DOCUMENT_PROPERTIES)[0] ?? 0) & 1) !== 0
  const stories = context.references.headers
    .slice(NOTE_LINES)
    .map((span, index) => [...MARGINS[index % MARGINS.length]!, span] as const)
    .filter(([, variant]) => hasEvenPages || variant !== EVEN)
  for (const [edge, variant, span] of [...stories, ...boxes]) {
    const text = flowText(readDocSpan(context, span))
    if (text === '' || written.has(`${edge} ${text}`)) continue
    written.add(`${edge} ${text}`)
    blocks[edge].push(flowParagraph(edge, `${variant}${text}`))
  }
  return { headers: blocks.header, footers: blocks.footer }
}

/** Text boxes whose place is not known. */
function looseBoxes(context: DocContext): readonly FlowBlock[] {
  const { textBoxes } = context.references
  const isLoose = ({ anchor }: DocReferences['textBoxes'][number]) => context.file.text[anchor] !== '\b'
  return textBoxes.filter(isLoose).flatMap((span: DocSpan) => readDocSpan(context, span))
}

function countWarnings(counts: DocCounts): Notice[] {
  const { pictures } = counts
  return [
    ...flowWarnings(counts),
    ...(pictures > 0 ? [warning('pictures', message('reading.notices.picturesOrObjects', { count: pictures }))] : []),
  ]
}
