import { useEffect } from 'react'
import { t } from '../../wording/translate.ts'
import { Opening } from '../parts/progress.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import type { Sending } from './create-consulting.ts'
import { Choose } from './choose/choose.tsx'
import { Compare } from './compare/compare.tsx'
import { OpinionFrame } from './opinion-frame.tsx'
import { PacketReview } from './review/packet-review.tsx'
import { SendingScreen } from './sending-screen.tsx'
import { usePacket } from './use-consultations.ts'
import { useSending } from './use-consulting.ts'

/** A second opinion, step by step: choose, review, send, compare. */
export function SecondOpinion() {
  const { place } = useNavigation()
  if (place.packet) return <OnePacket key={place.packet} packetId={place.packet} />
  if (place.consultation) return <Compare key={place.consultation} consultation={place.consultation} />
  return <Choose key={place.answer} />
}

/** Under review, on its way, or as it was sent. */
function OnePacket({ packetId }: { readonly packetId: string }) {
  const matter = useMatter()
  const sending = useSending(packetId)
  const packet = usePacket(matter.id, packetId)
  useGoToOpinion(sending)
  if (sending) return <SendingScreen sending={sending} packet={packet.value} />
  if (packet.value) return <PacketReview packet={packet.value} />
  return (
    <OpinionFrame step="review">
      <div className="col full">
        <FailureNote failure={packet.failure} />
        {packet.failure ? null : <Opening>{t('outgoing.opening')}</Opening>}
      </div>
    </OpinionFrame>
  )
}

/** What has come back is compared at once. */
function useGoToOpinion(sending: Sending | null): void {
  const { consulting } = useShell()
  const { replace } = useNavigation()
  const consultation = sending?.opinion?.consultation ?? null
  const packetId = sending?.packetId ?? null
  useEffect(() => {
    if (consultation === null || packetId === null) return
    consulting.forgetSending(packetId)
    replace({ packet: null, consultation })
  }, [consultation, packetId, consulting, replace])
}
