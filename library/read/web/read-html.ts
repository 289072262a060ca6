import { joinBlocks, type JoinedBlocks, textBlocks } from '../text-blocks.ts'
import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { wholeDocument } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { decodeText } from '../decode-text.ts'
import { encodingWarnings } from '../read-text.ts'
import { type MarkupText, markupText, markupWarnings } from './markup-text.ts'
import type { Notice } from '../../../contract/document.ts'

const HEAD_BYTES = 4096

/** `encodingWarnings`: what the user must know of how bytes became letters. */
export type HtmlText = MarkupText & { readonly encodingWarnings: readonly Notice[] }

/**
 * A saved web page. Navigation stays (a document may be nothing else), what the page itself hides goes with a warning;
 * styles in other files or by class are not followed. Throws `ReadFailedError` past the limits.
 */
export const readHtml = readsWhole(({ bytes, limits }) => {
  const html = htmlText(bytes, limits)
  const { text, blocks } = withTitle(html)
  const warnings = [...html.encodingWarnings, ...markupWarnings(html.counts)]
  return { page: wholeDocument(text, blocks, 'noVisibleText'), warnings }
})

export type HtmlSource = {
  /** The encoding that the container names. */
  readonly charset?: string | undefined
  readonly isXhtml?: boolean
}

/** The text of HTML bytes. Throws `ReadFailedError` past the limits. */
export function htmlText(bytes: Buffer, limits: ReadLimits, { charset, isXhtml = false }: HtmlSource = {}): HtmlText {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.htmlMb) throw gateFailure('webPage', { value: sizeMb, limit: limits.htmlMb })
  const { text: html, encoding, certain } = decodeText(bytes, charset ?? declaredEncoding(bytes))
  const isXml = isXhtml || /^\s*<\?xml/.test(html)
  const markup = markupText(isXml ? withoutOwnEntities(html) : html, limits, { isXhtml: isXml })
  return { ...markup, encodingWarnings: encodingWarnings(markup.text, encoding, certain) }
}

/** XHTML may define entities before its text; they are not expanded, and their definitions are no text. */
function withoutOwnEntities(html: string): string {
  const start = html.search(/<!DOCTYPE[^>[]*\[/i)
  const end = start < 0 ? -1 : html.indexOf(']>', start)
  return end < 0 ? html : html.slice(0, start) + html.slice(end + 2)
}

/** The title as the first heading where the page shows no heading of its own. */
export function withTitle(markup: MarkupText): JoinedBlocks {
  const { title, text, blocks } = markup
  const isShown = blocks.some(({ kind }) => kind === 'heading')
  if (title === '' || text === '' || isShown) return markup
  return joinBlocks([{ kind: 'heading', level: 1, text: title }, ...textBlocks(markup)])
}

/** The encoding named by a meta tag or an XML declaration in the first 4 KiB. */
export function declaredEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, HEAD_BYTES).toString('latin1')
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  )
}
