import { useId, useState } from 'react'
import { t } from '../../wording/translate.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { type Action, useAction } from '../state/use-action.ts'

/** How everything is locked: now, by which passphrase, by itself, and the way back in. */
export function EncryptionSettings() {
  const { status } = useShell()
  const client = useClient()
  const action = useAction()
  const canLock = status.keyMode !== 'key-file'
  return (
    <>
      <section className="stack-2 start-items" aria-labelledby="lock-now">
        <h2 className="h flush" id="lock-now">
          {t(`settings.encryption.lockedBy.${status.keyMode}`)}
        </h2>
        <p className="soft">{t(`settings.encryption.whatOpens.${status.keyMode}`)}</p>
        <div className="btns">
          <Button
            isBusy={action.isBusy}
            whyOff={canLock ? null : t('settings.encryption.lockNeedsPassphrase')}
            isWhyBeside
            onClick={() => void action.run(() => client.home.lock())}
          >
            {t('settings.encryption.lockNow')}
          </Button>
          {canLock ? null : <span className="small muted">{t('settings.encryption.lockNeedsPassphrase')}</span>}
        </div>
        <FailureNote failure={action.failure} />
      </section>
      <LockTime />
      <Passphrase isFirst={status.keyMode !== 'passphrase'} />
      <RecoveryKey />
    </>
  )
}

function Passphrase({ isFirst }: { readonly isFirst: boolean }) {
  const client = useClient()
  const action = useAction()
  const [rounds, setRounds] = useState(0)
  const set = async (passphrase: string) => {
    if (await action.run(() => client.home.setPassphrase({ passphrase }), t('settings.encryption.passphrase.kept')))
      setRounds(rounds + 1)
  }
  const verb = isFirst ? t('settings.encryption.passphrase.set') : t('settings.encryption.passphrase.change')
  return (
    <section className="rule-top" aria-labelledby="passphrase">
      <h2 className="h" id="passphrase">
        {verb}
      </h2>
      <NewPassphrase
        key={rounds}
        submit={verb}
        isBusy={action.isBusy}
        onSubmit={(passphrase) => void set(passphrase)}
      />
      <p className="soft above-2" role="status">
        {rounds > 0 ? t('settings.encryption.passphrase.changed') : ''}
      </p>
      <FailureNote failure={action.failure} />
    </section>
  )
}

const CHOICES = [0, 5, 15, 30, 60, 240]

/** After how many idle minutes everything locks by itself. */
function LockTime() {
  const { settings, changeSettings, status } = useShell()
  const id = useId()
  const choices = [...new Set([...CHOICES, settings.lockAfterMinutes])].toSorted((one, other) => one - other)
  return (
    <section className="rule-top">
      <div className="field">
        <label htmlFor={id}>{t('settings.encryption.lockAfter')}</label>
        <select
          id={id}
          value={settings.lockAfterMinutes}
          onChange={({ target }) => void changeSettings({ lockAfterMinutes: Number(target.value) })}
        >
          {choices.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0 ? t('settings.encryption.never') : t('settings.encryption.minutes', { count: minutes })}
            </option>
          ))}
        </select>
        {status.keyMode === 'key-file' ? (
          <span className="small muted">{t('settings.encryption.appliesLater')}</span>
        ) : null}
      </div>
    </section>
  )
}

/** Makes a recovery key, which is shown once; where there is one already, only after saying that it stops working. */
function RecoveryKey() {
  const { status } = useShell()
  const client = useClient()
  const action = useAction()
  const [isAsking, setAsking] = useState(false)
  const [key, setKey] = useState<string | null>(null)
  const make = () =>
    void action.run(
      async () => setKey((await client.home.recoveryKey()).recoveryKey),
      t('settings.encryption.recovery.kept'),
    )
  const close = () => {
    setAsking(false)
    setKey(null)
  }
  return (
    <section className="rule-top stack-2 start-items" aria-labelledby="recovery">
      <h2 className="h flush" id="recovery">
        {t('settings.encryption.recovery.title')}
      </h2>
      <p className="soft">
        {status.hasRecoveryKey ? t('settings.encryption.recovery.exists') : t('settings.encryption.recovery.none')}
      </p>
      <Button isBusy={action.isBusy} onClick={status.hasRecoveryKey ? () => setAsking(true) : make}>
        {status.hasRecoveryKey ? t('settings.encryption.recovery.makeNew') : t('settings.encryption.recovery.make')}
      </Button>
      {isAsking ? null : <FailureNote failure={action.failure} />}
      {/* One dialog for both steps, so that the focus finds its way back to the button. */}
      {isAsking || key ? (
        <Modal
          title={key ? t('settings.encryption.recovery.shown') : t('settings.encryption.recovery.ask')}
          onClose={close}
          printAlone={key !== null}
          isHeld={key !== null}
        >
          {key ? <Key value={key} onClose={close} /> : <Confirm action={action} onMake={make} onClose={close} />}
        </Modal>
      ) : null}
    </section>
  )
}

type ConfirmProps = { readonly action: Action; readonly onMake: () => void; readonly onClose: () => void }

function Confirm({ action, onMake, onClose }: ConfirmProps) {
  return (
    <>
      <p className="soft">{t('settings.encryption.recovery.warning')}</p>
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button isBusy={action.isBusy} onClick={onMake}>
          {t('settings.encryption.recovery.confirm')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('frame.buttons.cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </>
  )
}

function Key({ value, onClose }: { readonly value: string; readonly onClose: () => void }) {
  return (
    <>
      <p className="mono recovery-key" data-testid="recovery-key">
        {value}
      </p>
      <p className="soft">{t('settings.encryption.recovery.what')}</p>
      <div className="btns no-print">
        <Button look="primary" onClick={() => window.print()}>
          {t('settings.encryption.recovery.print')}
        </Button>
        <Button onClick={onClose}>{t('settings.encryption.recovery.done')}</Button>
      </div>
    </>
  )
}
