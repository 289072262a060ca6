import type { ZipParts } from '../../archive/open-zip.ts'
import type { ReadLimits } from '../../read-limits.ts'
import type { ReadBlock } from '../../read-page.ts'
import { type FlowParagraph, joinedFlow, type TextSource } from '../flow.ts'
import type { DocxParts } from './docx-parts.ts'
import type { ChangesAs } from './docx-story.ts'
import { readDocxFlow } from './read-docx.ts'

/** The text of a Word file as `readDocx` gives it, with the place of each of its characters in the XML. */
export type DocxTrace = {
  readonly parts: DocxParts
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  /** By UTF-16 unit of the text; undefined where the reader wrote it itself, and for most white space. */
  readonly sources: readonly (TextSource | undefined)[]
}

/** Reads a Word file once more to write into it. Throws `ReadFailedError`. */
export async function traceDocx(zip: ZipParts, limits: ReadLimits, changes: ChangesAs = 'told'): Promise<DocxTrace> {
  const { blocks: flow, parts } = await readDocxFlow(zip, limits, { isTraced: true, changes })
  const written: FlowParagraph[] = []
  const { text, blocks } = joinedFlow(flow, (paragraph) => written.push(paragraph))
  return { parts, text, blocks, sources: followSources(text, written) }
}

/** Whether a UTF-16 unit is more than white space: what no step between file and text adds or takes away. */
export function isInk(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit > 0x20 && (unit < 0x80 || !/\s/.test(text[at]!))
}

/** On the way from paragraphs to the text only white space changes, so the other characters are counted off. */
function followSources(text: string, written: readonly FlowParagraph[]): (TextSource | undefined)[] {
  const sources: (TextSource | undefined)[] = Array.from({ length: text.length })
  let at = 0
  const skip = (count: number) => {
    for (let left = count; left > 0; at += 1) if (isInk(text, at)) left -= 1
  }
  for (const { text: whole, pieces = [] } of written) {
    skip(inkOf(whole) - pieces.reduce((sum, piece) => sum + inkOf(piece.text), 0))
    for (const piece of pieces) {
      for (let index = 0; index < piece.text.length; index += 1) {
        const source = piece.source && sourceOfUnit(piece.source, piece.text, index)
        if (isInk(piece.text, index)) {
          while (!isInk(text, at)) at += 1
          sources[at] = source
          at += 1
        } else if (at < text.length && !isInk(text, at) && source) sources[at] ??= source
      }
    }
  }
  return sources
}

function inkOf(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) if (isInk(text, at)) count += 1
  return count
}

/** Text that stands in the file as it is has a place for each character, of one unit or of two; other text has one as a whole. */
function sourceOfUnit({ part, start, end }: TextSource, text: string, index: number): TextSource {
  if (end - start !== text.length) return { part, start, end }
  const first = isPair(text, index - 1) ? index - 1 : index
  return { part, start: start + first, end: start + first + (isPair(text, first) ? 2 : 1) }
}

function isPair(text: string, at: number): boolean {
  return at >= 0 && text.codePointAt(at)! > 0xffff
}
