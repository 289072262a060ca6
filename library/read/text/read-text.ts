import { decodeText } from './decode-text.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { type ReadPage, wholeDocument, withoutPageMarks } from '../read-page.ts'

export type ReadText = { readonly page: ReadPage; readonly warnings: readonly string[] }

/**
 * Plain text and Markdown: the text is the decoded file itself, so offsets are offsets into the file. Markdown adds
 * blocks; plain text has none, its headings and paragraphs are found when it is split.
 */
export function readText(bytes: Buffer, isMarkdown: boolean): ReadText {
  const { text, encoding, certain } = decodeText(bytes)
  const clean = withoutPageMarks(text)
  const page = wholeDocument(clean, isMarkdown ? markdownBlocks(clean) : [], 'the file has no text')
  return { page, warnings: encodingWarnings(clean, encoding, certain) }
}

/** What the user must know of how bytes became letters. */
export function encodingWarnings(text: string, encoding: string, certain: boolean): readonly string[] {
  const warnings: string[] = []
  if (!certain)
    warnings.push(
      `The text encoding is not stated in the file; it was read as ${encoding}. Check accents and quotation marks.`,
    )
  const unreadable = text.split('\uFFFD').length - 1
  if (unreadable > 0) warnings.push(`${unreadable} characters could not be decoded and show as \uFFFD.`)
  return warnings
}
