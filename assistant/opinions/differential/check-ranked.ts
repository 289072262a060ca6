import type { RankedItem, Support } from '../../../contract/opinions/differential.ts'
import type { RankedReply } from '../parse-reply.ts'
import type { ReplyReader } from '../reply-reader.ts'

/** One candidate of a reply, with the real names, its reasons checked as sentences are. Null where nothing is left of its name. */
export function checkRanked(item: RankedReply, reader: ReplyReader): RankedItem | null {
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
