import { randomUUID } from 'node:crypto'
import type { Source } from '../../contract/answers/answer.ts'
import { definedTermsIn } from '../../disclosure/identifiers/defined-terms.ts'
import type { Asks } from '../../disclosure/packet/cloud-prompt.ts'
import type { Detection, MaskInput } from '../../disclosure/packet/mask-segments.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { type Decided, dropOvertaken, listLines } from './decide-flags.ts'
import { keptWords } from './matter-words.ts'
import { matterTerms, onceForText, toKnownTerms } from './matter-terms.ts'
import { mayHaveArrived, type PacketRecord } from './packet-record.ts'
import { packetSegments } from './packet-segments.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

/** All that a packet is made from; the rest of its record follows from it, the map and the matter's list. */
export type PacketDraft = Pick<
  PacketRecord,
  | 'packetId'
  | 'consultation'
  | 'kind'
  | 'question'
  | 'answerId'
  | 'provider'
  | 'createdAt'
  | 'dates'
  | 'candidateSources'
  | 'decisions'
  | 'unmaskings'
  | 'listedThen'
  | 'analysis'
  | 'differential'
  | 'candidatesWhy'
  | 'options'
  | 'ledgerEntries'
> & { readonly chosen: readonly string[] }

/**
 * What a packet was made from, to make it anew: in its place, or, where it may have arrived and stays as it is recorded, as another
 * packet of its consultation.
 */
export function draftOf(record: PacketRecord, now: Date): PacketDraft {
  const draft = { ...record, chosen: record.sources.map(({ source }) => source) }
  if (!mayHaveArrived(record)) return draft
  return { ...draft, packetId: randomUUID(), createdAt: now.toISOString(), ledgerEntries: [] }
}

/** What has to be waited for before a packet is built; the map is read in the turn in which it is. */
export type PacketParts = {
  readonly model: BodyMaker
  readonly detection: Detection
  readonly sources: readonly Source[]
  /** Without those that the matter's list has overtaken. */
  readonly decided: Required<Decided>
  readonly input: Omit<MaskInput, 'map'>
}

/** As the matter, its list and the provider are now. Throws `NOT_FOUND` without the provider, `WRONG_USE` for a source that is no candidate. */
export async function packetParts(draft: PacketDraft, matter: OpenMatter, tools: PacketTools): Promise<PacketParts> {
  const { candidateSources, chosen, dates } = draft
  const model = tools.providers.model(draft.provider)
  const sources = chosenSources(candidateSources, chosen)
  const detection = await tools.detection()
  const listed = await matterTerms(matter, tools.knowledge, detection.isOrdinaryWord)
  const decided = dropOvertaken(draft, listLines(matter, listed, detection.isOrdinaryWord))
  const segments = packetSegments({ ...draft, sources }, matter)
  const keptInMatter = keptWords(matter)
  const definedTerms = definedTermsOf(sources, matter)
  const ofMatter = { known: toKnownTerms(listed), keptInMatter, definedTerms }
  const input = { segments, ...ofMatter, decisions: decided.decisions, dates }
  return { model, detection, sources, decided, input }
}

/** In the order of the candidates. Throws `WRONG_USE` for a mark that none of them has. */
export function chosenSources(candidates: readonly Source[], chosen: readonly string[]): readonly Source[] {
  const strange = chosen.find((mark) => candidates.every(({ source }) => source !== mark))
  if (strange !== undefined) throw new Failure('WRONG_USE', noSource(strange, candidates))
  return candidates.filter(({ source }) => chosen.includes(source))
}

function noSource(source: string, candidates: readonly Source[]): Message {
  if (candidates.length === 0) return message('failures.outgoing.noSources', { source })
  return message('failures.outgoing.noSource', { source, sources: { all: candidates.map((one) => one.source) } })
}

/** Makes the body of a request as the provider's client sends it; connects to nothing. */
type BodyMaker = {
  readonly info: { readonly provider: string; readonly address: string; readonly model: string }
  bodyOf(prompt: { readonly text: string; readonly marks: readonly string[]; readonly asks?: Asks }): Promise<string>
}

/** What packets are made with. The assistant has all of it. */
export type PacketTools = {
  /** Loads its lists at the first call. */
  readonly detection: () => Promise<Detection>
  /** Throws `NOT_FOUND`. */
  readonly providers: { model(name: string): BodyMaker }
  readonly knowledge: Knowledge
  readonly now: () => Date
}

/** The terms that the documents of these sources define: a passage uses "Insurance Rent" pages behind its definition. */
function definedTermsOf(sources: readonly Source[], { store }: Pick<OpenMatter, 'store'>): readonly string[] {
  const ids = new Set(sources.flatMap((source) => (source.kind === 'passage' ? [source.documentId] : [])))
  return store.documents
    .list(null)
    .flatMap(({ documentId, textVersionId }) =>
      ids.has(documentId) && textVersionId !== null ? termsOfText(store, textVersionId) : [],
    )
}

const termsOfText = onceForText(({ pages }, textVersionId) => {
  const texts = pages.list(textVersionId).map(({ page }) => pages.part(textVersionId, page)?.text ?? '')
  return definedTermsIn(texts.join('\n'))
})
