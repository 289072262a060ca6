import { useId, useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { t } from '../../wording/translate.ts'
import { Button } from '../parts/button.tsx'
import { Toggle } from '../parts/choices.tsx'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useReferences } from '../references/reference-settings.tsx'
import { useSendingAllowed } from '../second-opinion/use-consulting.ts'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

/** The network switch, and where models are fetched from. */
export function PrivacySettings() {
  const { settings, changeSettings } = useShell()
  const label = useId()
  const [mirror, setMirror] = useState(settings.mirror ?? '')
  const isSame = mirror.trim() === (settings.mirror ?? '')
  return (
    <>
      <section className="stack-2" aria-labelledby={label}>
        <h2 className="h flush" id={label}>
          {t('settings.privacy.network')}
          <Toggle labelledBy={label} isOn={settings.network} onChange={(network) => void changeSettings({ network })} />
          <span className="soft">
            {settings.network ? t('settings.privacy.networkOn') : t('settings.privacy.networkOff')}
          </span>
        </h2>
        <p className="soft">{settings.network ? t('settings.privacy.whatIsOn') : t('settings.privacy.whatIsOff')}</p>
        <ReadOverNetwork />
        <p className="soft">{t('settings.privacy.neverSent')}</p>
        <DamagedEntries matter={null} kinds={['setting']} />
      </section>
      <MatterSending />
      <WhatMayLeave />
      <section className="rule-top" aria-labelledby="mirror">
        <h2 className="h" id="mirror">
          {t('settings.privacy.mirror.title')} <span className="muted">{t('settings.privacy.mirror.note')}</span>
        </h2>
        <form
          className="stack-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (!isSame) void changeSettings({ mirror: mirror.trim() || null })
          }}
        >
          <TextField
            label={t('settings.privacy.mirror.address')}
            value={mirror}
            onText={setMirror}
            placeholder="https://models.example.org/"
          />
          <div className="btns">
            <Button type="submit" isSmall whyOff={isSame ? t('settings.saved') : null} isWhyBeside>
              {t('frame.buttons.save')}
            </Button>
            {isSame ? <span className="small muted">{t('settings.saved')}</span> : null}
          </div>
        </form>
      </section>
    </>
  )
}

/** Every host that is connected to when a question is asked, so that none is a surprise. */
function ReadOverNetwork() {
  const references = useReferences()
  const { network } = useShell().settings
  const remote = (references.value ?? []).filter(({ host }) => host !== null)
  if (!network || remote.length === 0) return null
  return (
    <ul className="soft" aria-label={t('settings.privacy.readOver.list')}>
      {remote.map(({ reference, host }) => (
        <li key={reference}>{t('settings.privacy.readOver.reference', { reference, host: host ?? '' })}</li>
      ))}
    </ul>
  )
}

function WhatMayLeave() {
  return (
    <section className="rule-top stack-2" aria-labelledby="may-leave">
      <h2 className="h flush" id="may-leave">
        {t('settings.privacy.mayLeave.title')}
      </h2>
      <p className="soft">{t('settings.privacy.mayLeave.what')}</p>
    </section>
  )
}

/** From which matters anything may be sent at all; a no here wins over every other setting. */
function MatterSending() {
  const { matters } = useShell()
  const open = matters.filter(({ archived }) => !archived)
  if (open.length === 0) return null
  return (
    <section className="rule-top" aria-labelledby="matter-sending">
      <h2 className="h" id="matter-sending">
        {t('settings.privacy.byMatter.title')} <span className="muted">{t('settings.privacy.byMatter.note')}</span>
      </h2>
      <ul className="stack-1">
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
    if (
      await action.run(() => client.packet.allowSending({ matter: id, allowed }), t('settings.privacy.byMatter.kept'))
    )
      sending.reload()
  }
  return (
    <li>
      <span className="row-2 centred">
        {sending.value ? <Toggle labelledBy={label} isOn={isAllowed} onChange={(isOn) => void allow(isOn)} /> : null}
        <span id={label}>{name}</span>
        {sending.value ? (
          <span className="soft">
            {isAllowed ? t('settings.privacy.byMatter.allowed') : t('settings.privacy.byMatter.notAllowed')}
          </span>
        ) : null}
      </span>
      <FailureNote failure={sending.failure ?? action.failure} />
    </li>
  )
}
