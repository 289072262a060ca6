import type { ReadLimits } from '../read-limits.ts'
import { walkRtf } from './walk-rtf.ts'

const HEAD_BYTES = 1024

/** `html`: text that belongs to the page; `rtf`: only for readers of RTF; `skip`: neither. */
type Group = { destination: 'html' | 'skip'; isStarred: boolean; isRtfOnly: boolean }

const LINE_ENDS = new Set(['par', 'line', 'sect', 'page'])
const SKIPPED = new Set('fonttbl colortbl stylesheet info pict object listtable pntext listtext'.split(' '))

/**
 * The web page that a mail program wrapped in RTF ([MS-OXRTFEX]), or null where the RTF is none. Throws `ReadFailedError` past
 * the limits.
 */
export function encapsulatedHtml(bytes: Buffer, limits: ReadLimits): string | null {
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
