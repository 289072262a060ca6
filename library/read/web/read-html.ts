import { decodeText } from '../text/decode-text.ts'
import { markupText } from './markup-text.ts'
import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB } from '../read-limits.ts'
import { wholeDocument } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { encodingWarnings } from '../text/read-text.ts'

const HEAD_BYTES = 4096

/**
 * A saved web page. Navigation stays (a document may be nothing else), what the page itself hides goes with a warning;
 * styles in other files or by class are not followed. Throws `ReadFailedError` past the limits.
 */
export const readHtml = readsWhole(({ bytes, limits }) => {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.htmlMb)
    throw gateFailure('The web page is too large', { value: sizeMb, limit: limits.htmlMb, unit: 'MB' })
  const { text: html, encoding, certain } = decodeText(bytes, declaredEncoding(bytes))
  const { text, blocks, hiddenCharacters } = markupText(html, limits.htmlDepth)
  const warnings = [...encodingWarnings(text, encoding, certain)]
  if (hiddenCharacters > 0) warnings.push(`${hiddenCharacters} characters are hidden in the page and were left out.`)
  return { page: wholeDocument(text, blocks, 'the page has no visible text'), warnings }
})

/** The encoding named by a meta tag or an XML declaration in the first 4 KiB. */
export function declaredEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, HEAD_BYTES).toString('latin1')
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  )
}
