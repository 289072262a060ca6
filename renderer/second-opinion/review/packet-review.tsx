import { useState } from 'react'
import type { Packet } from '../../../contract/opinions/packet.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { Modal } from '../../parts/modal.tsx'
import { useNavigation } from '../../state/navigation-context.ts'
import { formatNumber } from '../../../wording/format-quantity.ts'
import { sentenceCase } from '../../../wording/phrases.ts'
import { ConsentPanel } from './consent-panel.tsx'
import { DecideList } from './decide-list.tsx'
import { PacketDates, PacketProvider, PacketSources } from './packet-choices.tsx'
import { LookAgain } from './look-again.tsx'
import { OpinionFrame } from '../opinion-frame.tsx'
import { entryToBe, isOpenPacket, PACKET_STATES } from '../packet-words.ts'
import { PacketPanes } from './packet-panes.tsx'
import { ReplacedList, SwapList } from './replaced-list.tsx'
import { SelectedWords } from './mask-form.tsx'
import { usePacketWork } from './use-packet-work.ts'

/** Step 2: the exact outgoing text beside the local one, every word of it open to a decision. Later: as it was sent. */
export function PacketReview({ packet: read }: { readonly packet: Packet }) {
  const { go } = useNavigation()
  const work = usePacketWork(read)
  const [isRaw, setRaw] = useState(false)
  const { packet } = work
  const isOpen = isOpenPacket(packet)
  const leave = () => go({ name: 'opinion', packet: null, consultation: isOpen ? null : packet.consultation })
  const abandon = async () => {
    if (await work.abandon()) leave()
  }
  return (
    <OpinionFrame
      step={isOpen ? 'review' : 'send'}
      actions={
        <>
          <Button look="quiet" isSmall onClick={() => setRaw(true)}>
            Exact bytes…
          </Button>
          {isOpen && !packet.mayHaveArrived ? (
            <Button look="quiet" isSmall isOff={work.isBusy} onClick={() => void abandon()}>
              Abandon
            </Button>
          ) : null}
          <Button look="quiet" isSmall onClick={leave}>
            {isOpen ? 'Save and close' : 'Close'}
          </Button>
        </>
      }
    >
      <div className="packet-grid">
        <div className="col full packet-col">
          <PacketState packet={packet} />
          <FailureNote failure={work.failure} />
          <Legend isOpen={isOpen} />
          <PacketPanes work={work} />
          {isOpen ? <SelectedWords work={work} /> : null}
          <SwapList packet={packet} />
          <ReplacedList work={work} />
          <LedgerLine entry={entryToBe(packet)} isWritten={!isOpen} />
        </div>
        <section className="decisions" aria-label="Decisions and consent">
          <DecideList work={work} />
          {isOpen ? <LookAgain work={work} /> : null}
          {isOpen ? <PacketDates work={work} /> : null}
          {packet.swapped ? null : <PacketSources work={work} />}
          <PacketProvider work={work} />
          {isOpen || packet.state === 'may-have-been-sent' ? <ConsentPanel work={work} /> : null}
        </section>
      </div>
      {isRaw ? <ExactBytes packet={packet} onClose={() => setRaw(false)} /> : null}
    </OpinionFrame>
  )
}

function Legend({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <p className="packet-legend soft">
      <span>The right column is exactly what {isOpen ? 'will be' : 'was to be'} sent.</span>
      <span className="marks hide-narrow">
        <span className="real">replaced</span>
        {isOpen ? <span className="flag">to decide</span> : null}
        <span className="kept">kept: public law</span>
      </span>
    </p>
  )
}

/** Where something other than a first reading is going on. */
function PacketState({ packet: { state, why } }: { readonly packet: Packet }) {
  if (state === 'draft') return null
  const { word, shape, tone } = PACKET_STATES[state]
  return (
    <p className="sunk below-3" data-testid="packet-state" data-state={state}>
      <StateMark shape={shape} tone={tone}>
        {sentenceCase(word)}
      </StateMark>{' '}
      <span className="soft">
        {why}
        {state === 'may-have-been-sent'
          ? ' Treat it as sent; this is what it contained. To ask once more, agree to it again.'
          : ''}
        {state === 'waiting' ? ' It is not sent automatically. Read it and approve it again.' : ''}
      </span>
    </p>
  )
}

type Props = { readonly entry: ReturnType<typeof entryToBe>; readonly isWritten: boolean }

/** The entry of the ledger that would come about. */
function LedgerLine({ entry: { settled, open, consent }, isWritten }: Props) {
  return (
    <section className="above-4" aria-labelledby="ledger-line">
      <h2 className="h" id="ledger-line">
        {isWritten ? 'In the ledger' : 'Ledger entry to be written'}
        <span className="muted">{isWritten ? '' : 'before the first byte is sent, completed after'}</span>
      </h2>
      <p className="ledger-line">
        {settled}
        {open ? (
          <>
            {', '}
            <b className="warn">{open}</b>
          </>
        ) : null}
        {' · consent: '}
        <b className={consent === 'none yet' ? 'warn' : ''}>{consent}</b>
      </p>
    </section>
  )
}

/** The body of the request as it would go over the line: what is hashed, agreed to, recorded and sent. */
function ExactBytes({ packet, onClose }: { readonly packet: Packet; readonly onClose: () => void }) {
  const bytes = new TextEncoder().encode(packet.body).length
  return (
    <Modal title="Exact bytes of the request" onClose={onClose}>
      <dl className="kv">
        <dt>To</dt>
        <dd className="mono">{packet.address}</dd>
        <dt>Bytes</dt>
        <dd>{formatNumber(bytes)}</dd>
        <dt>SHA-256</dt>
        <dd className="mono">{packet.hash}</dd>
      </dl>
      <p className="small soft">
        The hash is taken of the address, the model and these bytes. The key of the account goes beside them, as a
        header; file names, pictures and who you are do not.
      </p>
      <pre className="raw sunk" tabIndex={0} aria-label="Body of the request" data-testid="body">
        {packet.body}
      </pre>
      <div className="btns">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Modal>
  )
}
