import { replacedGroupTitle } from '../../../contract/opinions/packet-groups.ts'
import { listWords } from '../../../wording/phrases.ts'
import { knownText, t } from '../../../wording/translate.ts'
import type { LedgerEntry } from '../../../store/ledger.ts'
import { momentWords } from '../../answers/export/how-produced.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'
import { isLesson } from '../decisions/lessons.ts'
import { mayHaveArrived, type PacketRecord } from '../../packets/packet-record.ts'

/** Each packet that left or may have, with the yes to it; while one is sent, nobody knows how much of it did. */
export function leftBlocks(packets: readonly PacketRecord[]): readonly PaperBlock[] {
  const gone = packets.filter((packet) => packet.state === 'sending' || mayHaveArrived(packet)).toReversed()
  if (gone.length === 0) return [{ kind: 'note', text: t('conference.nothing') }]
  return [{ kind: 'small', text: t('conference.left.hashes') }, ...gone.map(packetBlock)]
}

function packetBlock(packet: PacketRecord): PaperBlock {
  const { kind, state, provider, model, address, characters: count, masked, hash, consent, swapped } = packet
  const replaced = Object.entries(masked).map(([type, number]) => replacedGroupTitle({ type, count: number }))
  const dates = t(`outgoing.dates.modes.${packet.dates}`)
  return {
    kind: 'field',
    name: isLesson(packet) ? t('conference.left.lesson') : t(`conference.left.kinds.${kind}`),
    lines: [
      t('conference.left.to', {
        provider,
        model,
        address,
        state: knownText('conference.left.states', state) ?? state,
      }),
      t('conference.left.content', {
        count,
        replaced: replaced.length === 0 ? t('conference.left.nothingReplaced') : listWords(replaced),
        dates,
      }),
      ...(swapped ? [t('conference.left.test')] : []),
      consent
        ? t('conference.left.approved', { by: consent.by, moment: momentWords(consent.at) })
        : t('conference.left.noApproval'),
      hash,
    ],
  }
}

/** Each entry with its hash, in which the hash of the one before is. */
export function ledgerBlocks(entries: readonly LedgerEntry[]): readonly PaperBlock[] {
  return entries.map(({ seq, time, kind, hash }): PaperBlock => {
    const what = knownText('conference.log.kinds', kind) ?? kind
    const line = t('conference.log.line', { what, moment: momentWords(time) })
    return { kind: 'field', name: t('conference.log.entry', { entry: seq }), lines: [line, hash] }
  })
}
