import { splitSentences } from '../../text/sentences.ts'
import type { Claim } from '../../contract/answers/answer.ts'
import { restore } from '../../disclosure/pseudonyms/restore.ts'
import { createClaimStream } from '../answers/claims/claim-stream.ts'
import type { CheckReplyOptions } from './check-reply.ts'

type Said = { readonly text: string; readonly sources: readonly string[] }

/** Reads the texts of one reply with the real names, and remembers what was put back and what leads nowhere. */
export type ReplyReader = {
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

export function createReplyReader(options: CheckReplyOptions): ReplyReader {
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
