import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { LockedFileDialog } from '../parts/locked-file-dialog.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { t } from '../../wording/translate.ts'

/** The very first screen: how everything is to be locked. */
export function CreateHome({ onCreated }: { readonly onCreated: () => void }) {
  const client = useClient()
  const action = useAction()
  const [isRestoring, setRestoring] = useState(false)
  const create = async (passphrase: string | null) => {
    const isDone = await action.run(async () => {
      await client.home.create({ passphrase })
      await client.matter.createSamples()
    })
    if (isDone) onCreated()
  }
  return (
    <main className="alone" id="work" tabIndex={-1}>
      <div>
        <header className="stack-2">
          <h1 className="question">{t('start.protect.title')}</h1>
          <p className="read soft">{t('start.protect.hint')}</p>
        </header>
        <section className="choice" aria-labelledby="with-passphrase">
          <h2 className="h flush" id="with-passphrase">
            {t.rich('start.protect.withPassphrase', { soft: (chunks) => <span className="muted">{chunks}</span> })}
          </h2>
          <p className="soft">{t('start.protect.passphraseHint')}</p>
          <NewPassphrase
            submit={t('start.protect.submit')}
            isBusy={action.isBusy}
            onSubmit={(passphrase) => void create(passphrase)}
          />
        </section>
        <NotNow isBusy={action.isBusy} onChoose={() => void create(null)} />
        <FailureNote failure={action.failure} />
        <p className="small soft rule-top">
          {t('start.protect.moving')}{' '}
          <Button look="link" isSmall onClick={() => setRestoring(true)}>
            {t('start.protect.restore')}
          </Button>
        </p>
      </div>
      {isRestoring ? <RestoreBackup onRestored={onCreated} onClose={() => setRestoring(false)} /> : null}
    </main>
  )
}

/** What it means to do without a passphrase, in plain words. */
function NotNow({ isBusy, onChoose }: { readonly isBusy: boolean; readonly onChoose: () => void }) {
  const hasKeychain = window.host?.hasKeychain ?? false
  return (
    <section className="choice start-items" aria-labelledby="not-now">
      <h2 className="h flush" id="not-now">
        {t('start.protect.notNow')}
      </h2>
      <p className="soft">
        {hasKeychain ? t('start.protect.inKeychain') : t('start.protect.inFile')} {t('start.protect.setLater')}
      </p>
      <Button isBusy={isBusy} onClick={onChoose}>
        {t('start.protect.notNow')}
      </Button>
    </section>
  )
}

type RestoreBackupProps = { readonly onRestored: () => void; readonly onClose: () => void }

/** Restores a backup into a home that is still empty. */
function RestoreBackup({ onRestored, onClose }: RestoreBackupProps) {
  const client = useClient()
  return (
    <LockedFileDialog
      title={t('start.restore.title')}
      submit={t('start.restore.submit')}
      words={{
        path: t('start.restore.folder'),
        missingPath: t('start.restore.missingFolder'),
        passphrase: t('start.restore.passphrase'),
        missingPassphrase: t('start.restore.missingPassphrase'),
      }}
      isFolder
      hint={t('start.restore.hint')}
      busy={t('start.restore.busy')}
      kept={t('start.restore.kept')}
      work={(folder, passphrase) => client.home.restore({ folder, passphrase })}
      onDone={onRestored}
      onClose={onClose}
    />
  )
}
