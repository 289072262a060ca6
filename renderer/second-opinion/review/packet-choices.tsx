import { useId } from 'react'
import type { DateMode } from '../../../contract/opinions/packet.ts'
import { CheckBox, Segments } from '../../parts/choices.tsx'
import { isOpenPacket } from '../packet-words.ts'
import { useProviders } from '../use-consultations.ts'
import type { PacketWork } from './use-packet-work.ts'

const DATE_WORDS: Readonly<Record<DateMode, string>> = { day: 'Day n, weekday', shifted: 'Shifted', exact: 'Exact' }

const DATE_HINTS: Readonly<Record<DateMode, string>> = {
  day: 'Counted from the earliest date here. Order, distance and weekday stay. A day of birth leaves as a band of years.',
  shifted: 'Moved by the same secret number of weeks in all of this matter. A day of birth leaves as a band of years.',
  exact: 'As they are. A date can identify somebody, and a day of birth tells the exact age.',
}

/** Where a period or a dose depends on the exact day, the user decides. */
export function PacketDates({ work }: { readonly work: PacketWork }) {
  const { dates } = work.packet
  return (
    <div className="rule-top">
      <h2 className="h">Dates</h2>
      <Segments
        label="How dates leave"
        value={dates}
        choices={DATE_WORDS}
        onChange={(chosen) => void work.change({ dates: chosen })}
      />
      <p className="small muted above-1">{DATE_HINTS[dates]}</p>
    </div>
  )
}

/** Which of the sources go with the question; fewer is safer. */
export function PacketSources({ work }: { readonly work: PacketWork }) {
  const { candidates } = work.packet
  if (candidates.length === 0) return null
  const chosen = candidates.filter((one) => one.chosen).map(({ source }) => source)
  const toggle = (source: string) =>
    void work.change({
      sources: chosen.includes(source) ? chosen.filter((one) => one !== source) : [...chosen, source],
    })
  return (
    <div className="rule-top" role="group" aria-labelledby="sources-sent">
      <h2 className="h" id="sources-sent">
        Sources <span className="muted">{`${chosen.length} of ${candidates.length} in the packet`}</span>
      </h2>
      <ul className="stack-1 small">
        {candidates.map(({ source, where }) => (
          <li key={source}>
            <CheckBox
              isOn={chosen.includes(source)}
              isOff={!isOpenPacket(work.packet) || work.isBusy}
              onChange={() => toggle(source)}
            >
              <span>
                {source} {where}
              </span>
            </CheckBox>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who gets it, under whose account, and what they say about keeping it. */
export function PacketProvider({ work }: { readonly work: PacketWork }) {
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
