import { damagedFailure } from '../read-failure.ts'
import type { ReadFormat } from '../read-source.ts'
import { docxAttachments } from './docx-attachments.ts'
import { readDocxContext } from './docx-context.ts'
import { type DocxMargins, readDocxMargins } from './docx-margins.ts'
import { commentBlocks } from './docx-note-marks.ts'
import { type DocxParts, findDocxParts } from './docx-parts.ts'
import { readDocxSettings } from './docx-settings.ts'
import type { DocxContext } from './docx-story.ts'
import { docxWarnings } from './docx-warnings.ts'
import { type FlowBlock, flowParagraph, flowText } from './flow.ts'
import { packageWarnings } from './package-warnings.ts'
import { readDocxPart } from './read-docx-part.ts'
import { flowPage } from './write-flow.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

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
  const found = [...docxWarnings(context.counts), ...marginWarnings(margins), ...problems]
  return { pages: 1, warnings: [...found, ...packageWarnings(zip.names)] }
}

async function readMain(reading: Promise<string>): Promise<string> {
  const xml = await reading
  if (!/<(\w+:)?body[\s>]/.test(xml)) throw damagedFailure('its text cannot be understood as a Word document')
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

const DRAWN: Readonly<Record<string, string>> = { chart: 'Chart', diagramData: 'Diagram' }

/** Comments on nothing (their place was deleted) stand at the end. */
function unplacedComments({ comments, placedComments }: DocxContext): readonly FlowBlock[] {
  return [...comments].filter(([id]) => !placedComments.has(id)).flatMap(([, comment]) => commentBlocks(comment, ''))
}

function marginWarnings({ unusedCharacters }: DocxMargins): readonly ReadWarning[] {
  if (unusedCharacters === 0) return []
  return [
    warning('hidden-text', `Headers and footers that no page shows (${unusedCharacters} characters) were left out.`),
  ]
}
