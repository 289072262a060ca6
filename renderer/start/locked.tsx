import type { AssistantClient } from '../../contract/index.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { ConnectionLostError } from '../connection/browser-socket.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Modal } from '../parts/modal.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { t } from '../../wording/translate.ts'

type LockedProps = {
  /** Nobody locked it: the engine stopped and was started again. */
  readonly isAfterCrash: boolean
  readonly onOpen: () => void
}

/** The locked window: its name, why where nobody did it, and one field. */
export function Locked({ isAfterCrash, onOpen }: LockedProps) {
  const client = useClient()
  const action = useAction()
  const [passphrase, setPassphrase] = useState('')
  useForgotten(passphrase !== '' && !action.isBusy ? passphrase : null, () => setPassphrase(''))
  const unlock = async () => {
    const open = () =>
      openHome(client, passphrase).catch((failure: unknown) => {
        // One that was lost on the way may be right.
        if (!(failure instanceof ConnectionLostError)) setPassphrase('')
        throw failure
      })
    if (await action.run(open, t('start.locked.nothingChanged'))) onOpen()
  }
  return (
    <main className="alone" id="work" tabIndex={-1}>
      <div>
        <h1 className="question note">
          <Glyph shape="lock" /> {t('start.locked.title')}
        </h1>
        {isAfterCrash ? <p className="soft">{t('start.locked.afterCrash')}</p> : null}
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (passphrase && !action.isBusy) void unlock()
          }}
        >
          <label className="visually-hidden" htmlFor="unlock">
            {t('start.locked.passphrase')}
          </label>
          <input
            id="unlock"
            type="password"
            autoComplete="current-password"
            placeholder={t('start.locked.passphrase')}
            className="unlock"
            autoFocus
            value={passphrase}
            onChange={({ target }) => setPassphrase(target.value)}
          />
          <Button
            type="submit"
            look="primary"
            isBusy={action.isBusy}
            whyOff={passphrase ? null : t('start.locked.hint')}
            isWhyBeside
          >
            {t('start.locked.unlock')}
          </Button>
        </form>
        <p className="small muted" aria-live="polite">
          {action.isBusy ? t('start.locked.opening') : passphrase ? '' : t('start.locked.hint')}
        </p>
        <FailureNote failure={action.failure} />
        {action.failure?.code === 'WRONG_KEY' ? <UseRecoveryKey onOpen={onOpen} /> : null}
      </div>
    </main>
  )
}

/**
 * Opens the home. Locking ends the engine, and a passphrase that meets it while it ends is lost with it: then the fresh engine, for which
 * the call waits, gets it once more.
 */
async function openHome({ home }: AssistantClient, passphrase: string): Promise<void> {
  try {
    await home.unlock({ passphrase })
  } catch (failure) {
    if (!(failure instanceof ConnectionLostError)) throw failure
    await home.unlock({ passphrase })
  }
}

/** A passphrase that was typed, or could not be tried, is not left behind on a screen that nobody may be looking at. */
const PASSPHRASE_KEPT_MS = 60_000

/** Forgets what is typed a minute after the last change. */
function useForgotten(typed: string | null, forget: () => void): void {
  const forgetNow = useEffectEvent(forget)
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => forgetNow(), PASSPHRASE_KEPT_MS)
    return () => clearTimeout(timer)
  }, [typed])
}

function UseRecoveryKey({ onOpen }: Pick<LockedProps, 'onOpen'>) {
  const [isForgotten, setForgotten] = useState(false)
  return (
    <>
      <p className="small soft">
        <Button look="link" isSmall onClick={() => setForgotten(true)}>
          {t('start.locked.useRecoveryKey')}
        </Button>
      </p>
      {isForgotten ? <ForgottenPassphrase onOpen={onOpen} onClose={() => setForgotten(false)} /> : null}
    </>
  )
}

type ForgottenPassphraseProps = { readonly onOpen: () => void; readonly onClose: () => void }

/** Sets a new passphrase with the printed recovery key, and opens. */
function ForgottenPassphrase({ onOpen, onClose }: ForgottenPassphraseProps) {
  const client = useClient()
  const action = useAction()
  const [recoveryKey, setRecoveryKey] = useState('')
  const recover = async (passphrase: string) => {
    const isDone = await action.run(async () => {
      await client.home.setPassphrase({ passphrase, recoveryKey: recoveryKey.trim() })
      await openHome(client, passphrase)
    })
    if (isDone) onOpen()
  }
  return (
    <Modal title={t('start.recovery.title')} onClose={onClose}>
      <NewPassphrase
        submit={t('start.recovery.submit')}
        isBusy={action.isBusy}
        missing={recoveryKey.trim() ? null : t('start.recovery.missing')}
        onSubmit={(passphrase) => void recover(passphrase)}
      >
        <TextField label={t('start.recovery.key')} value={recoveryKey} onText={setRecoveryKey} autoComplete="off" />
      </NewPassphrase>
      <FailureNote failure={action.failure} />
    </Modal>
  )
}
