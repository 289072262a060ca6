import { useId } from 'react'
import type { Provider } from '../../../contract/opinions/provider.ts'
import { CheckBox, Segments } from '../../parts/choices.tsx'
import { t, texts } from '../../../wording/translate.ts'
import { isOpenPacket } from '../packet-words.ts'
import { useProviders } from '../use-consulting.ts'
import type { PacketWork } from './use-packet-work.ts'

/** Where a period or a dose depends on the exact day, the user decides. */
export function PacketDates({ work }: { readonly work: PacketWork }) {
  const { dates } = work.packet
  return (
    <div className="rule-top">
      <h2 className="h">{t('outgoing.dates.title')}</h2>
      <Segments
        label={t('outgoing.dates.label')}
        value={dates}
        choices={texts('outgoing.dates.modes')}
        onChange={(chosen) => void work.change({ dates: chosen })}
      />
      <p className="small muted above-1">{t(`outgoing.dates.hints.${dates}`)}</p>
    </div>
  )
}

function byNumber<S extends { readonly source: string }>(sources: readonly S[]): readonly S[] {
  return sources.toSorted((one, other) => one.source.localeCompare(other.source, 'en', { numeric: true }))
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
        {t('outgoing.sources.title')}{' '}
        <span className="muted">{t('outgoing.sources.count', { chosen: chosen.length, all: candidates.length })}</span>
      </h2>
      <ul className="stack-1 small">
        {byNumber(candidates).map(({ source, where }) => (
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
  return (
    <div className="rule-top">
      <h2 className="h">{t('outgoing.recipient.title')}</h2>
      <dl className="kv">
        <dt>
          <label htmlFor={id}>{t('outgoing.recipient.provider')}</label>
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
        <dt>{t('outgoing.recipient.model')}</dt>
        <dd>{packet.model}</dd>
        <dt>{t('outgoing.recipient.address')}</dt>
        <dd>{packet.address}</dd>
        <dt>{t('outgoing.recipient.account')}</dt>
        <dd>{provider ? accountWords(provider) : t('outgoing.recipient.notSetUp')}</dd>
        <dt>{t('outgoing.recipient.retention')}</dt>
        <dd>{provider?.retention || t('outgoing.recipient.noRetention')}</dd>
      </dl>
    </div>
  )
}

function accountWords({ account, keyEnding }: Provider): string {
  const key = keyEnding ? t('outgoing.recipient.key', { ending: keyEnding }) : t('outgoing.recipient.noKey')
  return [account, key].filter(Boolean).join(', ')
}
