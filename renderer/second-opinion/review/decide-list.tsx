import { Collapsible } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { flagGroups } from '../../../contract/opinions/packet-groups.ts'
import type { Flag, PacketChange } from '../../../contract/opinions/packet.ts'
import { ROVING, rovingList } from '../../keys/roving-list.ts'
import { Button } from '../../parts/button.tsx'
import { CheckBox } from '../../parts/choices.tsx'
import { t } from '../../../wording/translate.ts'
import { FlagGroupItem } from './flag-group-item.tsx'
import { isOpenPacket } from '../packet-words.ts'
import type { PacketWork } from './use-packet-work.ts'

/** What is neither replaced nor known to be harmless, in groups: one decision each, or one for each word of it. */
export function DecideList({ work }: { readonly work: PacketWork }) {
  const { packet } = work
  const list = useRef<HTMLDivElement>(null)
  const [times, setTimes] = useState(0)
  const [isRemembered, setRemembered] = useState(true)
  const open = packet.flags.filter(({ decision }) => decision === 'open')
  // The next one to decide takes the focus; after the last one the heading, never the button that sends.
  useEffect(() => {
    if (times === 0) return
    const next = list.current?.querySelector<HTMLElement>(`[${ROVING}]`) ?? list.current?.querySelector('h2')
    next?.focus()
  }, [times])
  const change = async (wanted: PacketChange) => {
    if (await work.change(wanted)) setTimes((n) => n + 1)
  }
  if (packet.flags.length === 0) return null
  const canDecide = isOpenPacket(packet)
  return (
    <div ref={list}>
      <h2 className="h" tabIndex={-1}>
        {t('outgoing.decide.title')}
        <span className={`end small ${open.length > 0 ? 'warn' : 'ok'}`} data-testid="open-flags" role="status">
          {open.length > 0
            ? t('outgoing.decide.open', { open: open.length, count: packet.flags.length })
            : t('outgoing.decide.none')}
        </span>
      </h2>
      {open.length > 0 && canDecide ? (
        <div className="below-2">
          <CheckBox isSmall isOn={isRemembered} onChange={setRemembered}>
            {t('outgoing.decide.remember')}
          </CheckBox>
        </div>
      ) : null}
      <ul className="decide" ref={rovingList}>
        {flagGroups(open).map((group) => (
          <FlagGroupItem
            key={group.kind}
            group={group}
            work={work}
            isRemembered={isRemembered}
            onChange={(wanted) => void change(wanted)}
          />
        ))}
      </ul>
      <DecidedFlags work={work} />
    </div>
  )
}

/** The words that were decided, here or in an earlier packet of the matter; each decision can be taken back. */
function DecidedFlags({ work }: { readonly work: PacketWork }) {
  const { packet } = work
  const decided = packet.flags.filter(({ decision }) => decision !== 'open')
  if (decided.length === 0) return null
  const kept = decided.filter(({ decision }) => decision === 'keep').length
  return (
    <Collapsible.Root className="above-2">
      <Collapsible.Trigger className="fold small" data-testid="decided">
        <span className="chev" aria-hidden="true" />
        {decidedWords(kept, decided.length - kept)}
      </Collapsible.Trigger>
      <Collapsible.Content asChild>
        <ul className="decide" aria-label={t('outgoing.decide.decided')}>
          {decided.map((flag) => (
            <DecidedFlag key={flag.flag} flag={flag} work={work} />
          ))}
        </ul>
      </Collapsible.Content>
    </Collapsible.Root>
  )
}

function decidedWords(kept: number, replaced: number): string {
  if (replaced === 0) return t('outgoing.decide.kept', { kept })
  return kept === 0
    ? t('outgoing.decide.replaced', { replaced })
    : t('outgoing.decide.keptAndReplaced', { kept, replaced })
}

function DecidedFlag({ flag, work }: { readonly flag: Flag; readonly work: PacketWork }) {
  const { flag: number, term, decision } = flag
  return (
    <li data-testid="flag" data-decision={decision}>
      <span className="note">
        <span className="t">{`${number} \u00A0${term}`}</span>{' '}
        <span className="muted small">{decisionWords(flag)}</span>
        {isOpenPacket(work.packet) ? (
          <Button
            look="link"
            isSmall
            className="push"
            isOff={work.isBusy}
            aria-label={t('outgoing.decide.askAgainAbout', { term })}
            onClick={() => void work.change({ askAgain: { flag: number } })}
          >
            {t('outgoing.decide.askAgain')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

function decisionWords({ decision, isRemembered }: Flag): string {
  if (decision === 'mask') return t('outgoing.decide.replacedByYou')
  return isRemembered ? t('outgoing.decide.keptEarlier') : t('outgoing.decide.keptByYou')
}
