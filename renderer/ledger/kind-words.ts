import type { Fact } from '../../contract/knowledge/fact.ts'
import type { LedgerData, LedgerEntry, LedgerKind } from '../../contract/ledger.ts'
import type { PacketRow } from '../../contract/opinions/packet.ts'
import type { Shape } from '../parts/glyph.tsx'
import type { Tone } from '../parts/marks.tsx'
import { shortHash } from '../../wording/phrases.ts'
import { knownText, t } from '../../wording/translate.ts'
import { documentName } from '../../wording/document-name.ts'
import { modelName } from '../../wording/model-name.ts'
import type { PackNames } from '../knowledge/pack-names.ts'

/** What an entry is about, as the filters of the ledger know it. */
export type LedgerSubject = 'left' | 'questions' | 'documents' | 'people'

/** An entry in plain words: `title` says what happened, `rest` to what, `detail` the particulars below it. */
export type EntryWords = {
  readonly title: string
  readonly rest?: string
  readonly detail?: string
  readonly shape?: Shape
  readonly tone?: Tone
  readonly about?: readonly LedgerSubject[]
}

/** How the entries of one kind are said. */
export type KindWords<Data> = (data: Data, names: LedgerNames, entry: LedgerEntry) => EntryWords

/** How the entries of some kinds are said; none of them can be forgotten. */
export type WordsOfKinds<Kinds extends LedgerKind> = { readonly [Kind in Kinds]: KindWords<LedgerData<Kind>> }

/** What the ids of a ledger stand for, as far as it is still there. */
export type LedgerNames = {
  readonly questions: ReadonlyMap<string, string>
  readonly documents: ReadonlyMap<string, string>
  readonly facts: ReadonlyMap<string, Fact>
  readonly matters: ReadonlyMap<string, string>
  readonly packs: PackNames
  /** Rules by `pack/rule`. */
  readonly rules: ReadonlyMap<string, string>
  readonly lessons: ReadonlyMap<string, string>
  /** Packets of the matter, by their id. */
  readonly packets: ReadonlyMap<string, PacketRow>
  /** What was about to be sent, by the number of its entry. */
  readonly intents: ReadonlyMap<number, LedgerData<'sending-intended'>>
  /** The entries of intents that were completed, well or not. */
  readonly ended: ReadonlySet<number>
  /** Whose window this is: said as "you". */
  readonly userName: string
}

/** The particulars of an entry; those that are empty are left out. */
export function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('; ')
}

/** Of the file, model or pack that the entry is about. */
export function sha256Words({ sha256 }: { readonly sha256?: string | undefined }): string {
  return sha256 ? t('ledger.common.sha256', { hash: shortHash(sha256) }) : ''
}

/** `Word`, `PDF`; a format of a later version as it is. */
export function formatWords({ format }: { readonly format: string }): string {
  return knownText('ledger.common.formats', format) ?? format
}

/** `S1–S4, R1`: source marks, neighbours drawn together. */
export function sourceRange(marks: readonly string[]): string {
  const runs: { letter: string; from: number; to: number }[] = []
  for (const mark of marks) {
    const letter = mark.slice(0, 1)
    const number = Number(mark.slice(1))
    const last = runs.at(-1)
    if (last && last.letter === letter && last.to + 1 === number) last.to = number
    else runs.push({ letter, from: number, to: number })
  }
  return runs.map(({ letter, from, to }) => `${letter}${from}${to > from ? `–${letter}${to}` : ''}`).join(', ')
}

/** What ids are called, by the name of the field that holds them; null for one that names nothing that is still there. */
export type NamedIds = { readonly called: (field: string, id: string) => string | null }

export function namedIds(
  names: Pick<LedgerNames, 'questions' | 'documents' | 'facts' | 'matters' | 'packs' | 'packets' | 'lessons'>,
): NamedIds {
  const document = (id: string) => {
    const name = names.documents.get(id)
    return name === undefined ? undefined : documentName(name)
  }
  const question = (id: string) => names.questions.get(id)
  const fact = (id: string) => names.facts.get(id)?.sentence
  const packet = (id: string) => names.packets.get(id)?.question
  const calls: Readonly<Record<string, (id: string) => string | undefined>> = {
    answerId: question,
    answerIds: question,
    card: (id) => names.lessons.get(id),
    documentId: document,
    fact,
    replaces: fact,
    matter: (id) => names.matters.get(id),
    model: modelName,
    pack: (id) => names.packs.get(id),
    packetId: packet,
    packets: packet,
  }
  return { called: (field, id) => calls[field]?.(id) ?? null }
}

export function lessonWords({ lessons }: Pick<LedgerNames, 'lessons'>, card: string): string {
  const title = lessons.get(card)
  return title === undefined ? t('ledger.common.goneLesson') : t('ledger.common.lesson', { title })
}
