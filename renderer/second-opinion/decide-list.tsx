import { useEffect, useRef, useState } from 'react'
import { flagGroups } from '../../contract/flag-groups.ts'
import type { PacketChange } from '../../contract/packet.ts'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { DecidedFlags } from './decided-flags.tsx'
import { FlagGroupItem } from './flag-group-item.tsx'
import { isOpenPacket } from './packet-words.ts'
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
        To decide
        <span className={`end small ${open.length > 0 ? 'warn' : 'ok'}`} data-testid="open-flags" role="status">
          {open.length > 0 ? `${open.length} of ${packet.flags.length} words open` : 'all decided'}
        </span>
      </h2>
      {open.length > 0 && canDecide ? (
        <label className="small flex gap-1 items-center mb-2">
          <input type="checkbox" checked={isRemembered} onChange={({ target }) => setRemembered(target.checked)} />
          Remember in this matter
        </label>
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
