import { createHash } from 'node:crypto'
import { buildPacket } from '../disclosure/packet/build-packet.ts'
import { consentTo, packetHash } from '../disclosure/packet/consented-packet.ts'
import { NO_DECISIONS } from '../disclosure/packet/decisions.ts'
import { EMPTY_MESSAGE } from '../disclosure/packet/last-check.ts'
import { type Detection, termsToFind } from '../disclosure/packet/mask-segments.ts'
import { findTokens, restore } from '../disclosure/pseudonyms/restore.ts'
import type { PseudonymMap } from '../disclosure/pseudonyms/pseudonym-map.ts'
import type { CloudModel } from '../models/cloud/cloud-model.ts'
import type { RoundTripText } from './round-trip-texts.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export type RoundTrip = {
  readonly map: PseudonymMap
  readonly reply: string
  readonly restored: string
  /** What reads like a pseudonym in the reply: put back, reported, or (which must not be) neither. */
  readonly tokens: number
  readonly putBack: number
  readonly reported: number
  readonly lost: readonly string[]
  /** Terms of the map that a plain search finds in what was sent, beside the pseudonyms. None may be. */
  readonly leaked: readonly string[]
  /** Real terms that no layer found, so that the map does not hold them: the detector's misses, not the packet's. */
  readonly notFound: number
  /** Those of them about which the user was asked nothing either. */
  readonly unasked: readonly string[]
}

/** Substitutes, sends by the real client, and puts the names of the reply back. Flags are kept as a user would who finds them harmless. */
export async function roundTrip(
  { question, source, truth }: RoundTripText,
  map: PseudonymMap,
  detection: Detection,
  model: CloudModel,
): Promise<RoundTrip> {
  const own = { where: '', byOcr: false, documentId: null }
  const segments = [
    { source: 'question', ...own, local: question },
    { source: 'S1', ...own, local: source },
  ]
  const options = { known: [], decisions: NO_DECISIONS, dates: 'day' } as const
  const built = buildPacket({ segments, map, ...options }, detection)
  const { address, model: name, provider } = model.info
  const body = await model.bodyOf(built)
  const emptyBody = await model.bodyOf({ text: EMPTY_MESSAGE, marks: built.marks })
  const content = { packetId: 'p', provider, address, model: name, body, emptyBody, segments: built.segments }
  const terms = termsToFind(built.map, options, detection.isOrdinaryWord)
  const agreed = { ...content, openFlags: 0, marks: built.marks }
  const consented = consentTo(agreed, packetHash(agreed, sha256), { sha256, terms, anew: agreed })

  let reply = ''
  for await (const event of model.send(consented, AbortSignal.timeout(600_000)))
    if (event.type === 'text') reply += event.text
  const { text, restored, unknown } = restore(reply, built.map.entities)
  const found = findTokens(reply)
  const spellings = found.map(({ start, end }) => reply.slice(start, end))
  const known = new Set(built.map.entities.map(({ pseudonym }) => pseudonym))
  const lost = spellings.filter((spelling, index) => {
    const isKnown = known.has(found[index]?.pseudonym ?? '')
    return !isKnown && !unknown.includes(spelling)
  })
  const left = withoutTokens(body, built.text)
  const notFound = truth.filter((term) => stands(term, left, false))
  return {
    map: built.map,
    reply,
    restored: text,
    tokens: found.length,
    putBack: restored,
    reported: found.filter(({ pseudonym }) => !known.has(pseudonym)).length - lost.length,
    lost,
    leaked: terms.filter((term) => stands(term.text, left, term.capitalisedOnly)).map((term) => term.text),
    notFound: notFound.length,
    unasked: notFound.filter((term) => !built.flags.some((flag) => stands(flag.term, term, false))),
  }
}

/** What the other side reads of the body, without the instructions and the marks. */
function withoutTokens(body: string, text: string): string {
  const sent = JSON.stringify(JSON.parse(body)).includes(JSON.stringify(text)) ? text : body
  return sent.slice(sent.indexOf('Question: ')).replace(/\[[A-Z-]+-\d+[^\]]*\]/g, '\u0001')
}

/** A plain search, by other means than the last check: whole words in any case. */
function stands(term: string, text: string, asWritten: boolean): boolean {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, asWritten ? 'u' : 'iu').test(text)
}
