import { useEffect, useRef, useState } from 'react'
import type { Flag } from '../../contract/packet.ts'
import { ROVING } from '../keys/move-in-list.ts'
import { rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { useShell } from '../state/shell-context.ts'
import { isOpenPacket } from './packet-words.ts'
import { flagContext } from './text-runs.ts'
import { TypeSelect } from './type-select.tsx'
import type { PacketWork } from './use-packet-work.ts'

/** Every word that is neither replaced nor known to be harmless: one decision each, and none for all. */
export function DecideList({ work }: { readonly work: PacketWork }) {
  const { packet } = work
  const list = useRef<HTMLDivElement>(null)
  const [times, setTimes] = useState(0)
  const open = packet.flags.filter(({ decision }) => decision === 'open')
  const decided = packet.flags.filter(({ decision }) => decision !== 'open')
  // The next one to decide takes the focus; after the last one the heading, never the button that sends.
  useEffect(() => {
    if (times === 0) return
    const next = list.current?.querySelector<HTMLElement>('[data-decision="open"]') ?? list.current?.querySelector('h2')
    next?.focus()
  }, [times])
  const decide = async (flag: Flag, decision: 'mask' | 'keep', more: DecideMore = {}) => {
    if (await work.change({ decide: { flag: flag.flag, decision, remember: false, ...more } })) setTimes((n) => n + 1)
  }
  if (packet.flags.length === 0) return null
  return (
    <div ref={list}>
      <h2 className="h" tabIndex={-1}>
        Decide each word
        <span className={`end small ${open.length > 0 ? 'warn' : 'ok'}`} data-testid="open-flags" role="status">
          {open.length > 0 ? `${open.length} of ${packet.flags.length} open` : 'all decided'}
        </span>
      </h2>
      <ul className="decide" ref={rovingList}>
        {[...open, ...decided].map((flag) => (
          <FlagItem key={flag.flag} flag={flag} work={work} onDecide={(...how) => void decide(flag, ...how)} />
        ))}
      </ul>
    </div>
  )
}

type DecideMore = { readonly type?: string; readonly remember?: boolean }

type ItemProps = {
  readonly flag: Flag
  readonly work: PacketWork
  readonly onDecide: (decision: 'mask' | 'keep', more?: DecideMore) => void
}

function FlagItem({ flag, work, onDecide }: ItemProps) {
  const { settings } = useShell()
  const [isChanging, setChanging] = useState(false)
  const canDecide = isOpenPacket(work.packet)
  const isOpen = flag.decision === 'open' || isChanging
  return (
    <li
      {...{ [ROVING]: '' }}
      tabIndex={-1}
      data-testid="flag"
      data-decision={flag.decision}
      aria-label={`${flag.flag} ${flag.term}: ${decisionWords(flag)}`}
      onKeyDown={(event) => {
        const decision = ({ m: 'mask', l: 'keep' } as const)[event.key.toLowerCase() as 'm' | 'l']
        if (!decision || !canDecide || !settings.singleKeys || event.target !== event.currentTarget) return
        if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
        event.preventDefault()
        onDecide(decision)
      }}
    >
      <span className="note">
        <span className="t">
          {flag.flag} &nbsp;{flag.term}
        </span>{' '}
        <span className="muted small">{flag.decision === 'open' ? flag.why : decisionWords(flag)}</span>
        {!isOpen && canDecide ? (
          <Button look="link" isSmall className="ml-auto" onClick={() => setChanging(true)}>
            change
          </Button>
        ) : null}
      </span>
      {isOpen && canDecide ? <Decision flag={flag} work={work} onDecide={onDecide} /> : null}
    </li>
  )
}

function Decision({ flag, work, onDecide }: ItemProps) {
  const context = flagContext(work.packet.segments, flag.flag)
  const [more, setMore] = useState<{ type: string; remember: boolean } | null>(null)
  const masks = more ? `Replace as ${more.type}` : `Replace by ${flag.suggestedPseudonym}`
  return (
    <>
      {context ? (
        <span className="ctx">
          {context[0]}
          <mark>{context[1]}</mark>
          {context[2]}
        </span>
      ) : null}
      {more ? (
        <span className="flex flex-wrap items-end gap-2">
          <TypeSelect value={more.type} onType={(type) => setMore({ ...more, type })} />
          <label className="small flex gap-1 items-center">
            <input
              type="checkbox"
              checked={more.remember}
              onChange={({ target }) => setMore({ ...more, remember: target.checked })}
            />
            always in this matter
          </label>
        </span>
      ) : null}
      <span className="btns">
        <Button isSmall isOff={work.isBusy} onClick={() => onDecide('mask', more ?? {})}>
          {masks}
        </Button>
        <Button isSmall isOff={work.isBusy} onClick={() => onDecide('keep')}>
          Keep here
        </Button>
        {more ? null : (
          <Button
            look="link"
            isSmall
            aria-label={`other… for ${flag.term}`}
            onClick={() => setMore({ type: flag.suggestedType, remember: false })}
          >
            other…
          </Button>
        )}
      </span>
    </>
  )
}

function decisionWords({ decision }: Flag): string {
  if (decision === 'open') return 'to decide'
  return decision === 'mask' ? 'replaced everywhere, by you' : 'kept for this packet, by you'
}
