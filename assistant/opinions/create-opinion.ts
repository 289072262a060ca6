import type { Claim } from '../../contract/answers/answer.ts'
import type { Opinion } from '../../contract/opinions/opinion.ts'
import { passages } from '../answers/answer-record.ts'
import { createFindAuthorities } from '../answers/evidence/find-authorities.ts'
import { sha256 } from '../home/sha256.ts'
import { NOTHING_READ, type ReadingReply, type ReadReply, readReply } from './opinion-reply.ts'
import type { SendingProgress, SendOpinionOptions } from './sending-progress.ts'
import { message, type Message } from '../../wording/message.ts'

/**
 * What came, as an opinion. `why`: what went wrong in the middle; what can be read of it is read all the same. Where that fails, it is
 * one too, as it came: nobody can ask for it again.
 */
export function createOpinion(
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
export async function lookUpAuthorities(
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
