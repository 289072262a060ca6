import { randomUUID } from 'node:crypto'
import type { Source } from '../../contract/answers/answer.ts'
import type { PrepareInput, PreparingEvent } from '../../contract/opinions/packet.ts'
import { NO_DECISIONS } from '../../disclosure/packet/decisions.ts'
import { conclusions, passages } from '../answers/answer-record.ts'
import { markSources } from '../answers/evidence/find-evidence.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { EvidenceSource } from '../questions/evidence-source.ts'
import { makePacket, prepareSwapped } from './make-packet.ts'
import { chosenSources, type PacketTools } from './packet-parts.ts'
import { type PacketRecord, packetRecords, toPacket } from './packet-record.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

type AnalysisEvent = Exclude<PreparingEvent, { type: 'packet' }>

type PrepareOptions = PacketTools & {
  readonly matter: OpenMatter
  readonly passages: EvidenceSource
  readonly conclusions: EvidenceSource
  /** The candidates that both sides are to consider; null: the question asks for no list. */
  readonly candidates: (
    question: string,
    asked: boolean | null,
  ) => Promise<{ readonly names: readonly string[] | null; readonly why: Message | null }>
  /** Notes of the local model on each source, without a verdict; returns all of them. Throws `NO_MODEL`. */
  readonly analyse: (
    question: string,
    sources: readonly Source[],
    signal: AbortSignal,
  ) => AsyncGenerator<AnalysisEvent, string, void>
}

type Input = ReturnType<typeof PrepareInput.parse>

/**
 * Prepares what a cloud model would be asked, blind or (once a blind packet was sent) informed or swapped for a bias check. Nothing
 * leaves. Throws as `packetParts`, before the local model is asked for anything.
 */
export async function* preparePacket(
  input: Input,
  options: PrepareOptions,
  signal: AbortSignal,
): AsyncGenerator<PreparingEvent, void, void> {
  // Before anything that takes its time.
  options.providers.model(input.provider)
  if (input.kind !== 'counterfactual') return yield* prepareQuestion(input, options, signal)
  const blind = blindPacketOf(options.matter, input.consultation)
  yield { type: 'packet', packet: toPacket(await prepareSwapped(blind, options.matter, options)) }
}

async function* prepareQuestion(
  input: Input,
  options: PrepareOptions,
  signal: AbortSignal,
): AsyncGenerator<PreparingEvent, void, void> {
  const { matter, now } = options
  const blind = input.kind === 'informed' ? blindPacketOf(matter, input.consultation) : null
  const wanted = { ...options, question: input.question, answerId: blind?.answerId ?? input.answerId }
  const candidateSources = blind
    ? await informedCandidates(blind.candidateSources, wanted, matter, signal)
    : await blindCandidates(wanted, matter, signal)
  const chosen = input.sources ?? chosenAnyway(candidateSources, blind)
  const sources = chosenSources(candidateSources, chosen)
  const candidates = await candidatesFor(input, blind, options)
  const analysis = blind ? yield* options.analyse(input.question, sources, signal) : null
  signal.throwIfAborted()
  const draft = {
    packetId: randomUUID(),
    consultation: input.consultation ?? randomUUID(),
    kind: input.kind,
    question: input.question,
    answerId: wanted.answerId,
    provider: input.provider,
    createdAt: now().toISOString(),
    dates: input.dates,
    candidateSources,
    chosen,
    analysis,
    differential: candidates.names,
    candidatesWhy: candidates.why,
    options: blind ? (blind.options ?? []) : optionsOf(wanted.answerId, matter),
    decisions: NO_DECISIONS,
    unmaskings: [],
    listedThen: {},
    ledgerEntries: [],
  }
  yield { type: 'packet', packet: toPacket(await makePacket(draft, matter, options)) }
}

type Found = Awaited<ReturnType<PrepareOptions['candidates']>>

/** Both packets of a consultation have the same. */
async function candidatesFor(
  { question, differential }: Input,
  blind: PacketRecord | null,
  { candidates }: PrepareOptions,
): Promise<Found> {
  if (!blind) return candidates(question, differential)
  return { names: blind.differential ?? null, why: blind.candidatesWhy ?? null }
}

/** What the local answer was chosen from. */
function optionsOf(answerId: string | null, { store }: OpenMatter): readonly string[] {
  return answerId === null ? [] : (store.answers.get(answerId).choice?.options ?? [])
}

/** All, but what the user left out of the blind packet. */
function chosenAnyway(candidates: readonly Source[], blind: PacketRecord | null): readonly string[] {
  const leftOut = (blind?.candidates ?? []).filter((candidate) => !candidate.chosen).map(({ source }) => source)
  return candidates.map(({ source }) => source).filter((source) => !leftOut.includes(source))
}

/** The order is a rule: an opinion that was informed first is no second opinion, and only what was asked can be asked otherwise. */
function blindPacketOf({ store }: OpenMatter, consultation: string | null): PacketRecord {
  const sent = packetRecords(store).find(
    (record) => record.consultation === consultation && record.kind === 'blind' && record.state === 'sent',
  )
  if (!sent) throw new Failure('WRONG_USE', message('failures.outgoing.blindFirst'))
  return sent
}

/** So many passages are found for a question that was not asked here before. */
const PASSAGES = 4

type CandidateOptions = {
  readonly question: string
  readonly answerId: string | null
  readonly passages: EvidenceSource
  readonly conclusions: EvidenceSource
}

/** The passages that could go with a question: those of its answer, else the best that are found. Throws `NOT_FOUND`. */
async function blindCandidates(
  { question, answerId, passages: found }: CandidateOptions,
  { store }: OpenMatter,
  signal: AbortSignal,
): Promise<readonly Source[]> {
  if (answerId !== null) return passages(store.answers.get(answerId).sources)
  const { evidence } = await found.find({ question, follows: null, documents: [], asOf: null }, signal)
  return markSources(evidence.slice(0, PASSAGES), [])
}

/** What the blind packet could have had, and what follows by rules: the conclusions of the answer, else those for the question. */
async function informedCandidates(
  blind: readonly Source[],
  { question, answerId, conclusions: found }: CandidateOptions,
  { store }: OpenMatter,
  signal: AbortSignal,
): Promise<readonly Source[]> {
  if (answerId !== null) return [...blind, ...conclusions(store.answers.get(answerId).sources)]
  const { evidence } = await found.find({ question, follows: null, documents: [], asOf: null }, signal)
  return [...blind, ...markSources(evidence, [])]
}
