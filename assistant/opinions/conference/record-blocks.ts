import type { LedgerEntry } from '../../../store/ledger/ledger-chain.ts'
import { countOf } from '../../answers/export/answer-words.ts'
import { momentWords } from '../../answers/export/how-produced.ts'
import type { PaperBlock } from '../../answers/export/paper-block.ts'
import { mayHaveArrived, type PacketRecord } from '../../disclosure/packet-record.ts'

/** Each packet that left or may have, with the yes to it. */
export function leftBlocks(packets: readonly PacketRecord[]): readonly PaperBlock[] {
  const gone = packets.filter(mayHaveArrived).toReversed()
  if (gone.length === 0) return [{ kind: 'note', text: 'Nothing.' }]
  return gone.map((packet): PaperBlock => {
    const { kind, state, provider, model, address, characters, masked, dates, hash, consent, swapped } = packet
    const replaced = Object.entries(masked).map(([type, count]) => `${type} ${count}`)
    return {
      kind: 'field',
      name: `${kind[0]?.toUpperCase()}${kind.slice(1)}`,
      lines: [
        `To ${provider}, ${model}, ${address}: ${state.replaceAll('-', ' ')}`,
        `${countOf(characters, 'character')}; replaced: ${replaced.join(', ') || 'nothing'}; dates: ${dates}`,
        ...(swapped ? ['A test packet: sex or origin of everybody swapped, never an opinion.'] : []),
        consent ? `Agreed to by ${consent.by}, ${momentWords(consent.at)}` : 'No yes is recorded.',
        `SHA-256 ${hash}`,
      ],
    }
  })
}

export function ledgerBlocks(entries: readonly LedgerEntry[]): readonly PaperBlock[] {
  return entries.map(({ seq, time, kind, hash }): PaperBlock => {
    return { kind: 'field', name: `Entry ${seq}`, lines: [`${kind}, ${momentWords(time)}`, `hash ${hash}`] }
  })
}
