import { t } from '../../../wording/translate.ts'
import type { Flag, Packet, Segment } from '../../../contract/opinions/packet.ts'

export type RunKind = 'plain' | 'replaced' | 'open' | 'decided' | 'authority'

/** A stretch of text that is shown alike. `flag`: the number of the word to decide. `words`: what the mark means. */
export type TextRun = {
  readonly text: string
  readonly kind: RunKind
  readonly flag: number | null
  readonly words: string
}

type Mark = Omit<TextRun, 'text'> & { readonly start: number; readonly end: number }
type Side = 'local' | 'outgoing'

/** What stays here, and what leaves in its place, cut at everything that is marked; what is replaced hides a flag on it. */
export function segmentRuns(segment: Segment, side: Side, flags: readonly Flag[]): readonly TextRun[] {
  const at = (place: Segment['kept'][number]) =>
    side === 'local' ? { start: place.start, end: place.end } : { start: place.outStart, end: place.outEnd }
  const marks: Mark[] = [
    ...segment.replacements.map((one) => ({
      ...at(one),
      kind: 'replaced' as const,
      flag: null,
      words: replacedWords(side, one.term, one.pseudonym),
    })),
    ...(segment.swaps ?? []).map((one) => ({
      ...at(one),
      kind: 'replaced' as const,
      flag: null,
      words: replacedWords(side, one.term, one.written),
    })),
    ...segment.flags.map((one) => {
      const found = flags.find(({ flag }) => flag === one.flag)
      const isOpen = found?.decision === 'open'
      const words = t(`outgoing.marks.${isOpen ? 'open' : found?.isRemembered ? 'keptInMatter' : 'keptHere'}`)
      return { ...at(one), kind: isOpen ? ('open' as const) : ('decided' as const), flag: one.flag, words }
    }),
    ...segment.kept.map((one) => {
      return { ...at(one), kind: 'authority' as const, flag: null, words: t('outgoing.marks.authority') }
    }),
  ]
  return cut(side === 'local' ? segment.local : segment.outgoing, marks)
}

function replacedWords(side: Side, term: string, written: string): string {
  return side === 'local' ? t('outgoing.marks.sentAs', { written }) : t('outgoing.marks.standsFor', { term })
}

function cut(text: string, marks: readonly Mark[]): readonly TextRun[] {
  const runs: TextRun[] = []
  let from = 0
  // Of two that begin together the one that was named first; one that begins inside another is left out.
  for (const { start, end, ...mark } of marks.toSorted((one, other) => one.start - other.start)) {
    if (start < from || end <= start || end > text.length) continue
    if (start > from) runs.push({ ...PLAIN, text: text.slice(from, start) })
    runs.push({ ...mark, text: text.slice(start, end) })
    from = end
  }
  if (from < text.length) runs.push({ ...PLAIN, text: text.slice(from) })
  return runs
}

const PLAIN = { kind: 'plain', flag: null, words: '' } as const

const BEFORE = 28
const AFTER = 24

/** The words around the first place of a flag, as the local text has them: `counter of`, `Temple`, `Meads.` */
export function flagContext(segments: readonly Segment[], flag: number): readonly [string, string, string] | null {
  for (const { local, flags } of segments) {
    const place = flags.find((one) => one.flag === flag)
    if (!place) continue
    const before = local.slice(Math.max(0, place.start - BEFORE), place.start)
    const after = local.slice(place.end, place.end + AFTER)
    return [
      place.start > BEFORE ? before.replace(/^\S*\s/, '') : before,
      local.slice(place.start, place.end),
      place.end + AFTER < local.length ? after.replace(/\s\S*$/, '') : after,
    ]
  }
  return null
}

/** A segment with what stands before it in the message: `[S1]`, `Question: `, and before the first the instructions. */
export type OutgoingPart = { readonly head: string; readonly segment: Segment }

/**
 * The message cut at its segments, in its own order, so that what is shown joins to what leaves. Null: the segments are not all
 * in it, and only the message as a whole can be shown.
 */
export function outgoingParts({ text, segments }: Pick<Packet, 'text' | 'segments'>): readonly OutgoingPart[] | null {
  const analysis = segments.filter(({ source }) => source === 'analysis')
  const inOrder = [...segments.filter(({ source }) => source !== 'analysis'), ...analysis]
  const parts: OutgoingPart[] = []
  let from = 0
  for (const segment of inOrder) {
    const head = headOf(segment)
    const found = text.indexOf(head + segment.outgoing, from)
    if (found < 0) return null
    const place = found + head.length
    parts.push({ head: text.slice(from, place), segment })
    from = place + segment.outgoing.length
  }
  return from === text.length ? parts : null
}

/** Of a short text, which may stand in what is said before it as well. */
function headOf({ source }: Segment): string {
  // oxlint-disable-next-line consilium/no-bare-text -- stands in the message itself, which is English
  if (source === 'question') return 'Question: '
  return source.startsWith('option ') ? `\n${source.slice(-1)}. ` : ''
}
