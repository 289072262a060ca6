import { Collapsible } from 'radix-ui'
import type { Flag } from '../../contract/packet.ts'
import { Button } from '../parts/button.tsx'
import { formatCount } from '../wording/format-quantity.ts'
import { isOpenPacket } from './packet-words.ts'
import type { PacketWork } from './use-packet-work.ts'

/** The words that were decided, here or in an earlier packet of the matter; each decision can be taken back. */
export function DecidedFlags({ work }: { readonly work: PacketWork }) {
  const { packet } = work
  const decided = packet.flags.filter(({ decision }) => decision !== 'open')
  if (decided.length === 0) return null
  const kept = decided.filter(({ decision }) => decision === 'keep')
  const parts = [
    kept.length > 0 ? `${formatCount(kept.length, 'word')} kept` : '',
    decided.length > kept.length ? `${formatCount(decided.length - kept.length, 'word')} replaced` : '',
  ]
  return (
    <Collapsible.Root className="mt-2">
      <Collapsible.Trigger className="fold small" data-testid="decided">
        <span className="chev" aria-hidden="true" />
        {parts.filter(Boolean).join(', ')}
      </Collapsible.Trigger>
      <Collapsible.Content asChild>
        <ul className="decide" aria-label="Decided words">
          {decided.map((flag) => (
            <DecidedFlag key={flag.flag} flag={flag} work={work} />
          ))}
        </ul>
      </Collapsible.Content>
    </Collapsible.Root>
  )
}

function DecidedFlag({ flag, work }: { readonly flag: Flag; readonly work: PacketWork }) {
  const { flag: number, term, decision } = flag
  const takeBack =
    decision === 'keep'
      ? ({ askAgain: { flag: number } } as const)
      : ({ decide: { flag: number, decision: 'keep', remember: false } } as const)
  return (
    <li data-testid="flag" data-decision={decision}>
      <span className="note">
        <span className="t">
          {number} &nbsp;{term}
        </span>{' '}
        <span className="muted small">{decisionWords(flag)}</span>
        {isOpenPacket(work.packet) ? (
          <Button
            look="link"
            isSmall
            className="ml-auto"
            isOff={work.isBusy}
            aria-label={`${decision === 'keep' ? 'Ask again' : 'Keep'}: ${term}`}
            onClick={() => void work.change(takeBack)}
          >
            {decision === 'keep' ? 'ask again' : 'keep'}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

function decisionWords({ decision, isRemembered }: Flag): string {
  if (decision === 'mask') return 'replaced everywhere, by you'
  return isRemembered ? 'kept in this matter, decided earlier' : 'kept, by you'
}
