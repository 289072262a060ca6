import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import type { Claim, Source } from '../../contract/answers/answer.ts'
import type { RankedItem } from '../../contract/opinions/differential.ts'
import type { Entity } from '../../disclosure/pseudonyms/pseudonym-map.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import type { ShowSource } from '../answers/draft/prompt-source.ts'
import { checkRanked } from './differential/check-ranked.ts'
import type { Reply } from './parse-reply.ts'
import { createReplyReader } from './reply-reader.ts'

export type CheckedReply = {
  /** With the real names, each held against the sources of this computer. */
  readonly claims: readonly Claim[]
  /** The claims as one text, with their marks. */
  readonly text: string
  readonly missing: readonly string[]
  readonly ranked: readonly RankedItem[]
  readonly restored: number
  readonly unknownTokens: readonly string[]
  /** Marks of sources that were not sent. */
  readonly struck: readonly string[]
}

export type CheckReplyOptions = {
  /** Those of the packet. */
  readonly sources: readonly Source[]
  /** As it was asked here, with the real names. */
  readonly question: string
  /** The documents that it names. */
  readonly named: readonly NamedIn[]
  readonly show: ShowSource
  readonly entities: readonly Entity[]
  readonly lexicon: Lexicon
}

/**
 * Puts the names back and checks each sentence as a local answer's is checked: quotes found by code, numbers, dates and names
 * compared, citations resolved within the closed set of the packet; what resolves to nothing is struck. The reasons for and against
 * a candidate are sentences like all others.
 */
export function checkReply(reply: Reply, options: CheckReplyOptions): CheckedReply {
  const reader = createReplyReader(options)
  const text = reader.marked(reply.claims)
  const missing = reply.missing.map(reader.text)
  const ranked = reply.ranked.flatMap((item) => checkRanked(item, reader) ?? [])
  return { claims: reader.claims(text), text, missing, ranked, ...reader.found }
}
