import { damagedFailure } from '../read-failure.ts'
import type { ReadFormat } from '../read-source.ts'
import { docxAttachments } from './docx-attachments.ts'
import { readDocxContext } from './docx-context.ts'
import { type DocxMargins, readDocxMargins } from './docx-margins.ts'
import { commentBlocks } from './docx-note-marks.ts'
import { type DocxParts, findDocxParts } from './docx-parts.ts'
import { readDocxSettings } from './docx-settings.ts'
import type { DocxContext, DocxCounts } from './docx-story.ts'
import { type FlowBlock, flowParagraph, flowText } from './flow.ts'
import { readDocxPart } from './read-docx-part.ts'
import { flowPage } from './write-flow.ts'

/**
 * A Word document as text and blocks, in one streaming pass over each part. Numbers that Word only shows are computed and
 * written; notes, comments and tracked changes stand as notes behind the paragraph they belong to; files inside become
 * documents of their own. Throws `ReadFailedError`.
 */
export const readDocx: ReadFormat = async function* readWord({ zip, limits, signal }) {
  if (!zip) throw new TypeError('expected the parts of the container')
  const parts = await findDocxParts(zip, limits)
  const settings = readDocxSettings(await parts.xmlOf('settings'), limits)
  const context = await readDocxContext(parts, settings, limits)
  const { story, blocks } = readDocxPart(await readMain(parts.xml(parts.main)), context)
  const margins = await readDocxMargins(parts, story, settings, context)
  const drawn = await readDrawnText(parts, context)
  signal.throwIfAborted()
  yield flowPage([...margins.headers, ...blocks, ...unplacedComments(context), ...drawn, ...margins.footers])
  const problems = yield* docxAttachments(zip, parts, context.shownDocuments)
  const macros = zip.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))
  const warnings = [...countWarnings(context.counts), ...marginWarnings(margins), ...problems]
  if (macros) warnings.push('The file holds macros: they were not run and are not part of the text.')
  return { pages: 1, warnings }
}

async function readMain(reading: Promise<string>): Promise<string> {
  const xml = await reading
  if (!/<(\w+:)?body[\s>]/.test(xml)) throw damagedFailure('its text cannot be understood as a Word document')
  return xml
}

/** The words and values of charts and diagrams, which have parts of their own. */
async function readDrawnText(parts: DocxParts, context: DocxContext): Promise<readonly FlowBlock[]> {
  const drawn: FlowBlock[] = []
  for (const { type, target, isOutside } of parts.relations) {
    const name = DRAWN[type]
    if (name === undefined || isOutside) continue
    const text = flowText(readDocxPart(await parts.xml(target), context).blocks)
    if (text !== '') drawn.push(flowParagraph('other', `${name}: ${text}`))
  }
  return drawn
}

const DRAWN: Readonly<Record<string, string>> = { chart: 'Chart', diagramData: 'Diagram' }

/** Comments on nothing (their place was deleted) stand at the end. */
function unplacedComments({ comments, placedComments }: DocxContext): readonly FlowBlock[] {
  return [...comments].filter(([id]) => !placedComments.has(id)).flatMap(([, comment]) => commentBlocks(comment, ''))
}

function countWarnings(counts: DocxCounts): string[] {
  const { insertions, deletions } = counts
  return [
    counts.cutParts > 0 && 'The file is damaged: a part of it ends in the middle; what stood behind it is missing.',
    counts.hiddenCharacters > 0 && `${counts.hiddenCharacters} characters are hidden text and were left out.`,
    insertions + deletions > 0 &&
      `Tracked changes were read as accepted (${insertions} insertions, ${deletions} deletions); each is reported behind its paragraph.`,
    counts.formatChanges > 0 && `${counts.formatChanges} tracked changes are of format only.`,
    counts.struckCharacters > 0 &&
      `${counts.struckCharacters} characters are struck through by hand; they are part of the text.`,
    counts.pictures > 0 && `${counts.pictures} pictures or charts: text inside pictures is not read.`,
    counts.unknownSymbols > 0 && `${counts.unknownSymbols} signs of a symbol font are not known.`,
    counts.subdocuments > 0 &&
      `${counts.subdocuments} parts of this master document lie in files of their own: add them as well.`,
    counts.fieldCharacters > 0 && `${counts.fieldCharacters} characters stand in fields that never end.`,
  ].filter((warning) => warning !== false)
}

function marginWarnings({ unusedCharacters }: DocxMargins): readonly string[] {
  if (unusedCharacters === 0) return []
  return [`Headers and footers that no page shows (${unusedCharacters} characters) were left out.`]
}
