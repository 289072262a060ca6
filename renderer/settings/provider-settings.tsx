import { useState } from 'react'
import type { Provider } from '../../contract/opinions/provider.ts'
import { Button } from '../parts/button.tsx'
import { ConfirmRemoval } from '../parts/form-dialog.tsx'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useProviders } from '../second-opinion/use-consultations.ts'
import { useClient } from '../state/assistant-context.ts'
import { EditProvider, KIND_WORDS } from './edit-provider.tsx'

/** Who can be asked for a second opinion. Setting one up connects to nothing. */
export function ProviderSettings() {
  const client = useClient()
  const providers = useProviders()
  const [edited, setEdited] = useState<Provider | 'new' | null>(null)
  const [removed, setRemoved] = useState<Provider | null>(null)
  const close = () => setEdited(null)
  return (
    <section className="stack-3 start-items" aria-labelledby="providers">
      <h2 className="h flush" id="providers">
        Who can be asked for a second opinion
      </h2>
      <p className="soft">
        A cloud model, or a larger one on your own server. It gets only text that you have read and approved, each time.
        Setting one up connects to nothing.
      </p>
      <FailureNote failure={providers.failure} />
      {providers.value && providers.value.length > 0 ? (
        <Table providers={providers.value} onEdit={setEdited} onRemove={setRemoved} />
      ) : null}
      <DamagedEntries matter={null} kinds={['provider']} />
      <Button onClick={() => setEdited('new')}>Set one up…</Button>
      {edited ? (
        <EditProvider provider={edited === 'new' ? null : edited} onDone={providers.reload} onClose={close} />
      ) : null}
      {removed ? (
        <ConfirmRemoval
          title={`Remove ${removed.provider}?`}
          work={() => client.provider.remove({ provider: removed.provider })}
          kept="It is set up as before."
          onDone={providers.reload}
          onClose={() => setRemoved(null)}
        >
          <p className="soft">
            Its address and its key are forgotten here. Opinions and packets of the matters stay, and so does what the
            ledger says was sent.
          </p>
        </ConfirmRemoval>
      ) : null}
    </section>
  )
}

type TableProps = {
  readonly providers: readonly Provider[]
  readonly onEdit: (provider: Provider) => void
  readonly onRemove: (provider: Provider) => void
}

function Table({ providers, onEdit, onRemove }: TableProps) {
  return (
    <table className="data" aria-label="Providers">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Goes to</th>
          <th scope="col">Account</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {providers.map((provider) => {
          const { provider: name, kind, address, model, account, keyEnding, retention } = provider
          return (
            <tr key={name} data-testid="provider">
              <th scope="row">
                {name}
                <small>{model}</small>
              </th>
              <td>
                {KIND_WORDS[kind]}
                <small>{address ?? 'its usual address'}</small>
                <small>{retention || 'nothing noted about what it keeps'}</small>
              </td>
              <td>
                {account || 'not named'}
                <small>{keyEnding ? `key ending ${keyEnding}` : 'no key'}</small>
              </td>
              <td className="act">
                <Button look="link" isSmall aria-label={`Change ${name}`} onClick={() => onEdit(provider)}>
                  change…
                </Button>{' '}
                <Button look="link" isSmall aria-label={`Remove ${name}`} onClick={() => onRemove(provider)}>
                  remove…
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
