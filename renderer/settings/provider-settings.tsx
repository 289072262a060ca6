import { useState } from 'react'
import type { ConnectionTest as Tested, Provider } from '../../contract/opinions/provider.ts'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'
import { Button } from '../parts/button.tsx'
import { ConfirmRemoval } from '../parts/form-dialog.tsx'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StateMark } from '../parts/marks.tsx'
import { useProviders } from '../second-opinion/use-consulting.ts'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { EditProvider } from './edit-provider.tsx'

/** Who can be asked for a second opinion. Setting one up connects to nothing. */
export function ProviderSettings() {
  const client = useClient()
  const providers = useProviders()
  const [edited, setEdited] = useState<Provider | 'new' | null>(null)
  const [removed, setRemoved] = useState<Provider | null>(null)
  const [saves, setSaves] = useState<Saves>({})
  const close = () => setEdited(null)
  const noteSaved = ({ provider }: Provider) => {
    setSaves((before) => ({ ...before, [provider]: (before[provider] ?? 0) + 1 }))
    providers.reload()
  }
  return (
    <section className="stack-3 start-items" aria-labelledby="providers">
      <h2 className="h flush" id="providers">
        {t('settings.providers.title')}
      </h2>
      <p className="soft">{t('settings.providers.intro')}</p>
      <FailureNote failure={providers.failure} />
      {providers.value && providers.value.length > 0 ? (
        <>
          <Table providers={providers.value} saves={saves} onEdit={setEdited} onRemove={setRemoved} />
          <p className="small muted">{t('settings.providers.test.hint')}</p>
        </>
      ) : null}
      <DamagedEntries matter={null} kinds={['provider']} />
      <Button onClick={() => setEdited('new')}>{t('settings.providers.add')}</Button>
      {edited ? <EditProvider provider={edited === 'new' ? null : edited} onDone={noteSaved} onClose={close} /> : null}
      {removed ? (
        <ConfirmRemoval
          title={t('settings.providers.removal.title', { name: removed.provider })}
          work={() => client.provider.remove({ provider: removed.provider })}
          kept={t('settings.providers.removal.kept')}
          onDone={providers.reload}
          onClose={() => setRemoved(null)}
        >
          <p className="soft">{t('settings.providers.removal.what')}</p>
        </ConfirmRemoval>
      ) : null}
    </section>
  )
}

/** How often each provider was saved here: another key with the ending of the one before is only known by that. */
type Saves = Readonly<Record<string, number>>

/** What a connection is tested of: the result of a test says nothing of other settings. */
function testedOf({ kind, address, model, keyEnding }: Provider): string {
  return JSON.stringify([kind, address, model, keyEnding])
}

/** Connects to a provider, when the button is pressed and never by itself, and says in words what came of it. */
function ConnectionTest({ name }: { readonly name: string }) {
  const client = useClient()
  const action = useAction()
  const [tested, setTested] = useState<Tested | null>(null)
  const test = async () => {
    setTested(null)
    setTested(await client.provider.test({ provider: name }))
  }
  return (
    <div className="stack-1">
      <Button
        look="link"
        isSmall
        className="start-self"
        isBusy={action.isBusy}
        aria-label={t('settings.providers.test.testName', { name })}
        onClick={() => void action.run(test, t('settings.providers.test.kept'))}
      >
        {t('settings.providers.test.submit')}
      </Button>
      <span role="status" className="small" data-testid="connection-test">
        {action.isBusy ? t('settings.providers.test.running') : tested ? <TestWords tested={tested} /> : null}
      </span>
      <FailureNote failure={action.failure} />
    </div>
  )
}

/** Where the server itself may have said why. */
const TOLD_BY_SERVER: ReadonlySet<Tested['outcome']> = new Set(['key', 'busy', 'server', 'not-found', 'other'])

function TestWords({ tested: { outcome, host, said } }: { readonly tested: Tested }) {
  const isGood = outcome === 'ok'
  return (
    <>
      <StateMark shape={isGood ? 'ready' : 'failed'} tone={isGood ? 'ok' : 'bad'}>
        <span className="many-lines">{t(`settings.providers.test.outcomes.${outcome}`, { host })}</span>
      </StateMark>
      {said === null || !TOLD_BY_SERVER.has(outcome) ? null : <small className="soft">{messageText(said)}</small>}
    </>
  )
}

type TableProps = {
  readonly providers: readonly Provider[]
  readonly saves: Saves
  readonly onEdit: (provider: Provider) => void
  readonly onRemove: (provider: Provider) => void
}

function Table({ providers, saves, onEdit, onRemove }: TableProps) {
  return (
    <table className="data" aria-label={t('settings.providers.list')}>
      <thead>
        <tr>
          <th scope="col">{t('settings.providers.columns.name')}</th>
          <th scope="col">{t('settings.providers.columns.address')}</th>
          <th scope="col">{t('settings.providers.columns.account')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('settings.providers.columns.actions')}</span>
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
                {t(`settings.providers.kinds.${kind}`)}
                <small>{address ?? t('settings.providers.usualAddress')}</small>
                <small>{retention || t('settings.providers.noRetention')}</small>
                <ConnectionTest key={`${testedOf(provider)} ${saves[name]}`} name={name} />
              </td>
              <td>
                {account || t('settings.providers.noAccount')}
                <small>
                  {keyEnding ? t('settings.providers.keyEnding', { ending: keyEnding }) : t('settings.providers.noKey')}
                </small>
              </td>
              <td className="act">
                <Button
                  look="link"
                  isSmall
                  aria-label={t('settings.providers.changeName', { name })}
                  onClick={() => onEdit(provider)}
                >
                  {t('frame.buttons.change')}
                </Button>{' '}
                <Button
                  look="link"
                  isSmall
                  aria-label={t('settings.providers.removeName', { name })}
                  onClick={() => onRemove(provider)}
                >
                  {t('frame.buttons.askToRemove')}
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
