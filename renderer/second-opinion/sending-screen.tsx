import { useEffect, useState } from 'react'
import type { Packet } from '../../contract/opinions/packet.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StateMark, VerdictMark } from '../parts/marks.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import type { Sending } from './create-consulting.ts'
import { OpinionFrame } from './opinion-frame.tsx'
import { withoutMarks } from '../ask/asking/draft.ts'

type Props = { readonly sending: Sending; readonly packet: Packet | null }

/** Step 3: what is on its way and what is waited for. It goes on when one looks elsewhere, and can be stopped. */
export function SendingScreen({ sending, packet }: Props) {
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
              {sentenceCase(packet.kind)}, to {packet.provider}, {packet.model}:{' '}
              {formatCount(packet.characters, 'character')}, packet{' '}
              <span className="mono">{packet.hash.slice(0, 12)}</span>
            </p>
          </div>
        ) : null}
        {isEnded ? (
          <Ended sending={sending} onReview={() => consulting.forgetSending(packetId)} />
        ) : (
          <section className="job" aria-label="Sending" data-testid="sending">
            <div className="top">
              <span role="status">
                <Progress sending={sending} />
              </span>
              <Button isSmall className="push" onClick={() => consulting.stopSending(packetId)}>
                Stop
              </Button>
            </div>
            <p className="small soft">
              Only the text that you agreed to leaves. If it has to be tried again, the same bytes go; anything else
              needs your approval. You can look elsewhere meanwhile.
            </p>
          </section>
        )}
        {claims.length > 0 ? (
          <ol className="stack-2" aria-label="What has come">
            {claims.map(({ index, text, verdict }) => (
              <li key={index} className="read">
                {withoutMarks(text)} <VerdictMark verdict={verdict} />
              </li>
            ))}
          </ol>
        ) : null}
        <p>
          <Button look="quiet" isSmall onClick={() => go({ name: 'opinion', packet: null, consultation: null })}>
            All second opinions of this matter
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
          {retry.why} The same bytes go again <Until ms={retry.untilMs} />.
        </span>
      </StateMark>
    )
  const again = retries > 0 ? `, attempt ${retries + 1}` : ''
  return (
    <StateMark shape="running" tone="info">
      {characters > 0
        ? `${formatCount(characters, 'character')} of the reply have come`
        : `Sent${again}; the reply is waited for`}
    </StateMark>
  )
}

/** `in 12 s`, counted down; announced once, as it stands when it begins. */
function Until({ ms }: { readonly ms: number }) {
  const [left, setLeft] = useState(() => secondsUntil(ms))
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(ms)), 1000)
    return () => clearInterval(timer)
  }, [ms])
  return <span aria-live="off">{left > 0 ? `in ${left} s` : 'now'}</span>
}

function secondsUntil(ms: number): number {
  return Math.max(0, Math.ceil((ms - performance.now()) / 1000))
}

type EndedProps = { readonly sending: Sending; readonly onReview: () => void }

function Ended({ sending: { failure, characters }, onReview }: EndedProps) {
  const toReview = (
    <Button isSmall onClick={onReview}>
      Back to the packet
    </Button>
  )
  if (failure) return <FailureNote failure={failure}>{toReview}</FailureNote>
  return (
    <div className="stack-2" role="status" data-testid="stopped">
      <StateMark shape="caution" tone="warn">
        Stopped
      </StateMark>
      <p className="soft">
        {characters > 0
          ? 'The packet was sent, and part of the reply arrived.'
          : 'The packet may have arrived. Treat it as sent.'}{' '}
        The packet is kept, and the ledger records this. To send it again, approve it again.
      </p>
      <div className="btns">{toReview}</div>
    </div>
  )
}
