import { useState } from 'react'
import { t } from '../../wording/translate.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { UpdateSettings } from './update-settings.tsx'

/** Where everything lies, and the record of what was done. */
export function DataSettings() {
  const { status, matters } = useShell()
  return (
    <>
      <section aria-labelledby="where">
        <h2 className="h" id="where">
          {t('settings.data.title')}
        </h2>
        <dl className="kv">
          <dt>{t('settings.data.folder')}</dt>
          <dd className="mono">{status.home}</dd>
          <dt>{t('settings.data.matters')}</dt>
          <dd>{t('settings.data.matterCount', { count: matters.length })}</dd>
          <dt>{t('settings.data.version')}</dt>
          <dd>{status.version}</dd>
        </dl>
        <p className="soft above-2">{t('settings.data.deletion')}</p>
      </section>
      <UpdateSettings />
      <section className="rule-top" aria-labelledby="record">
        <h2 className="h" id="record">
          {t('settings.data.log.title')}
        </h2>
        <p className="soft">
          {t.rich('settings.data.log.what', {
            place: toLedger,
          })}
        </p>
      </section>
    </>
  )
}

function toLedger(words: React.ReactNode) {
  return <PlaceLink to={{ name: 'ledger', entry: null }}>{words}</PlaceLink>
}

/** Writes everything, still encrypted, into a folder. */
export function BackupSettings() {
  const client = useClient()
  const action = useAction()
  const [folder, setFolder] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const [rounds, setRounds] = useState(0)
  const backup = (passphrase: string) =>
    void action.run(async () => {
      setDone(null)
      const { files, bytes } = await client.home.backup({ folder: folder.trim(), passphrase })
      setDone(t('settings.backup.done', { count: files, size: formatBytes(bytes), folder: folder.trim() }))
      setRounds(rounds + 1)
    })
  return (
    <>
      <section aria-labelledby="backup">
        <h2 className="h" id="backup">
          {t('settings.backup.title')}
        </h2>
        <p className="soft below-3">{t('settings.backup.what')}</p>
        <NewPassphrase
          key={rounds}
          submit={t('settings.backup.submit')}
          isBusy={action.isBusy}
          missing={folder.trim() ? null : t('settings.backup.missingFolder')}
          onSubmit={backup}
        >
          <TextField
            label={t('settings.backup.folder')}
            value={folder}
            onText={setFolder}
            placeholder="/media/disk/consilium-backup"
          />
        </NewPassphrase>
        <p className="soft above-2" role="status">
          {done}
        </p>
        <FailureNote failure={action.failure} />
      </section>
      <section className="rule-top" aria-labelledby="restore">
        <h2 className="h" id="restore">
          {t('settings.backup.restore.title')}
        </h2>
        <p className="soft">{t('settings.backup.restore.what')}</p>
      </section>
    </>
  )
}
