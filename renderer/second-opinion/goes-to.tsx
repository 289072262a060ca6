import { useId } from 'react'
import { isOpenPacket } from './packet-words.ts'
import { useProviders } from './use-consultations.ts'
import type { PacketWork } from './use-packet-work.ts'

/** Who gets it, under whose account, and what they say about keeping it. */
export function GoesTo({ work }: { readonly work: PacketWork }) {
  const { packet } = work
  const providers = useProviders().value ?? []
  const provider = providers.find((one) => one.provider === packet.provider)
  const id = useId()
  const key = provider?.keyEnding ? `key ending ${provider.keyEnding}` : 'no key'
  return (
    <div className="rule-top">
      <h2 className="h">Goes to</h2>
      <dl className="kv">
        <dt>
          <label htmlFor={id}>Provider</label>
        </dt>
        <dd>
          {isOpenPacket(packet) && providers.length > 1 ? (
            <select
              id={id}
              value={packet.provider}
              onChange={({ target }) => void work.change({ provider: target.value })}
            >
              {provider ? null : <option value={packet.provider}>{packet.provider}</option>}
              {providers.map((one) => (
                <option key={one.provider} value={one.provider}>
                  {one.provider}
                </option>
              ))}
            </select>
          ) : (
            <output id={id}>{packet.provider}</output>
          )}
        </dd>
        <dt>Model</dt>
        <dd>{packet.model}</dd>
        <dt>Address</dt>
        <dd>{packet.address}</dd>
        <dt>Account</dt>
        <dd>{provider ? [provider.account, key].filter(Boolean).join(', ') : 'no longer set up'}</dd>
        <dt>It says</dt>
        <dd>{provider?.retention || 'nothing is noted about what it keeps'}</dd>
      </dl>
    </div>
  )
}
