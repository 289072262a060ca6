import { randomUUID } from 'node:crypto'
import type { Opinion, OpinionEvent } from '../../contract/opinions/opinion.ts'
import { CloudFailure, type CloudFailureKind } from '../../models/cloud/cloud-failure.ts'
import type { CloudModel, CloudReply } from '../../models/cloud/cloud-model.ts'
import { isSendingAllowed } from '../packets/consent-to-packet.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { keepOpinion } from './kept-opinions.ts'
import { Failure, saidOf } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'
import type { Claim } from '../../contract/answers/answer.ts'
import { passages } from '../answers/answer-record.ts'
import { createFindAuthorities } from '../answers/evidence/find-authorities.ts'
import { sha256 } from '../home/sha256.ts'
import { NOTHING_READ, type ReadingReply, readReply, type ReadReply } from './opinion-reply.ts'
import type { ConsentedPacket } from '../../disclosure/packet/consented-packet.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import type { PacketRecord } from '../packets/packet-record.ts'
import type { SendingRecord } from '../packets/record-sending.ts'
import type { EvidenceSource } from '../questions/evidence-source.ts'

/**
 * Sends a packet and makes the reply an opinion: parsed, names put back, each sentence checked. Whatever happens is recorded, and
 * what came is kept, also of a reply that broke off; then the last event has state `failed`. Throws `FETCH_FAILED` where nothing came.
 */
export async function* sendOpinion(
  options: SendOpinionOptions,
  signal: AbortSignal,
): AsyncGenerator<OpinionEvent, void, void> {
  const { model, consented, now } = options
  const progress: SendingProgress = {
    opinionId: randomUUID(),
    sentAt: now().toISOString(),
    text: '',
    attempts: 0,
    mayHaveArrived: false,
    reply: null,
  }
  yield { type: 'opinion-start' }
  try {
    yield* received(model.send(consented, signal), progress)
  } catch (error) {
    yield* broken(error, options, progress, signal)
    return
  }
  yield* finished(createOpinion(options, progress, null), options, signal)
}

async function* received(
  events: ReturnType<CloudModel['send']>,
  progress: SendingProgress,
): AsyncGenerator<OpinionEvent, void, void> {
  for (let next = await events.next(); ; next = await events.next()) {
    if (next.done) {
      progress.reply = next.value
      return
    }
    if (next.value.type === 'attempt') progress.attempts = next.value.attempt
    else if (next.value.type === 'waiting-to-retry') {
      progress.mayHaveArrived = true
      yield next.value
    } else {
      progress.text += next.value.text
      yield { type: 'opinion-delta', characters: progress.text.length }
    }
  }
}

async function* finished(
  made: Opinion,
  options: SendOpinionOptions,
  signal: AbortSignal,
): AsyncGenerator<OpinionEvent, void, void> {
  const { matter, record } = options
  const { replyHash, attempts, tokens } = made
  const saved = kept(made, matter, () => record.completed({ replyHash, attempts, tokens }))
  const opinion = await lookUpAuthorities(saved, options, signal)
  for (const claim of opinion.claims) yield { type: 'claim', ...claim }
  yield { type: 'opinion-end', ...opinion }
}

async function* broken(
  error: unknown,
  options: SendOpinionOptions,
  progress: SendingProgress,
  signal: AbortSignal,
): AsyncGenerator<OpinionEvent, void, void> {
  const { matter, record } = options
  const { attempts, text } = progress
  const failure = error instanceof CloudFailure ? error : null
  const hasText = text !== ''
  const why = failure ? sayFailure(failure, progress) : sayUnforeseen(error, progress)
  const mayHaveArrived = progress.mayHaveArrived || hasText || (failure?.mayHaveArrived ?? false)
  const data = { kind: failure?.kind ?? 'other', status: failure?.status ?? null, attempts }
  if (!hasText) {
    record.failed({ why, mayHaveArrived, isAnswered: data.status !== null, data })
    throw toldWhole(error, why)
  }
  const made = createOpinion(options, progress, why)
  const { replyHash } = made
  const saved = kept(made, matter, () =>
    record.failed({ why, mayHaveArrived, isAnswered: true, data: { ...data, replyHash } }),
  )
  yield { type: 'opinion-end', ...(await lookUpAuthorities(saved, options, signal)) }
}

/**
 * The opinion first: after a kill the packet counts as perhaps sent, and what came is there. Where it cannot be kept, the record of what
 * became of the sending is completed all the same.
 */
function kept(made: Opinion, matter: OpenMatter, end: () => number): Opinion {
  let entry = 0
  try {
    matter.store.opinions.save(made)
  } finally {
    entry = end()
  }
  return keepOpinion(matter, made, entry)
}

/** With what became of the bytes, wherever the failure is one that users are told of. */
function toldWhole(error: unknown, why: Message): unknown {
  return error instanceof Failure ? new Failure(error.code, why, { cause: error, tellsAll: true }) : error
}

/** Asked before every attempt: a ban that comes on while a busy server is waited for holds at once. */
export function refuseForbidden(matter: OpenMatter): void {
  if (!isSendingAllowed(matter)) throw new Failure('NO_CONSENT', message('failures.outgoing.sendingForbidden'))
}

/**
 * What came, as an opinion. `why`: what went wrong in the middle; what can be read of it is read all the same. Where that fails, it is
 * one too, as it came: nobody can ask for it again.
 */
