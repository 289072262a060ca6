import { useState } from 'react'
import type { UpdateCheck, UpdateState } from '../../contract/update.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { dayWords, formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { InstallUpdate, PreviousVersion } from './install-update.tsx'

/** Whether there is a newer version, asked for; and what is kept of the data as it was before the last one. */
export function UpdateSettings() {
  const state = useLoaded((of) => of.update.state, undefined)
  return (
    <section className="rule-top stack-2" aria-labelledby="updates">
      <h2 className="h flush" id="updates">
        {t('settings.updates.title')}
      </h2>
      <FailureNote failure={state.failure} />
      {state.value ? <Updates state={state.value} /> : null}
    </section>
  )
}

function Updates({ state }: { readonly state: UpdateState }) {
  const { host, known, copies } = state
  return (
    <>
      <Asking host={host} known={known} />
      <InstallUpdate state={state} />
      <PreviousVersion state={state} />
      {host === null ? null : <Weekly />}
      {copies ? <Kept copies={copies} /> : null}
    </>
  )
}

function Asking({ host, known }: Pick<UpdateState, 'host' | 'known'>) {
  const client = useClient()
  const action = useAction()
  const [found, setFound] = useState<UpdateCheck | null>(known)
  if (host === null) return <p className="soft">{t('failures.updates.noAddress')}</p>
  const check = () =>
    void action.run(async () => {
      setFound(null)
      setFound(await client.update.check())
    })
  return (
    <>
      <p className="soft">{t('settings.updates.what', { host })}</p>
      <div className="btns">
        <Button isSmall isBusy={action.isBusy} onClick={check}>
          {t('settings.updates.check')}
        </Button>
      </div>
      <p role="status">{action.isBusy ? t('settings.updates.checking') : found ? foundWords(found) : null}</p>
      <FailureNote failure={action.failure} />
    </>
  )
}

/** Off until the user says so. */
function Weekly() {
  const { settings, changeSettings } = useShell()
  return (
    <CheckBox
      isOn={settings.checksForUpdates}
      onChange={(checksForUpdates) => void changeSettings({ checksForUpdates })}
    >
      {t('settings.updates.weekly')}
    </CheckBox>
  )
}

function foundWords({ outcome, version, running, host, published, page, file }: UpdateCheck): string {
  const found = t(`settings.updates.outcomes.${outcome}`, { version, running, host, date: dayWords(published) })
  return outcome === 'newer' && !file ? `${found} ${t('settings.updates.byHand', { page })}` : found
}

function Kept({ copies }: { readonly copies: NonNullable<UpdateState['copies']> }) {
  const { folder, bytes, madeAt } = copies
  return (
    <p className="soft">
      {t('settings.updates.copies', { folder, size: formatBytes(bytes), date: formatDate(madeAt) })}
    </p>
  )
}
