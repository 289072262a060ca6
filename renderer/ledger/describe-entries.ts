import { LEDGER_DATA, type LedgerData, ledgerDataOf, type LedgerEntry, type LedgerKind } from '../../contract/ledger.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import type { EntryWords, KindWords, LedgerNames, LedgerSubject, WordsOfKinds } from './kind-words.ts'
import { MATTER_KINDS } from './matter-kinds.ts'
import { PROGRAM_KINDS } from './program-kinds.ts'
import { SENDING_KINDS } from './sending-kinds.ts'

/** An entry with the words for it, and all that can be searched in it, in lower case. */
export type DescribedEntry = { readonly entry: LedgerEntry; readonly words: EntryWords; readonly searched: string }

/** Newest first. */
export function describeEntries(
  entries: readonly LedgerEntry[],
  named: Omit<LedgerNames, 'intents' | 'ended'>,
): readonly DescribedEntry[] {
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
  const intents = entries.flatMap((entry) => {
    const data = ledgerDataOf('sending-intended', entry)
    return data ? [[entry.seq, data] as const] : []
  })
  const ends = entries.flatMap(
    (entry) => ledgerDataOf('sending-completed', entry) ?? ledgerDataOf('sending-failed', entry) ?? [],
  )
  return { intents: new Map(intents), ended: new Set(ends.map(({ intent }) => intent)) }
}

/** Those about a subject in which every word occurs: of the text, a name, or the beginning, middle or end of a hash. */
export function findEntries(
  described: readonly DescribedEntry[],
  subject: LedgerSubject | 'all',
  typed: string,
): readonly DescribedEntry[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return described.filter(
    ({ words, searched }) =>
      (subject === 'all' || words.about?.includes(subject) === true) && wanted.every((word) => searched.includes(word)),
  )
}

/** A piece of one day: of a long day, so many entries as are drawn at once. */
export type DayPiece = { readonly day: string; readonly isFirst: boolean; readonly entries: readonly DescribedEntry[] }

const AT_ONCE = 40

/** Cut into days of this place on earth, and long days into pieces. */
export function dayPieces(described: readonly DescribedEntry[]): readonly DayPiece[] {
  const pieces: { day: string; isFirst: boolean; entries: DescribedEntry[] }[] = []
  for (const one of described) {
    const day = new Date(one.entry.time).toDateString()
    const last = pieces.at(-1)
    if (last?.day === day && last.entries.length < AT_ONCE) last.entries.push(one)
    else pieces.push({ day, isFirst: last?.day !== day, entries: [one] })
  }
  return pieces
}

const KINDS: WordsOfKinds<LedgerKind> = { ...MATTER_KINDS, ...PROGRAM_KINDS, ...SENDING_KINDS }

/** An entry as a person reads it. The ledger holds ids and hashes; what they name is said where it is still there. */
export function entryWords(entry: LedgerEntry, names: LedgerNames): EntryWords {
  return isKnown(entry.kind) ? knownKindWords(entry.kind, entry, names) : unknownKindWords(entry)
}

function isKnown(kind: string): kind is LedgerKind {
  return Object.hasOwn(LEDGER_DATA, kind)
}

function knownKindWords<Kind extends LedgerKind>(kind: Kind, entry: LedgerEntry, names: LedgerNames): EntryWords {
  const data = ledgerDataOf(kind, entry)
  const say: KindWords<LedgerData<Kind>> = KINDS[kind]
  return data ? say(data, names, entry) : unknownKindWords(entry)
}

/** What this version does not know, or what does not fit its kind, is shown as it stands. */
function unknownKindWords({ kind, data }: LedgerEntry): EntryWords {
  const detail = Object.keys(data).length === 0 ? '' : JSON.stringify(data)
  return { title: sentenceCase(kind.replaceAll('-', ' ')), detail }
}
