import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import type { Claim, Source } from '../../contract/answers/answer.ts'
import type { RankedItem, Support } from '../../contract/opinions/differential.ts'
import type { Entity } from '../../disclosure/pseudonyms/pseudonym-map.ts'
import { restore } from '../../disclosure/pseudonyms/restore.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import { splitSentences } from '../../text/sentences.ts'
import { createClaimStream } from '../answers/claims/claim-stream.ts'
import type { ShowSource } from '../answers/draft/prompt-source.ts'
import type { RankedReply, Reply } from './parse-reply.ts'

type CheckedReply = {
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

type CheckReplyOptions = {
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

type Said = { readonly text: string; readonly sources: readonly string[] }

/** Reads the texts of one reply with the real names, and remembers what was put back and what leads nowhere. */
type ReplyReader = {
  text(text: string): string
  /** The sentences as one text with their marks: each is to be held against its sources. */
  marked(said: readonly Said[]): string
  claims(marked: string): readonly Claim[]
  readonly found: {
    readonly restored: number
    readonly unknownTokens: readonly string[]
    readonly struck: readonly string[]
  }
}

/** Models set marks into the sentence as well, in the brackets that they like. */
const MARK_IN_TEXT = /\s*[[(]\s*([SRK]\d+)\s*[\])]/g

function createReplyReader(options: CheckReplyOptions): ReplyReader {
  const { sources, question, named, show, entities, lexicon } = options
  const known = new Set(sources.map(({ source }) => source))
  const struck = new Set<string>()
  const unknown = new Set<string>()
  let restored = 0
  const read = (text: string): string => {
    const plain = restore(text, entities)
    restored += plain.restored
    for (const token of plain.unknown) unknown.add(token)
    return plain.text
  }
  const markedOne = ({ text, sources: given }: Said): string => {
    const inText = [...text.matchAll(MARK_IN_TEXT)].map(([, mark = '']) => mark)
    const marks = [...new Set([...given, ...inText].map((mark) => mark.replace(/[[\]()\s]/g, '')))]
    for (const mark of marks) if (!known.has(mark)) struck.add(mark)
    const plain = read(text.replace(MARK_IN_TEXT, '').replace(/\s+/g, ' ').trim())
    return markedSentences(
      plain,
      marks.filter((mark) => known.has(mark)),
    )
  }
  return {
    text: read,
    marked: (said) => said.map(markedOne).join('\n'),
    claims: (marked) => createClaimStream({ sources, question, named, lexicon, show }).ended(marked),
    get found() {
      return { restored, unknownTokens: [...unknown], struck: [...struck] }
    },
  }
}

/** A claim may be more than one sentence; each rests on the claim's sources. */
function markedSentences(text: string, marks: readonly string[]): string {
  const written = marks.map((mark) => `[${mark}]`).join('')
  return splitSentences(text)
    .map(({ start, end }) => `${text.slice(start, end).trim()}${written === '' ? '' : ` ${written}`}`)
    .join('\n')
}

/** One candidate of a reply, with the real names, its reasons checked as sentences are. Null where nothing is left of its name. */
function checkRanked(item: RankedReply, reader: ReplyReader): RankedItem | null {
  const name = reader.text(item.name).replace(/\s+/g, ' ').trim()
  if (name === '') return null
  const supports = (said: RankedReply['for']): Support[] =>
    reader.claims(reader.marked(said)).map((claim) => ({ text: claim.text, claim }))
  return {
    name,
    for: supports(item.for),
    against: supports(item.against),
    missing: item.missing.map(reader.text),
    decides: item.decides.map(reader.text),
    cannotMiss: item.cannotMiss,
  }
}
