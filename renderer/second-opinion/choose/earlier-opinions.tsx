import type { Consultation } from '../../../contract/opinions/opinion.ts'
import type { PacketRow } from '../../../contract/opinions/packet.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { formatTime } from '../../wording/format-time.ts'
import { isOpenPacket, KIND_WORDS, PACKET_STATES } from '../packet-words.ts'

type Props = { readonly consultations: readonly Consultation[]; readonly packets: readonly PacketRow[] }

/** What was asked before in this matter: what still needs a yes, and what came back. */
export function EarlierOpinions({ consultations, packets }: Props) {
  const open = packets.filter((packet) => isOpenPacket(packet) || packet.state === 'sending')
  const unknown = packets.filter(({ state }) => state === 'may-have-been-sent')
  const answered = consultations.filter(({ blind, informed }) => blind || informed)
  if (open.length + unknown.length + answered.length === 0) return null
  return (
    <section className="rule-top" aria-labelledby="earlier">
      <h2 className="h" id="earlier">
        In this matter
      </h2>
      <ul className="earlier">
        {[...open, ...unknown].map((packet) => (
          <PacketLine key={packet.packetId} packet={packet} />
        ))}
        {answered.map(({ consultation, question, askedAt, blind, informed }) => (
          <li key={consultation}>
            <PlaceLink to={{ name: 'opinion', packet: null, consultation }}>{question}</PlaceLink>
            <small>
              {[blind && 'blind', informed && 'informed'].filter(Boolean).join(' and ')},{' '}
              {(informed ?? blind)?.provider}, {formatTime(askedAt)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PacketLine({
  packet: { packetId, question, kind, provider, createdAt, state, why },
}: {
  readonly packet: PacketRow
}) {
  const { word, shape, tone } = PACKET_STATES[state]
  return (
    <li data-testid="open-packet">
      <PlaceLink to={{ name: 'opinion', packet: packetId, consultation: null }}>{question}</PlaceLink>{' '}
      <StateMark shape={shape} tone={tone}>
        {word}
      </StateMark>
      <small>
        {KIND_WORDS[kind]}, {provider}, {formatTime(createdAt)}
        {why ? `; ${why}` : ''}
      </small>
    </li>
  )
}
