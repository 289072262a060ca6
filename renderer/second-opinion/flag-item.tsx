import { useState } from 'react'
import type { Flag, PacketChange, Segment } from '../../contract/packet.ts'
import { Button } from '../parts/button.tsx'
import { isOpenPacket } from './packet-words.ts'
import { flagContext } from './text-runs.ts'
import { TypeSelect } from './type-select.tsx'
import type { PacketWork } from './use-packet-work.ts'

type Props = {
  readonly flag: Flag
  readonly work: PacketWork
  readonly isRemembered: boolean
  readonly onChange: (change: PacketChange) => void
}

/** The words around the first place of a flag. */
export function FlagContext({ segments, flag }: { readonly segments: readonly Segment[]; readonly flag: number }) {
  const context = flagContext(segments, flag)
  if (!context) return null
  return (
    <span className="ctx">
      {context[0]}
      <mark>{context[1]}</mark>
      {context[2]}
    </span>
  )
}

/** One word with its place in the text, and a decision of its own. */
export function FlagItem({ flag, work, isRemembered, onChange }: Props) {
  const [type, setType] = useState<string | null>(null)
  const decide = (decision: 'mask' | 'keep') =>
    onChange({
      decide: { flag: flag.flag, decision, remember: isRemembered, ...(type === null ? {} : { type }) },
    })
  return (
    <li data-testid="flag" data-decision={flag.decision}>
      <span className="note">
        <span className="t">
          {flag.flag} &nbsp;{flag.term}
        </span>{' '}
        <span className="muted small">{flag.why}</span>
      </span>
      <FlagContext segments={work.packet.segments} flag={flag.flag} />
      {type === null ? null : <TypeSelect value={type} onType={setType} />}
      {isOpenPacket(work.packet) ? (
        <span className="btns">
          <Button isSmall isOff={work.isBusy} aria-label={`Keep ${flag.term}`} onClick={() => decide('keep')}>
            Keep
          </Button>
          <Button isSmall isOff={work.isBusy} onClick={() => decide('mask')}>
            {type === null ? `Replace by ${flag.suggestedPseudonym}` : `Replace as ${type}`}
          </Button>
          {type === null ? (
            <Button
              look="link"
              isSmall
              aria-label={`other… for ${flag.term}`}
              onClick={() => setType(flag.suggestedType)}
            >
              other…
            </Button>
          ) : null}
        </span>
      ) : null}
    </li>
  )
}
