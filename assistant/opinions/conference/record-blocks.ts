import { formatCount } from '../../../wording/format-quantity.ts'
import type { LedgerEntry } from '../../../store/ledger.ts'
import { momentWords } from '../../answers/export/how-produced.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'
import { isLesson } from '../decisions/lessons.ts'
import { mayHaveArrived, type PacketRecord } from '../../packets/packet-record.ts'

const KINDS = { blind: 'Blind', informed: 'Informed', counterfactual: 'Bias check' } as const

/** Each packet that left or may have, with the yes to it; while one is sent, nobody knows how much of it did. */
export function leftBlocks(packets: readonly PacketRecord[]): readonly PaperBlock[] {
  const gone = packets.filter((packet) => packet.state === 'sending' || mayHaveArrived(packet)).toReversed()
  if (gone.length === 0) return [{ kind: 'note', text: 'Nothing.' }]
  const packetBlocks = gone.map((packet): PaperBlock => {
    const { kind, state, provider, model, address, characters, masked, dates, hash, consent, swapped } = packet
    const replaced = Object.entries(masked).map(([type, count]) => `${type} ${count}`)
    return {
      kind: 'field',
      name: isLesson(packet) ? 'Lesson of a decision' : KINDS[kind],
      lines: [
        `To ${provider}, ${model}, ${address}: ${state === 'sending' ? 'on its way, may have left' : state.replaceAll('-', ' ')}`,
        `${formatCount(characters, 'character')}; replaced: ${replaced.join(', ') || 'nothing'}; dates: ${dates}`,
        ...(swapped ? ['A test packet: sex or origin of everybody swapped, never an opinion.'] : []),
        consent ? `Agreed to by ${consent.by}, ${momentWords(consent.at)}` : 'No yes is recorded.',
        hash,
      ],
    }
  })
  return [
    { kind: 'small', text: 'The last line of each is the SHA-256 of its address and every byte.' },
    ...packetBlocks,
  ]
}

const ENTRIES: Readonly<Record<string, string>> = {
  'question-asked': 'asked on this computer',
  'sending-intended': 'to be sent, by a yes',
  'sending-completed': 'sent and answered',
  'sending-failed': 'sending failed',
  'packet-refused': 'not sent',
  'term-unmasked': 'a word let through',
  'words-kept': 'flagged words kept in the whole matter',
  'words-asked-again': 'kept words asked about again',
  'opinion-kept': 'opinion checked and kept',
  'opinion-suggested': 'a second opinion suggested',
  'suggestion-decided': 'the suggestion taken or put aside',
  'opinion-decided': 'decided who was right',
}

/** Each entry with its hash, in which the hash of the one before is. */
export function ledgerBlocks(entries: readonly LedgerEntry[]): readonly PaperBlock[] {
  return entries.map(({ seq, time, kind, hash }): PaperBlock => {
    return { kind: 'field', name: `Entry ${seq}`, lines: [`${ENTRIES[kind] ?? kind}, ${momentWords(time)}`, hash] }
  })
}
