import type { Opinion } from '../../contract/opinions/opinion.ts'
import { OPTION_LETTERS } from '../../disclosure/packet/cloud-prompt.ts'
import { restore } from '../../disclosure/pseudonyms/restore.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import { createShowSource, type ShowSource } from '../answers/draft/prompt-source.ts'
import { knownEntities } from '../packets/matter-pseudonyms.ts'
import type { PacketRecord } from '../packets/packet-record.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { lexiconOf } from '../home/word-lists.ts'
import { unswap } from './counterfactual/unswap.ts'
import { parseReply, type RankedReply, type Reply } from './parse-reply.ts'
import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import type { Claim, Source } from '../../contract/answers/answer.ts'
import type { RankedItem, Support } from '../../contract/opinions/differential.ts'
import type { Entity } from '../../disclosure/pseudonyms/pseudonym-map.ts'
import { splitSentences } from '../../text/sentences.ts'
import { createClaimStream } from '../answers/claims/claim-stream.ts'

export type ReadReply = Pick<
  Opinion,
  'claims' | 'text' | 'restored' | 'unknownTokens' | 'struck' | 'missing' | 'ranked' | 'choice'
> & {
  readonly isStructured: boolean
}

export type ReadingReply = {
  readonly matter: OpenMatter
  readonly packet: PacketRecord
  readonly lists: WordLists
  /** The documents that its question names. */
  readonly named: readonly NamedIn[]
}

export const NOTHING_READ = {
  claims: [],
  restored: 0,
  unknownTokens: [],
  struck: [],
  missing: [],
  ranked: [],
  choice: null,
  isStructured: false,
}

/**
 * What came to a packet, with the names back and each sentence held against the sources of this computer; as it stands where it is not
 * of the form that was asked for.
 */
export function readReply(text: string, { packet, matter, lists, named }: ReadingReply): ReadReply {
  // "[Exhibit-3]" in a source is no mark that the model made up.
  const own = (mark: string) => !packet.text.includes(mark)
  const { question, sources } = packet
  const entities = knownEntities(matter)
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

const LETTER_ALONE = /^\W*(?:option\W*)?([A-J])\W*$/i
const LETTER_AND_TEXT = /^\W*(?:option\W*)?([A-J])[.):](.+)$/is

/**
 * The option that a reply means, in the words in which it was given here: by its letter alone, its letter and its words, or its words
 * alone. Null where that is not plain: "Both A and C" is no choice, and "Adjourned" is not option A.
 */
export function chosenOption(said: string | null, options: readonly string[]): string | null {
  const text = said ?? ''
  const alone = LETTER_ALONE.exec(text)
  if (alone) return underLetter(alone[1], options)
  const same = options.filter((option) => plainWords(option) === plainWords(text))
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null
  const [, letter, words = ''] = LETTER_AND_TEXT.exec(text) ?? []
  const option = underLetter(letter, options)
  return option !== null && plainWords(option) === plainWords(words) ? option : null
}

function underLetter(letter: string | undefined, options: readonly string[]): string | null {
  return options[OPTION_LETTERS.indexOf(letter?.toUpperCase() ?? '-')] ?? null
}

/** Without case, spaces and what stands around them. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“‘]+|[\s"'”’.,;]+$/g, '')
}

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
