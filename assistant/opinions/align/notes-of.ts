import { splitSentences } from '../../../text/sentences.ts'
import type { Source } from '../../../contract/answers/answer.ts'
import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { findPacketRecord } from '../../disclosure/packet-record.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { Ours } from './anchoring.ts'
import { readClaim } from './read-claim.ts'

const NOTE = /^\[([^\]]+)\] (.*)$/

/** The notes that an informed opinion saw, sentence by sentence, each under the passage that it is on. */
export function notesOf(informed: Opinion | null, { store }: Pick<OpenMatter, 'store'>): Ours {
  const record = informed && findPacketRecord(store, informed.packetId)
  return (record?.analysis ?? '').split('\n').flatMap((line) => {
    const [, mark, text = ''] = NOTE.exec(line) ?? []
    const citations = (record?.sources ?? []).filter(({ source }) => source === mark).flatMap(citationOf)
    return splitSentences(text).map(({ start, end }) => readClaim({ text: text.slice(start, end), citations }))
  })
}

function citationOf(source: Source) {
  if (source.kind !== 'passage') return []
  const { text, ...place } = source
  return [{ ...place, quote: text }]
}
