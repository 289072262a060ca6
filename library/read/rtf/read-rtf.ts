import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import type { ReadLimits } from '../read-limits.ts'
import { wholeDocument, withoutPageMarks } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { warning } from '../read-warning.ts'
import { joinBlocks, type JoinedBlocks, type TextBlock } from '../text-blocks.ts'
import { markupText, markupWarnings } from '../web/markup-text.ts'
import type { RtfCounts } from './rtf-group.ts'
import { createRtfVisitor } from './rtf-visitor.ts'
import { type RtfEnd, walkRtf } from './walk-rtf.ts'

export type RtfText = JoinedBlocks & {
  /** Plain sentences: what was hidden, accepted, not read. */
  readonly warnings: readonly Notice[]
}

/**
 * The text of RTF with its blocks: headers first, footers last, notes and comments after the paragraph that calls them. RTF that
 * only wraps a web page, as Outlook writes it, is read as that page. Throws `ReadFailedError` past the limits.
 */
export function rtfText(bytes: Buffer, limits: ReadLimits): RtfText {
  const html = encapsulatedHtml(bytes, limits)
  if (html !== null) {
    const { text, blocks, counts } = markupText(html, limits)
    return { text, blocks, warnings: markupWarnings(counts) }
  }
  const visitor = createRtfVisitor(limits)
  const end = walkRtf(bytes, limits, visitor)
  const { headers, body, footers } = visitor.finish()
  const { text, blocks } = joinBlocks([...once(headers), ...body, ...once(footers)].map(withoutMarks))
  return { text, blocks, warnings: warningsOf(visitor.counts, end, text) }
}

/** Every section repeats its headers, and left and right pages have their own. */
function once(blocks: readonly TextBlock[]): readonly TextBlock[] {
  return [...new Map(blocks.map((block) => [block.text, block])).values()]
}

/** Halves of characters that `\u` gave without their other half are replaced. */
function withoutMarks(block: TextBlock): TextBlock {
  return { ...block, text: withoutPageMarks(block.text).toWellFormed() }
}

/** Line ends and zeros that programs leave there. */
const FEW_BYTES = 16

function warningsOf(
  counts: RtfCounts,
  { openGroups, unknownCodePage, bytesBehind }: RtfEnd,
  text: string,
): readonly Notice[] {
  const { hiddenCharacters, insertions, deletions, pictures, objects, formulas } = counts
  const undecoded = text.split('\uFFFD').length - 1
  return [
    openGroups > 0 && warning('damaged', message('reading.word.endMissing')),
    bytesBehind > FEW_BYTES && warning('not-read', message('reading.word.bytesBehind', { count: bytesBehind })),
    hiddenCharacters > 0 && warning('hidden-text', message('reading.word.hiddenText', { count: hiddenCharacters })),
    insertions + deletions > 0 &&
      warning('tracked-changes', message('reading.word.trackedInPlace', { insertions, deletions })),
    pictures > 0 && warning('pictures', message('reading.notices.picturesOrDrawings', { count: pictures })),
    objects > 0 && warning('not-read', message('reading.notices.objects', { count: objects })),
    formulas > 0 && warning('layout', message('reading.word.formulas', { count: formulas })),
    unknownCodePage !== null &&
      warning('encoding', message('reading.notices.codePage', { page: String(unknownCodePage) })),
    undecoded > 0 && warning('encoding', message('reading.notices.undecoded', { count: undecoded })),
  ].filter((one) => one !== false)
}

const HEAD_BYTES = 1024

const SKIPPED = new Set('fonttbl colortbl stylesheet info pict object listtable pntext listtext'.split(' '))

const LINE_ENDS = new Set(['par', 'line', 'sect', 'page'])

/** An RTF document, one unit without pages. Throws `ReadFailedError` past the limits. */
export const readRtf = readsWhole(({ bytes, limits }) => {
  const { text, blocks, warnings } = rtfText(bytes, limits)
  return { page: wholeDocument(text, blocks, 'noText'), warnings }
})

/** `html`: text that belongs to the page; `rtf`: only for readers of RTF; `skip`: neither. */
type Group = { destination: 'html' | 'skip'; isStarred: boolean; isRtfOnly: boolean }

/**
 * The web page that a mail program wrapped in RTF ([MS-OXRTFEX]), or null where the RTF is none. Throws `ReadFailedError` past
 * the limits.
 */
function encapsulatedHtml(bytes: Buffer, limits: ReadLimits): string | null {
  if (!/\\fromhtml1?(?!\d)/.test(bytes.subarray(0, HEAD_BYTES).toString('latin1'))) return null
  const parts: string[] = []
  const groups: Group[] = []
  let group: Group = { destination: 'html', isStarred: false, isRtfOnly: false }
  const isKept = () => group.destination === 'html' && !group.isRtfOnly
  walkRtf(bytes, limits, {
    open() {
      groups.push(group)
      group = { ...group, isStarred: false }
    },
    close() {
      group = groups.pop() ?? group
    },
    control(word, value) {
      const { isStarred } = group
      group.isStarred = word === '*'
      if (word === 'htmlrtf') group.isRtfOnly = value !== 0
      else if (word === '*' || (word === 'htmltag' && isStarred)) return
      else if (isStarred || SKIPPED.has(word)) group.destination = 'skip'
      else if (isKept() && LINE_ENDS.has(word)) parts.push('\r\n')
    },
    text: (text) => void parts.push(text),
    wantsText: isKept,
  })
  return parts.join('').toWellFormed()
}
