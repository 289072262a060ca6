import { useId } from 'react'
import type { Provider } from '../../contract/provider.ts'
import { PlaceLink } from '../frame/place-link.tsx'

type Props = {
  readonly providers: readonly Provider[]
  /** Undefined: none is set up. */
  readonly provider: Provider | undefined
  readonly onProvider: (provider: string) => void
}

/** Who is asked, with what it says about keeping what it gets. */
export function ChooseProvider({ providers, provider, onProvider }: Props) {
  const id = useId()
  if (!provider)
    return (
      <p className="sunk soft">
        No provider is set up yet: a model of a cloud, or one on a server in your house.{' '}
        <PlaceLink to={{ name: 'settings', section: 'providers' }}>Set one up in Settings</PlaceLink>.
      </p>
    )
  return (
    <div className="field">
      <label htmlFor={id}>Ask</label>
      <select id={id} value={provider.provider} onChange={({ target }) => onProvider(target.value)}>
        {providers.map(({ provider: name, model }) => (
          <option key={name} value={name}>
            {name}, {model}
          </option>
        ))}
      </select>
      <span className="small muted">{provider.retention}</span>
    </div>
  )
}