function createOpinion(
  { now, ...options }: ReadingReply & Pick<SendOpinionOptions, 'now'>,
  { opinionId, sentAt, text: storedText, attempts, reply }: SendingProgress,
  why: Message | null,
): Opinion {
  const { consultation, packetId, kind, question, provider, model, hash, sources } = options.packet
  const { isStructured, fault, ...read } = readOrKeep(storedText, options)
  const wrong = why && fault ? message('failures.cloud.brokenAndNotRead', { what: why, fault }) : (why ?? fault)
  return {
    opinionId,
    consultation,
    packetId,
    kind,
    question,
    provider,
    model,
    sentAt,
    finishedAt: now().toISOString(),
    state: stateOf(isStructured, wrong),
    ...read,
    storedText,
    why: wrong ?? (reply?.end === 'length' ? message('failures.cloud.cutOff') : null),
    isCut: reply?.end === 'length',
    packetHash: hash,
    replyHash: sha256(storedText),
    tokens: reply?.tokens ?? null,
    attempts,
    sources: [...sources],
    ledgerEntries: [],
  }
}

function stateOf(isStructured: boolean, why: Message | null): Opinion['state'] {
  if (why !== null) return 'failed'
  return isStructured ? 'answered' : 'text'
}

function readOrKeep(text: string, options: ReadingReply): ReadReply & { readonly fault: Message | null } {
  try {
    return { ...readReply(text, options), fault: null }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ...NOTHING_READ, text, fault: message('failures.cloud.notRead', { reason }) }
  }
}

/** The opinion, which is kept already, with the authorities of its sentences looked up. Where that is stopped it stays as it is. */
async function lookUpAuthorities(
  opinion: Opinion,
  { matter, lists, search }: Pick<SendOpinionOptions, 'matter' | 'lists' | 'search'>,
  signal: AbortSignal,
): Promise<Opinion> {
  const { question, sources } = opinion
  try {
    const find = createFindAuthorities({ lists, question, passages: passages(sources), search: await search() })
    const claims: Claim[] = []
    for (const claim of opinion.claims) claims.push(await find(claim, signal))
    const ranked: Opinion['ranked'] = []
    for (const item of opinion.ranked) {
      const on = async (supports: Opinion['ranked'][number]['for']) => {
        const found: typeof supports = []
        for (const { text, claim } of supports) found.push({ text, claim: claim && (await find(claim, signal)) })
        return found
      }
      ranked.push({ ...item, for: await on(item.for), against: await on(item.against) })
    }
    const looked = { ...opinion, claims, ranked }
    const reasons = ranked.flatMap((item) => [...item.for, ...item.against].flatMap(({ claim }) => claim ?? []))
    if ([...claims, ...reasons].some(({ authorities }) => authorities.length > 0)) matter.store.opinions.save(looked)
    return looked
  } catch {
    // Stopped, or the library was closed: the opinion has been kept without.
    return opinion
  }
}

type SendOpinionOptions = {
  readonly matter: OpenMatter
  readonly packet: PacketRecord
  readonly consented: ConsentedPacket
  readonly model: CloudModel
  /** The intention is in the ledger already. */
  readonly record: SendingRecord
  readonly lists: WordLists
  /** The documents that its question names. */
  readonly named: readonly NamedIn[]
  /** Where the authorities of the reply are looked up. */
  readonly search: () => Promise<readonly EvidenceSource[]>
  readonly now: () => Date
}

/** What of a sending is known so far. */
type SendingProgress = {
  readonly opinionId: string
  readonly sentAt: string
  text: string
  attempts: number
  /** An attempt was followed by another one, which only happens where the bytes may be there. */
  mayHaveArrived: boolean
  reply: CloudReply | null
}

const TODO = {
  unreachable: 'failures.cloud.checkConnection',
  key: 'failures.cloud.enterKey',
  busy: 'failures.cloud.wait',
  server: 'failures.cloud.wait',
  rejected: 'failures.cloud.checkModel',
  redirect: 'failures.cloud.enterAddress',
  'too-large': 'failures.cloud.checkAddress',
  changed: 'failures.cloud.readAgain',
  lost: 'failures.cloud.approveAgain',
  timeout: 'failures.cloud.approveAgain',
  cut: 'failures.cloud.approveAgain',
  reply: 'failures.cloud.approveAgain',
  stopped: 'failures.cloud.approveAgain',
} as const satisfies Readonly<Record<CloudFailureKind, string>>

/** For the user: what happened, whether it may have arrived, what was kept, what to do. */
function sayFailure(failure: CloudFailure, { attempts, text, mayHaveArrived }: SendingProgress): Message {
  const told = {
    what: failure.said,
    arrival: message(arrival(failure, mayHaveArrived)),
    kept: message(text === '' ? 'failures.cloud.textKept' : 'failures.cloud.replyKept'),
    todo: message(TODO[failure.kind]),
  }
  return attempts > 1
    ? message('failures.cloud.toldAgain', { ...told, count: attempts })
    : message('failures.cloud.told', told)
}

/** The switch or the ban came on between two attempts, or the program is at fault. */
function sayUnforeseen(error: unknown, { mayHaveArrived, text }: SendingProgress): Message {
  const isThere = mayHaveArrived || text !== ''
  return message('failures.cloud.unforeseen', {
    what: saidOf(error),
    arrival: message(isThere ? 'failures.cloud.earlierMayHaveArrived' : 'failures.cloud.nothingSent'),
  })
}

function arrival({ mayHaveArrived, kind, status }: CloudFailure, isEarlierThere: boolean) {
  if (!mayHaveArrived) return isEarlierThere ? 'failures.cloud.earlierMayHaveArrived' : 'failures.cloud.nothingSent'
  return status === null && kind !== 'cut' && kind !== 'too-large' && kind !== 'reply'
    ? 'failures.cloud.mayHaveArrived'
    : 'failures.cloud.arrived'
}
