import type { PageMark } from '../read-page.ts'
import { type FlowParagraph, flowParagraph } from './flow.ts'
import { characters, type FlowMark } from './flow-marks.ts'

/** Who did something and when, as far as the file says. */
export type Authorship = {
  readonly by: string | undefined
  /** ISO 8601, as in the file. */
  readonly date: string | undefined
}

export type ChangeKind = 'Inserted' | 'Deleted' | 'Moved here' | 'Moved away'

export type TrackedChange = {
  readonly kind: ChangeKind
  readonly who: Authorship
  readonly text: string
  /** Of the end of a paragraph, not of words. */
  readonly isMark?: boolean
}

const LONGEST_INSERTION = 160
const LONGEST_QUOTE = 160
const LONGEST_NAME = 100
const MARK_NEW = 'the end of this paragraph'
const MARK_GONE = 'the end of a paragraph, which was parted from the next'

/** "by Ann Lee, 2024-05-01". */
function byLine({ by, date }: Authorship): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0]
  const name = by?.slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim() || 'somebody without a name'
  return `by ${name}${day ? `, ${day}` : ''}`
}

/** "[3] The text of the note." */
export function footnote(mark: string, text: string): FlowParagraph {
  return flowParagraph('note', `[${mark}] ${text.trim()}`, 1)
}

/** `about` are the words the comment is tied to, empty where it is tied to a place only. */
export function commentNote(who: Authorship, about: string, text: string, label = 'Comment'): FlowParagraph {
  const words = oneLine(about)
  const tied = words === '' ? '' : `, on \u201c${shortened(words, LONGEST_QUOTE)}\u201d`
  return flowParagraph('note', `${label} ${byLine(who)}${tied}: ${text.trim()}`)
}

/**
 * A tracked change as a note. Words that stay in the text are given by their beginning and end where they are many; words
 * that were deleted are given in full, for they stand nowhere else.
 */
export function changeNote({ kind, who, text, isMark = false }: TrackedChange): FlowParagraph {
  if (isMark) return flowParagraph('note', `${kind} ${byLine(who)}: ${kind === 'Deleted' ? MARK_GONE : MARK_NEW}`)
  const words = oneLine(text)
  const isKept = kind === 'Inserted' || kind === 'Moved here'
  const quote = isKept ? shortened(words, LONGEST_INSERTION) : words
  const count = isKept && quote !== words ? ` (${words.length} characters)` : ''
  return flowParagraph('note', `${kind} ${byLine(who)}: \u201c${quote}\u201d${count}`)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const half = Math.floor(longest / 2)
  return `${text.slice(0, half).trimEnd()} \u2026 ${text.slice(-half).trimStart()}`.toWellFormed()
}

const KINDS: Readonly<Record<ChangeKind, PageMark['kind']>> = {
  Inserted: 'inserted',
  Deleted: 'deleted',
  'Moved here': 'moved-here',
  'Moved away': 'moved-away',
}

/** `pieces`: of the paragraph; `from` and `at`: how many of them stand in front of the change, and how many up to its end. */
export function changeMark(
  { kind, who, text }: TrackedChange,
  { pieces, from, at }: { readonly pieces: readonly string[]; readonly from: number; readonly at: number },
): FlowMark {
  return {
    kind: KINDS[kind],
    ...authorOf(who),
    text,
    about: '',
    startFromEnd: characters(pieces.slice(from).join('')),
    endFromEnd: characters(pieces.slice(at).join('')),
    isBehindSpace: /\s$/.test(pieces.slice(0, from).join('')),
  }
}

export function commentMark(who: Authorship, about: string, text: string): FlowMark {
  return {
    kind: 'comment',
    ...authorOf(who),
    text: oneLine(text),
    about: oneLine(about),
    startFromEnd: 0,
    endFromEnd: 0,
    isBehindSpace: false,
  }
}

function authorOf({ by, date }: Authorship) {
  return { by: oneLine(by ?? ''), date: date ?? '' }
}
