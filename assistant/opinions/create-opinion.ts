import type { Opinion } from '../../contract/opinion.ts'
import { restore } from '../../disclosure/pseudonyms/restore.ts'
import { createShowSource } from '../answers/prompt-source.ts'
import { matterPseudonyms } from '../disclosure/matter-pseudonyms.ts'
import { sha256 } from '../disclosure/sha256.ts'
import { chosenOption } from './chosen-option.ts'
import { unswap } from './counterfactual/unswap.ts'
import { checkReply } from './check-reply.ts'
import { parseReply } from './parse-reply.ts'
import type { SendingProgress, SendOpinionOptions } from './sending-progress.ts'
import { lexiconOf } from '../word-lists.ts'

/** Says of an answer that was cut off by its own limit. */
const CUT_OFF = 'The model reached the limit of its answer; the end may be missing.'

/**
 * What came, as an opinion. `why`: what went wrong in the middle; what can be read of it is read all the same. Where that fails, it is
 * one too, as it came: nobody can ask for it again.
 */
export function createOpinion(
  { now, ...options }: ReadOptions & Pick<SendOpinionOptions, 'now'>,
  { opinionId, sentAt, text: storedText, attempts, reply }: SendingProgress,
  why: string | null,
): Opinion {
  const { consultation, packetId, kind, question, provider, model, hash, sources } = options.packet
  const { isStructured, fault, ...read } = readOrKeep(storedText, options)
  const wrong = [why, fault].filter((one) => one !== null).join(' ') || null
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
    why: wrong ?? (reply?.end === 'length' ? CUT_OFF : null),
    packetHash: hash,
    replyHash: sha256(storedText),
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

type Read = Pick<
  Opinion,
  'claims' | 'text' | 'restored' | 'unknownTokens' | 'struck' | 'missing' | 'ranked' | 'choice'
> & {
  readonly isStructured: boolean
}
const NOTHING_READ = {
  claims: [],
  restored: 0,
  unknownTokens: [],
  struck: [],
  missing: [],
  ranked: [],
  choice: null,
  isStructured: false,
}

type ReadOptions = Pick<SendOpinionOptions, 'matter' | 'packet' | 'lists' | 'named'>

function readOrKeep(text: string, options: ReadOptions): Read & { readonly fault: string | null } {
  try {
    return { ...readReply(text, options), fault: null }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    return { ...NOTHING_READ, text, fault: `What came could not be read here, so it stands as it came: ${what}` }
  }
}

/** Sentence by sentence, or as it stands where it is not of the form that was asked for. */
function readReply(text: string, { packet, matter, lists, named }: ReadOptions): Read {
  // "[Exhibit-3]" in a source is no mark that the model made up.
  const own = (mark: string) => !packet.text.includes(mark)
  const { question, sources } = packet
  const { entities } = matterPseudonyms(matter)
  const reply = unswap(parseReply(text), packet)
  if (!reply) {
    const { text: plain, restored, unknown } = restore(unswap(text, packet), entities)
    return { ...NOTHING_READ, text: plain, restored, unknownTokens: unknown.filter(own) }
  }
  const show = createShowSource(matter.store.pages)
  const checked = checkReply(reply, { sources, question, named, show, entities, lexicon: lexiconOf(lists) })
  return {
    ...checked,
    claims: [...checked.claims],
    unknownTokens: checked.unknownTokens.filter(own),
    struck: [...checked.struck],
    missing: [...checked.missing],
    ranked: [...checked.ranked],
    choice: chosenOption(reply.choice === null ? null : restore(reply.choice, entities).text, packet.options ?? []),
    isStructured: true,
  }
}
