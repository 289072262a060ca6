import { useId } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Toggle } from '../parts/toggle.tsx'
import { useSendingAllowed } from '../second-opinion/use-consultations.ts'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

/** From which matters anything may be sent at all; a no here wins over every other setting. */
export function MatterSending() {
  const { matters } = useShell()
  const open = matters.filter(({ archived }) => !archived)
  if (open.length === 0) return null
  return (
    <section className="rule-top" aria-labelledby="matter-sending">
      <h2 className="h" id="matter-sending">
        Second opinions by matter <span className="muted">a no here wins over everything</span>
      </h2>
      <ul className="grid gap-1">
        {open.map((matter) => (
          <OneMatter key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  )
}

function OneMatter({ matter: { id, matter: name } }: { readonly matter: Matter }) {
  const client = useClient()
  const action = useAction()
  const label = useId()
  const sending = useSendingAllowed(id)
  const isAllowed = sending.value?.allowed ?? false
  const allow = async (allowed: boolean) => {
    if (await action.run(() => client.packet.allowSending({ matter: id, allowed }), 'It is as it was.'))
      sending.reload()
  }
  return (
    <li>
      <span className="flex items-center gap-2">
        {sending.value ? <Toggle labelledBy={label} isOn={isAllowed} onChange={(isOn) => void allow(isOn)} /> : null}
        <span id={label}>{name}</span>
        <span className="soft">
          {sending.value ? (isAllowed ? 'may be sent from, packet by packet' : 'forbidden') : ''}
        </span>
      </span>
      <FailureNote failure={sending.failure ?? action.failure} />
    </li>
  )
}
