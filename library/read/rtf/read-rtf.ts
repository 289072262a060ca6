import type { ReadLimits } from '../read-limits.ts'
import { wholeDocument, withoutPageMarks } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { type ReadWarning, warning } from '../read-warning.ts'
import { joinBlocks, type JoinedBlocks, type TextBlock } from '../text-blocks.ts'
import { markupText, markupWarnings } from '../web/markup-text.ts'
import type { RtfCounts } from './rtf-group.ts'
import { createRtfVisitor } from './rtf-visitor.ts'
import { type RtfEnd, walkRtf } from './walk-rtf.ts'

export type RtfText = JoinedBlocks & {
  /** Plain sentences: what was hidden, accepted, not read. */
  readonly warnings: readonly ReadWarning[]
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
): readonly ReadWarning[] {
  const { hiddenCharacters, insertions, deletions, pictures, objects, formulas } = counts
  const undecoded = text.split('\uFFFD').length - 1
  return [
    openGroups > 0 && warning('damaged', 'The end of the file is missing: what is there was read.'),
    bytesBehind > FEW_BYTES &&
      warning('not-read', `After the end of the document ${bytesBehind} more bytes follow, which were not read.`),
    hiddenCharacters > 0 && warning('hidden-text', `${hiddenCharacters} characters are hidden text and were left out.`),
    insertions + deletions > 0 &&
      warning(
        'tracked-changes',
        `Tracked changes: ${insertions} insertions are in the text, ${deletions} deletions stand after their paragraph as notes.`,
      ),
    pictures > 0 && warning('pictures', `${pictures} pictures or drawings: text inside pictures is not read.`),
    objects > 0 && warning('not-read', `${objects} embedded objects were not read.`),
    formulas > 0 && warning('layout', `${formulas} formulas were read as a row of characters.`),
    unknownCodePage !== null &&
      warning(
        'encoding',
        `The code page ${unknownCodePage} is not known; letters with accents and other scripts may be wrong.`,
      ),
    undecoded > 0 && warning('encoding', `${undecoded} characters could not be decoded and show as \uFFFD.`),
  ].filter((one) => one !== false)
}

const HEAD_BYTES = 1024

const SKIPPED = new Set('fonttbl colortbl stylesheet info pict object listtable pntext listtext'.split(' '))

const LINE_ENDS = new Set(['par', 'line', 'sect', 'page'])

/** An RTF document, one unit without pages. Throws `ReadFailedError` past the limits. */
export const readRtf = readsWhole(({ bytes, limits }) => {
  const { text, blocks, warnings } = rtfText(bytes, limits)
  return { page: wholeDocument(text, blocks, 'the document has no text'), warnings }
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
