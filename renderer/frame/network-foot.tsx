import { useId } from 'react'
import { Toggle } from '../parts/toggle.tsx'
import { useReferences } from '../references/use-references.ts'
import { useShell } from '../state/shell-context.ts'
import { modelWords } from './model-words.ts'
import { PlaceLink } from './place-link.tsx'

/** The network switch and the model in use, in sight from every place. */
export function NetworkFoot() {
  const { settings, status, changeSettings } = useShell()
  const label = useId()
  const remote = (useReferences().value ?? []).filter(({ host }) => host !== null)
  const model = modelWords(status.languageModel)
  return (
    <div className="foot">
      <div className="line">
        <span id={label}>Network</span>
        <span className="flex items-center gap-1">
          {settings.network ? 'asks first' : 'off'}
          <Toggle labelledBy={label} isOn={settings.network} onChange={(network) => void changeSettings({ network })} />
        </span>
      </div>
      <small>{settings.network ? 'Nothing is sent without your yes to its exact text.' : 'Nothing can leave.'}</small>
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
