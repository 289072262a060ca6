import { useEffect, useState } from 'react'
import { t } from '../../wording/translate.ts'
import { Opening } from '../parts/progress.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import type { Sending } from './create-consulting.ts'
import { Choose } from './choose.tsx'
import { Compare } from './compare/compare.tsx'
import { OpinionFrame } from './opinion-frame.tsx'
import { PacketReview } from './review/packet-review.tsx'
import { usePacket, useSending } from './use-consulting.ts'
import type { Packet } from '../../contract/opinions/packet.ts'
import { Button } from '../parts/button.tsx'
import { StateMark, VerdictMark } from '../parts/marks.tsx'
import { withoutMarks } from '../ask/live-answer.ts'
import { messageText } from '../../wording/message-text.ts'

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

type Props = { readonly sending: Sending; readonly packet: Packet | null }

/** Step 3: what is on its way and what is waited for. It goes on when one looks elsewhere, and can be stopped. */
function SendingScreen({ sending, packet }: Props) {
  const { consulting } = useShell()
  const { go } = useNavigation()
  const { packetId, failure, isStopped, claims } = sending
  const isEnded = failure !== null || isStopped
  return (
    <OpinionFrame step="send">
      <div className="col stack-4">
        {packet ? (
          <div>
            <h2 className="question">{packet.question}</h2>
            <p className="asked">
              {t(`outgoing.sending.toProvider.${packet.kind}`, {
                provider: packet.provider,
                model: packet.model,
                count: packet.characters,
              })}
            </p>
          </div>
        ) : null}
        {isEnded ? (
          <Ended sending={sending} onReview={() => consulting.forgetSending(packetId)} />
        ) : (
          <section className="job" aria-label={t('outgoing.sending.label')} data-testid="sending">
            <div className="top">
              <span role="status">
                <Progress sending={sending} />
              </span>
              <Button isSmall className="push" onClick={() => consulting.stopSending(packetId)}>
                {t('frame.buttons.stop')}
              </Button>
            </div>
            <p className="small soft">{t('outgoing.sending.hint')}</p>
          </section>
        )}
        {claims.length > 0 ? (
          <ol className="stack-2" aria-label={t('outgoing.sending.soFar')}>
            {claims.map(({ index, text, verdict }) => (
              <li key={index} className="read">
                {withoutMarks(text)} <VerdictMark verdict={verdict} />
              </li>
            ))}
          </ol>
        ) : null}
        <p>
          <Button look="quiet" isSmall onClick={() => go({ name: 'opinion', packet: null, consultation: null })}>
            {t('outgoing.sending.all')}
          </Button>
        </p>
      </div>
    </OpinionFrame>
  )
}

function Progress({ sending: { retry, characters, retries } }: { readonly sending: Sending }) {
  if (retry)
    return (
      <StateMark shape="queued" tone="warn">
        <span className="many-lines">
          <SentAgain {...retry} />
        </span>
      </StateMark>
    )
  return (
    <StateMark shape="running" tone="info">
      {characters > 0
        ? t('outgoing.sending.receiving', { count: characters })
        : retries > 0
          ? t('outgoing.sending.waitingAgain', { attempt: retries + 1 })
          : t('outgoing.sending.waiting')}
    </StateMark>
  )
}

/** Why it is sent again, and when, counted down; announced once, as it stands when it begins. */
function SentAgain({ why: said, untilMs }: NonNullable<Sending['retry']>) {
  const why = messageText(said)
  const [seconds, setSeconds] = useState(() => secondsUntil(untilMs))
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(untilMs)), 1000)
    return () => clearInterval(timer)
  }, [untilMs])
  const time = (chunks: React.ReactNode) => <span aria-live="off">{chunks}</span>
  return seconds > 0
    ? t.rich('outgoing.sending.again', { why, seconds, time })
    : t.rich('outgoing.sending.againNow', { why, time })
}

function secondsUntil(ms: number): number {
  return Math.max(0, Math.ceil((ms - performance.now()) / 1000))
}

type EndedProps = { readonly sending: Sending; readonly onReview: () => void }

function Ended({ sending: { failure, characters }, onReview }: EndedProps) {
  const toReview = (
    <Button isSmall onClick={onReview}>
      {t('outgoing.sending.back')}
    </Button>
  )
  if (failure) return <FailureNote failure={failure}>{toReview}</FailureNote>
  return (
    <div className="stack-2" role="status" data-testid="stopped">
      <StateMark shape="caution" tone="warn">
        {t('outgoing.sending.stopped')}
      </StateMark>
      <p className="soft">
        {characters > 0 ? t('outgoing.sending.stoppedInReply') : t('outgoing.sending.stoppedBefore')}
      </p>
      <div className="btns">{toReview}</div>
    </div>
  )
}
