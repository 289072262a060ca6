import { joinBlocks } from '../join-blocks.ts'
import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { wholeDocument } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { decodeText } from '../text/decode-text.ts'
import { encodingWarnings } from '../text/read-text.ts'
import { type MarkupText, markupText } from './markup-text.ts'

const HEAD_BYTES = 4096

/**
 * A saved web page. Navigation stays (a document may be nothing else), what the page itself hides goes with a warning;
 * styles in other files or by class are not followed. Throws `ReadFailedError` past the limits.
 */
export const readHtml = readsWhole(({ bytes, limits }) => {
  const { text, blocks, warnings } = htmlText(bytes, limits)
  return { page: wholeDocument(text, blocks, 'the page has no visible text'), warnings }
})

/**
 * The text of HTML bytes; `charset` is what their container says of the encoding. The title becomes the first heading where the
 * page shows none. Throws `ReadFailedError` past the limits.
 */
export function htmlText(bytes: Buffer, limits: ReadLimits, charset?: string): MarkupText {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.htmlMb)
    throw gateFailure('The web page is too large', { value: sizeMb, limit: limits.htmlMb, unit: 'MB' })
  const { text: html, encoding, certain } = decodeText(bytes, charset ?? declaredEncoding(bytes))
  const markup = markupText(html, limits)
  return { ...withTitle(markup), warnings: [...encodingWarnings(markup.text, encoding, certain), ...markup.warnings] }
}

function withTitle(markup: MarkupText): MarkupText {
  const { title, text, blocks } = markup
  const isShown = blocks.some(({ kind }) => kind === 'heading')
  if (title === '' || text === '' || isShown) return markup
  const body = blocks.map(({ kind, level, start, end }) => ({ kind, level, text: text.slice(start, end) }))
  return { ...markup, ...joinBlocks([{ kind: 'heading', level: 1, text: title }, ...body]) }
}

/** The encoding named by a meta tag or an XML declaration in the first 4 KiB. */
function declaredEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, HEAD_BYTES).toString('latin1')
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  )
}
