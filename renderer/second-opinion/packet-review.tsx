import { useState } from 'react'
import type { Packet } from '../../contract/packet.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StateMark } from '../parts/marks.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { sentenceCase } from '../wording/phrases.ts'
import { ConsentPanel } from './consent-panel.tsx'
import { DecideList } from './decide-list.tsx'
import { ExactBytes } from './exact-bytes.tsx'
import { GoesTo } from './goes-to.tsx'
import { HowDatesLeave } from './how-dates-leave.tsx'
import { LedgerLine } from './ledger-line.tsx'
import { LookAgain } from './look-again.tsx'
import { OpinionFrame } from './opinion-frame.tsx'
import { entryToBe, isOpenPacket, PACKET_STATES } from './packet-words.ts'
import { Panes } from './panes.tsx'
import { ReplacedList } from './replaced-list.tsx'
import { SelectedWords } from './selected-words.tsx'
import { SourcesSent } from './sources-sent.tsx'
import { SwapList } from './swap-list.tsx'
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
          <Panes work={work} />
          {isOpen ? <SelectedWords work={work} /> : null}
          <SwapList packet={packet} />
          <ReplacedList work={work} />
          <LedgerLine entry={entryToBe(packet)} isWritten={!isOpen} />
        </div>
        <section className="decisions" aria-label="Decisions and consent">
          <DecideList work={work} />
          {isOpen ? <LookAgain work={work} /> : null}
          {isOpen ? <HowDatesLeave work={work} /> : null}
          {packet.swapped ? null : <SourcesSent work={work} />}
          <GoesTo work={work} />
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
      <span>On the right is what {isOpen ? 'leaves' : 'was to leave'}, to the last character.</span>
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
    <p className="sunk mb-3" data-testid="packet-state" data-state={state}>
      <StateMark shape={shape} tone={tone}>
        {sentenceCase(word)}
      </StateMark>{' '}
      <span className="soft">
        {why}
        {state === 'may-have-been-sent'
          ? ' Treat it as sent; this is what it contained. To ask once more, agree to it again.'
          : ''}
        {state === 'waiting' ? ' It is not sent by itself: read it and agree anew.' : ''}
      </span>
    </p>
  )
}
