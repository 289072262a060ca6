import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import { splitSentences } from '../../checks/split-sentences.ts'
import type { Claim, Source } from '../../contract/answer.ts'
import { restore } from '../../disclosure/pseudonyms/restore.ts'
import type { Entity } from '../../disclosure/pseudonyms/pseudonym-map.ts'
import { createClaimStream } from '../answers/claim-stream.ts'
import type { ShowSource } from '../answers/prompt-source.ts'
import type { Reply } from './parse-reply.ts'

export type CheckedReply = {
  /** With the real names, each held against the sources of this computer. */
  readonly claims: readonly Claim[]
  /** The claims as one text, with their marks. */
  readonly text: string
  readonly missing: readonly string[]
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
  readonly show: ShowSource
  readonly entities: readonly Entity[]
  readonly lexicon: Lexicon
}

/** Models set marks into the sentence as well, in the brackets that they like. */
const MARK_IN_TEXT = /\s*[[(]\s*([SRK]\d+)\s*[\])]/g

/**
 * Puts the names back and checks each sentence as a local answer's is checked: quotes found by code, numbers, dates and names
 * compared, citations resolved within the closed set of the packet; what resolves to nothing is struck.
 */
export function checkReply(
  reply: Reply,
  { sources, question, show, entities, lexicon }: CheckReplyOptions,
): CheckedReply {
  const known = new Set(sources.map(({ source }) => source))
  const struck = new Set<string>()
  const texts = reply.claims.map(({ text, sources: named }) => {
    const inText = [...text.matchAll(MARK_IN_TEXT)].map(([, mark = '']) => mark)
    const marks = [...new Set([...named, ...inText].map((mark) => mark.replace(/[[\]()\s]/g, '')))]
    for (const mark of marks) if (!known.has(mark)) struck.add(mark)
    const plain = restore(text.replace(MARK_IN_TEXT, '').replace(/\s+/g, ' ').trim(), entities)
    return { plain, marks: marks.filter((mark) => known.has(mark)) }
  })
  const missing = reply.missing.map((text) => restore(text, entities))
  const all = [...texts.map(({ plain }) => plain), ...missing]
  const marked = texts.map(({ plain, marks }) => markedSentences(plain.text, marks)).join('\n')
  return {
    claims: createClaimStream({ sources, question, lexicon, above: (source) => show(source).above }).ended(marked),
    text: marked,
    missing: missing.map(({ text }) => text),
    restored: all.reduce((sum, { restored }) => sum + restored, 0),
    unknownTokens: [...new Set(all.flatMap(({ unknown }) => unknown))],
    struck: [...struck],
  }
}

/** A claim may be more than one sentence; each rests on the claim's sources. */
function markedSentences(text: string, marks: readonly string[]): string {
  const written = marks.map((mark) => `[${mark}]`).join('')
  return splitSentences(text)
    .map(({ start, end }) => `${text.slice(start, end).trim()}${written === '' ? '' : ` ${written}`}`)
    .join('\n')
}
