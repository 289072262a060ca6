import type { Consultation } from '../../../contract/opinions/opinion.ts'
import type { PacketRow } from '../../../contract/opinions/packet.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { formatTime } from '../../../wording/format-time.ts'
import { listWords } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'
import { isOpenPacket, PACKET_STATES } from '../packet-words.ts'
import { messageText } from '../../../wording/message-text.ts'

type Props = { readonly consultations: readonly Consultation[]; readonly packets: readonly PacketRow[] }

/** What was asked before in this matter: what still needs a yes, and what came back. */
export function EarlierOpinions({ consultations, packets }: Props) {
  const open = packets.filter((packet) => isOpenPacket(packet) || packet.state === 'sending')
  const unknown = packets.filter(({ state }) => state === 'may-have-been-sent')
  const answered = consultations.filter(({ blind, informed, damagedOpinions }) => blind || informed || damagedOpinions)
  if (open.length + unknown.length + answered.length === 0) return null
  return (
    <section className="rule-top" aria-labelledby="earlier">
      <h2 className="h" id="earlier">
        {t('opinions.earlier.title')}
      </h2>
      <ul className="earlier">
        {[...open, ...unknown].map((packet) => (
          <PacketLine key={packet.packetId} packet={packet} />
        ))}
        {answered.map((one) => (
          <li key={one.consultation}>
            <PlaceLink to={{ name: 'opinion', packet: null, consultation: one.consultation }}>{one.question}</PlaceLink>
            <small>{cameBack(one)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function cameBack({ askedAt, blind, informed, damagedOpinions, packets }: Consultation): string {
  const opinions = [
    ...(blind ? [t('opinions.voices.blind')] : []),
    ...(informed ? [t('opinions.voices.informed')] : []),
    ...(damagedOpinions > 0 ? [t('opinions.earlier.damaged', { count: damagedOpinions })] : []),
  ]
  const provider = (informed ?? blind ?? packets[0])?.provider ?? ''
  return t('opinions.earlier.answered', { opinions: listWords(opinions), provider, time: formatTime(askedAt) })
}

function PacketLine({
  packet: { packetId, question, kind, provider, createdAt, state, why },
}: {
  readonly packet: PacketRow
}) {
  const { shape, tone } = PACKET_STATES[state]
  const asked = { kind: t(`opinions.kinds.${kind}`), provider, time: formatTime(createdAt) }
  return (
    <li data-testid="open-packet">
      <PlaceLink to={{ name: 'opinion', packet: packetId, consultation: null }}>{question}</PlaceLink>{' '}
      <StateMark shape={shape} tone={tone}>
        {t(`outgoing.states.${state}`)}
      </StateMark>
      <small>
        {why
          ? t('opinions.earlier.askedWithReason', { ...asked, why: messageText(why) })
          : t('opinions.earlier.asked', asked)}
      </small>
    </li>
  )
}
