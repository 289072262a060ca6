import { Popover } from 'radix-ui'
import { useId, useState } from 'react'
import type { Status } from '../../contract/application.ts'
import { useFacts } from '../facts/use-fact-data.ts'
import { Toggle } from '../parts/choices.tsx'
import { PopupContent } from '../parts/modal.tsx'
import { useReferences } from '../references/reference-settings.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { entranceOf, PLACES } from '../state/place.ts'
import { useShell } from '../state/shell-context.ts'
import { t } from '../../wording/translate.ts'
import { PlaceLink } from './place-link.tsx'
import { Questions } from './questions.tsx'

const OTHER_MATTERS_AT_MOST = 6

/** The left column: the matter, its places, its questions, the other matters, the network switch. */
export function Navigation() {
  const { matter } = useShell()
  return (
    <nav className="nav" aria-label="Matters and places">
      <div className="nav-in">
        <MatterMenu />
        <Places />
        {matter ? <Questions key={matter.id} matter={matter.id} /> : null}
        <OtherMatters />
        <NetworkFoot />
      </div>
    </nav>
  )
}

function Places() {
  const { matter } = useShell()
  const { place } = useNavigation()
  return (
    <ul aria-label="Places">
      {PLACES.filter(({ needsMatter }) => matter || !needsMatter).map(({ name }) => (
        <li key={name}>
          <PlaceLink to={entranceOf(name)} aria-current={place.name === name ? 'page' : undefined}>
            {t(`window.places.${name}`)}
            {name === 'library' && matter ? <span className="count">{matter.documents}</span> : null}
            {name === 'facts' && matter ? <ToConfirm key={matter.id} matter={matter.id} /> : null}
          </PlaceLink>
        </li>
      ))}
    </ul>
  )
}

/** How many facts wait for a yes. */
function ToConfirm({ matter }: { readonly matter: string }) {
  const waiting = useFacts(matter).value?.filter(({ state }) => state === 'proposed').length ?? 0
  return waiting > 0 ? (
    <span className="count due">
      {waiting}
      <span className="hide-narrow keep-space"> to confirm</span>
    </span>
  ) : null
}

function OtherMatters() {
  const { matter, matters } = useShell()
  const { place } = useNavigation()
  const others = matters.filter(({ id, archived }) => id !== matter?.id && !archived)
  return (
    <div className="hist">
      <h2>{matter ? 'Other matters' : 'Matters'}</h2>
      <ul>
        {others.slice(0, OTHER_MATTERS_AT_MOST).map(({ id, matter: name }) => (
          <li key={id}>
            <PlaceLink to={{ name: 'ask', matter: id, answer: null }} title={name}>
              <span>{name}</span>
            </PlaceLink>
          </li>
        ))}
        <li>
          <PlaceLink to={{ name: 'matters' }} aria-current={place.name === 'matters' ? 'page' : undefined}>
            <span>All matters</span>
            <span className="count">{matters.length}</span>
          </PlaceLink>
        </li>
      </ul>
    </div>
  )
}

/** The name of the matter; opens the list of all. */
function MatterMenu() {
  const { matter, matters } = useShell()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const active = matters.filter(({ archived }) => !archived)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="matter" data-testid="matter-menu">
        <b>
          {matter?.matter ?? 'Consilium'}
          <span className="chev open" aria-hidden="true" />
        </b>
        <small>{matter ? matter.subtitle || ' ' : 'no matter chosen'}</small>
      </Popover.Trigger>
      <PopupContent gap={4} label="Choose a matter">
        <ul className="menu tall">
          {active.map(({ id, matter: name }) => (
            <li key={id}>
              <PlaceLink
                to={{ name: 'ask', matter: id, answer: null }}
                onGo={close}
                aria-current={id === matter?.id ? 'true' : undefined}
              >
                {name}
              </PlaceLink>
            </li>
          ))}
          <li className="menu-foot">
            <PlaceLink to={{ name: 'matters' }} onGo={close}>
              All matters
            </PlaceLink>
          </li>
        </ul>
      </PopupContent>
    </Popover.Root>
  )
}

/** The network switch and the model in use, in sight from every place. */
function NetworkFoot() {
  const { settings, status, changeSettings } = useShell()
  const label = useId()
  const remote = (useReferences().value ?? []).filter(({ host }) => host !== null)
  const model = modelWords(status.languageModel)
  return (
    <div className="foot">
      <div className="line">
        <span id={label}>Network</span>
        <span className="row-1 centred">
          {settings.network ? 'asks first' : 'off'}
          <Toggle labelledBy={label} isOn={settings.network} onChange={(network) => void changeSettings({ network })} />
        </span>
      </div>
      <small>{settings.network ? 'Nothing is sent until you approve the exact text.' : 'Nothing can leave.'}</small>
      {settings.network && remote.length > 0 ? (
        <small title={remote.map(({ reference, host }) => `${reference} at ${host}`).join(', ')}>
          <PlaceLink to={{ name: 'settings', section: 'references' }}>
            Reads{' '}
            {remote.length === 1 ? `${remote[0]?.reference} at ${remote[0]?.host}` : `${remote.length} references`}
          </PlaceLink>
        </small>
      ) : null}
      <div className="line">
        <PlaceLink to={{ name: 'settings', section: 'models' }}>Model</PlaceLink>
        <span className={model.isMissing ? 'warn' : ''} title={model.words}>
          {model.words}
        </span>
      </div>
    </div>
  )
}

const STATES = { ready: 'ready', loading: 'loading', unloaded: 'not loaded' } as const

/** The model in use, in two words. */
function modelWords(model: Status['languageModel']): { readonly words: string; readonly isMissing: boolean } {
  if (!model) return { words: 'none yet', isMissing: true }
  return { words: `${model.id}, ${STATES[model.state]}`, isMissing: false }
}
