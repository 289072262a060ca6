import { useState } from 'react'
import type { Packet } from '../../../contract/opinions/packet.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { Modal } from '../../parts/modal.tsx'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'
import { useNavigation } from '../../state/navigation-context.ts'
import { formatNumber } from '../../../wording/format-quantity.ts'
import { formatTime } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import { ConsentPanel } from './consent-panel.tsx'
import { DecideList } from './decide-list.tsx'
import { PacketDates, PacketProvider, PacketSources } from './packet-choices.tsx'
import { OpinionFrame } from '../opinion-frame.tsx'
import { entryToBe, isOpenPacket, PACKET_STATES } from '../packet-words.ts'
import { PacketPanes } from './packet-panes.tsx'
import { ReplacedList, SwapList } from './replaced-list.tsx'
import { SelectedWords } from './mask-form.tsx'
import { type PacketWork, usePacketWork } from './use-packet-work.ts'
import { messageText } from '../../../wording/message-text.ts'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useShell } from '../../state/shell-context.ts'

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
            {t('outgoing.review.bytes')}
          </Button>
          {isOpen && !packet.mayHaveArrived ? (
            <Button look="quiet" isSmall isBusy={work.isBusy} onClick={() => void abandon()}>
              {t('outgoing.review.abandon')}
            </Button>
          ) : null}
          <Button look="quiet" isSmall onClick={leave}>
            {isOpen ? t('outgoing.review.saveAndClose') : t('frame.buttons.close')}
          </Button>
        </>
      }
    >
      <div className="packet-grid">
        <div className="col full packet-col">
          <PacketState packet={packet} />
          <FailureNote failure={work.failure} />
          <Legend state={packet.state} />
          <PacketPanes work={work} />
          {isOpen ? <SelectedWords work={work} /> : null}
          <SwapList packet={packet} />
          <ReplacedList work={work} />
          <LedgerLine packet={packet} isWritten={!isOpen} />
        </div>
        <section className="decisions" aria-label={t('outgoing.review.label')}>
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

function Legend({ state }: Pick<Packet, 'state'>) {
  const isOpen = isOpenPacket({ state })
  const sentence = isOpen ? 'willBeSent' : state === 'sent' ? 'wasSent' : 'wasToBeSent'
  return (
    <p className="packet-legend soft">
      <span>{t(`outgoing.review.${sentence}`)}</span>
      <span className="marks hide-narrow">
        <span className="real">{t('outgoing.review.legend.replaced')}</span>
        {isOpen ? <span className="flag">{t('outgoing.review.legend.open')}</span> : null}
        <span className="kept">{t('outgoing.review.legend.authority')}</span>
      </span>
    </p>
  )
}

/** Where something other than a first reading is going on. */
function PacketState({ packet: { state, why } }: { readonly packet: Packet }) {
  if (state === 'draft') return null
  const { shape, tone } = PACKET_STATES[state]
  return (
    <p className="sunk below-3" data-testid="packet-state" data-state={state}>
      <StateMark shape={shape} tone={tone}>
        {t(`outgoing.states.${state}`)}
      </StateMark>{' '}
      <span className="soft">
        {why === null ? '' : messageText(why)}{' '}
        {state === 'may-have-been-sent' ? t('outgoing.stateHints.mayHaveBeenSent') : null}
        {state === 'waiting' ? t('outgoing.stateHints.waiting') : null}
      </span>
    </p>
  )
}

type Props = { readonly packet: Packet; readonly isWritten: boolean }

const warning = (words: React.ReactNode) => <b className="warn">{words}</b>

/** The entry of the audit log that would come about. */
function LedgerLine({ packet, isWritten }: Props) {
  const { settled, flags } = entryToBe(packet)
  const { consent } = packet
  return (
    <section className="above-4" aria-labelledby="ledger-line">
      <h2 className="h" id="ledger-line">
        {isWritten ? t('outgoing.entry.written') : t('outgoing.entry.toBe')}
        <span className="muted">{isWritten ? '' : t('outgoing.entry.toBeHint')}</span>
      </h2>
      <p className="ledger-line">
        {settled} ·{' '}
        {t.rich(`outgoing.entry.${flags.open > 0 ? 'decidedAndOpen' : 'decided'}`, { ...flags, b: warning })} ·{' '}
        {consent
          ? t.rich('outgoing.entry.approved', { by: consent.by, time: formatTime(consent.at), b: TEXT_TAGS.b })
          : t.rich('outgoing.entry.notApproved', { b: warning })}
      </p>
    </section>
  )
}

/** The body of the request as it would go over the line: what is hashed, agreed to, recorded and sent. */
function ExactBytes({ packet, onClose }: { readonly packet: Packet; readonly onClose: () => void }) {
  const bytes = new TextEncoder().encode(packet.body).length
  return (
    <Modal title={t('outgoing.bytes.title')} onClose={onClose}>
      <dl className="kv">
        <dt>{t('outgoing.bytes.to')}</dt>
        <dd className="mono">{packet.address}</dd>
        <dt>{t('outgoing.bytes.bytes')}</dt>
        <dd>{formatNumber(bytes)}</dd>
        <dt>{t('outgoing.bytes.hash')}</dt>
        <dd className="mono">{packet.hash}</dd>
      </dl>
      <p className="small soft">{t('outgoing.bytes.hint')}</p>
      <pre className="raw sunk" tabIndex={0} aria-label={t('outgoing.bytes.body')} data-testid="body">
        {packet.body}
      </pre>
      <div className="btns">
        <Button onClick={onClose}>{t('frame.buttons.close')}</Button>
      </div>
    </Modal>
  )
}

/** A second reading, by the model of this computer. It only adds to what is replaced, and each can be undone like the others. */
function LookAgain({ work }: { readonly work: PacketWork }) {
  const { packet, looking, isBusy, lookAgain } = work
  const { languageModel } = useShell().status
  const named = packet.terms.filter(({ by }) => by === 'model').length
  if (languageModel === null && named === 0) return null
  return (
    <div className="rule-top" data-testid="look-again">
      <h2 className="h">{t('outgoing.look.title')}</h2>
      {looking ? (
        <StoppableProgress
          words={t('outgoing.look.progress', { done: looking.done, count: looking.items })}
          label={t('outgoing.look.progressLabel')}
          done={looking.done}
          all={looking.items}
          onStop={looking.stop}
        />
      ) : languageModel ? (
        <Button isSmall isBusy={isBusy} onClick={() => void lookAgain()}>
          {t('outgoing.look.again')}
        </Button>
      ) : null}
      <p className="small muted above-1">
        {named > 0 ? t('outgoing.look.named', { count: named }) : null} {t('outgoing.look.hint')}
      </p>
    </div>
  )
}
