import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { momentWords } from '../../answers/export/how-produced.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'

/** How an opinion came about. */
export function opinionFields(opinion: Opinion): readonly PaperBlock[] {
  const { provider, model, sentAt, finishedAt, attempts, restored, tokens, packetHash, replyHash, ledgerEntries } =
    opinion
  const times = attempts === 1 ? 'once' : `${attempts} times, the same bytes`
  const fields: readonly (readonly [string, ...string[]])[] = [
    ['Asked', `${model}, ${provider}`],
    ['Sent', `${momentWords(sentAt)}, ${times}`],
    ['Came back', momentWords(finishedAt)],
    ['Names put back', String(restored)],
    ['Tokens', tokens ? `${tokens.prompt} read, ${tokens.generated} written` : 'not told'],
    ['Packet', `SHA-256 ${packetHash}`],
    ['Reply', `SHA-256 ${replyHash}`],
    ['Ledger', ledgerEntries.length === 0 ? 'none' : `entries ${ledgerEntries.join(', ')} of the matter`],
  ]
  return fields.map(([name, ...lines]) => ({ kind: 'field', name, lines }))
}
