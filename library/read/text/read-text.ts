import { decodeText } from './decode-text.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB } from '../read-limits.ts'
import { wholeDocument, withoutPageMarks } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

/**
 * Plain text and Markdown: the text is the decoded file itself, so offsets are offsets into the file. Markdown adds
 * blocks; plain text has none, its headings and paragraphs are found when it is split.
 */
export const readText = readsWhole(({ bytes, mediaType, limits }) => {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.textMb)
    throw gateFailure('The text is too large', { value: sizeMb, limit: limits.textMb, unit: 'MB' })
  const { text, encoding, certain } = decodeText(bytes)
  const clean = withoutPageMarks(text)
  const page = wholeDocument(clean, mediaType === 'text/markdown' ? markdownBlocks(clean) : [], 'the file has no text')
  return { page, warnings: encodingWarnings(clean, encoding, certain) }
})

/** What the user must know of how bytes became letters. */
export function encodingWarnings(text: string, encoding: string, certain: boolean): readonly ReadWarning[] {
  const warnings: ReadWarning[] = []
  if (!certain)
    warnings.push(
      warning(
        'encoding',
        `The text encoding is not stated in the file; it was read as ${encoding}. Check accents and quotation marks.`,
      ),
    )
  const unreadable = text.split('\uFFFD').length - 1
  if (unreadable > 0)
    warnings.push(warning('encoding', `${unreadable} characters could not be decoded and show as \uFFFD.`))
  return warnings
}
