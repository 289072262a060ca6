import { createHash } from 'node:crypto'
import type { Opinion } from '../../contract/opinion.ts'
import { restore } from '../../disclosure/pseudonyms/restore.ts'
import { createShowSource } from '../answers/prompt-source.ts'
import { matterPseudonyms } from '../disclosure/matter-pseudonyms.ts'
import { checkReply } from './check-reply.ts'
import { parseReply } from './parse-reply.ts'
import type { SendingProgress, SendOpinionOptions } from './sending-progress.ts'

/** Says of an answer that was cut off by its own limit. */
const CUT_OFF = 'The model reached the limit of its answer; the end may be missing.'

/** What came, as an opinion. `why`: what went wrong in the middle; what can be read of it is read all the same. */
export function createOpinion(
  { matter, packet, now }: Pick<SendOpinionOptions, 'matter' | 'packet' | 'now'>,
  { opinionId, sentAt, text: storedText, attempts, reply }: SendingProgress,
  why: string | null,
): Opinion {
  const { consultation, packetId, kind, question, provider, model, hash, sources } = packet
  const { isStructured, ...read } = readReply(storedText, packet, matter)
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
    state: stateOf(isStructured, why),
    ...read,
    storedText,
    why: why ?? (reply?.end === 'length' ? CUT_OFF : null),
    packetHash: hash,
    replyHash: createHash('sha256').update(storedText).digest('hex'),
    tokens: reply?.tokens ?? null,
    attempts,
    sources: [...sources],
    ledgerEntries: [],
  }
}

function stateOf(isStructured: boolean, why: string | null): Opinion['state'] {
  if (why !== null) return 'failed'
  return isStructured ? 'answered' : 'text'
}

type Read = Pick<Opinion, 'claims' | 'text' | 'restored' | 'unknownTokens' | 'struck' | 'missing'>

/** Sentence by sentence, or as it stands where it is not of the form that was asked for. */
function readReply(
  text: string,
  { question, sources }: SendOpinionOptions['packet'],
  matter: SendOpinionOptions['matter'],
): Read & { readonly isStructured: boolean } {
  const { entities } = matterPseudonyms(matter)
  const reply = parseReply(text)
  if (!reply) {
    const { text: plain, restored, unknown } = restore(text, entities)
    return {
      claims: [],
      text: plain,
      restored,
      unknownTokens: [...unknown],
      struck: [],
      missing: [],
      isStructured: false,
    }
  }
  const show = createShowSource(matter.store.pages)
  const checked = checkReply(reply, { sources, question, show, entities })
  return {
    ...checked,
    claims: [...checked.claims],
    unknownTokens: [...checked.unknownTokens],
    struck: [...checked.struck],
    missing: [...checked.missing],
    isStructured: true,
  }
}
