import type { LedgerEntry } from '../../contract/matter.ts'
import { numberIn } from './entry-data.ts'
import { entryWords } from './entry-words.ts'
import type { EntryWords, LedgerSubject } from './kind-words.ts'
import type { LedgerNames } from './ledger-names.ts'

/** An entry with the words for it, and all that can be searched in it, in lower case. */
export type ToldEntry = { readonly entry: LedgerEntry; readonly words: EntryWords; readonly searched: string }

/** Newest first. */
export function tellEntries(
  entries: readonly LedgerEntry[],
  named: Omit<LedgerNames, 'intents' | 'ended'>,
): readonly ToldEntry[] {
  const names = { ...named, ...sendingsIn(entries) }
  return entries.toReversed().map((entry) => {
    const words = entryWords(entry, names)
    const { title, rest = '', detail = '' } = words
    const searched =
      `${title} ${rest} ${detail} ${entry.kind} ${entry.hash} ${JSON.stringify(entry.data)}`.toLowerCase()
    return { entry, words, searched }
  })
}

/** What was about to leave, and which of it came to an end. */
export function sendingsIn(entries: readonly LedgerEntry[]): Pick<LedgerNames, 'intents' | 'ended'> {
  const intents = entries.filter(({ kind }) => kind === 'sending-intended').map(({ seq, data }) => [seq, data] as const)
  const ends = entries.filter(({ kind }) => kind === 'sending-completed' || kind === 'sending-failed')
  return { intents: new Map(intents), ended: new Set(ends.map(({ data }) => numberIn(data, 'intent') ?? 0)) }
}

/** Those about a subject in which every word occurs: of the text, a name, or the beginning, middle or end of a hash. */
export function findEntries(
  told: readonly ToldEntry[],
  subject: LedgerSubject | 'all',
  typed: string,
): readonly ToldEntry[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return told.filter(
    ({ words, searched }) =>
      (subject === 'all' || words.about?.includes(subject) === true) && wanted.every((word) => searched.includes(word)),
  )
}

/** A piece of one day: of a long day, so many entries as are drawn at once. */
export type DayPiece = { readonly day: string; readonly isFirst: boolean; readonly entries: readonly ToldEntry[] }

const AT_ONCE = 40

/** Cut into days of this place on earth, and long days into pieces. */
export function dayPieces(told: readonly ToldEntry[]): readonly DayPiece[] {
  const pieces: { day: string; isFirst: boolean; entries: ToldEntry[] }[] = []
  for (const one of told) {
    const day = new Date(one.entry.time).toDateString()
    const last = pieces.at(-1)
    if (last?.day === day && last.entries.length < AT_ONCE) last.entries.push(one)
    else pieces.push({ day, isFirst: last?.day !== day, entries: [one] })
  }
  return pieces
}
