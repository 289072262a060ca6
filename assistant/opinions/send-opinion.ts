import { randomUUID } from 'node:crypto'
import type { Opinion, OpinionEvent } from '../../contract/opinions/opinion.ts'
import { CloudFailure } from '../../models/cloud/cloud-failure.ts'
import type { CloudModel } from '../../models/cloud/cloud-model.ts'
import { isSendingAllowed } from '../packets/consent-to-packet.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { createOpinion, lookUpAuthorities } from './create-opinion.ts'
import { keepOpinion } from './kept-opinions.ts'
import { sayFailure, sayUnforeseen, type SendingProgress, type SendOpinionOptions } from './sending-progress.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

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
