import { useState } from 'react'
import type { UpdateFile, UpdateInstalled, UpdateState } from '../../contract/update.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { DownloadJob } from '../models/download-jobs.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useDownloads, useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

/** The newer version that a check has found: downloaded, then installed, each when it is asked for. */
export function InstallUpdate({ state }: { readonly state: UpdateState }) {
  const { known, staged, previous, version: running } = state
  const downloads = useDownloads()
  if (previous?.isRunning) return <p>{t('settings.updates.replaced', { version: running })}</p>
  if (known?.outcome !== 'newer' || !known.file) return null
  const { version, file } = known
  const download = downloads.find((one) => one.kind === 'update' && one.id === version)
  if (download) return <Downloading download={download} version={version} />
  if (staged?.ready) return <Install version={version} kind={file.kind} />
  return <Offer version={version} file={file} doneBytes={staged?.doneBytes ?? 0} />
}

function Downloading({ version, ...rest }: Pick<React.ComponentProps<typeof DownloadJob>, 'download'> & Versioned) {
  const { downloads } = useShell()
  return <DownloadJob {...rest} onResume={() => downloads.getUpdate(version)} />
}

type Versioned = { readonly version: string }

function Offer({ version, file, doneBytes }: Versioned & { readonly file: UpdateFile; readonly doneBytes: number }) {
  const { downloads } = useShell()
  const size = formatBytes(file.bytes)
  const kept = doneBytes > 0 ? t('settings.updates.kept', { done: formatBytes(doneBytes), size }) : ''
  return (
    <>
      <p className="soft">
        {t('settings.updates.from', { size, host: new URL(file.address).host })} {kept}
      </p>
      <div className="btns">
        <Button isSmall onClick={() => downloads.getUpdate(version)}>
          {doneBytes > 0 ? t('settings.updates.resume') : t('settings.updates.download')}
        </Button>
      </div>
    </>
  )
}

const INSTALL_WORDS = {
  appimage: 'settings.updates.install',
  deb: 'settings.updates.openInstaller',
  installer: 'settings.updates.openInstaller',
  portable: 'settings.updates.openFolder',
  dmg: 'settings.updates.openInstaller',
} as const

function Install({ version, kind }: Versioned & Pick<UpdateFile, 'kind'>) {
  const client = useClient()
  const action = useAction()
  const [opened, setOpened] = useState<UpdateInstalled | null>(null)
  return (
    <>
      <p>
        {t('settings.updates.ready', { version })} {t(`settings.updates.how.${kind}`)}
      </p>
      <div className="btns">
        <Button
          isSmall
          isBusy={action.isBusy}
          onClick={() => void action.run(async () => setOpened(await client.update.install()))}
        >
          {t(INSTALL_WORDS[kind])}
        </Button>
      </div>
      {opened ? <p className="break-anywhere">{t('settings.updates.opened', { path: opened.path })}</p> : null}
      <FailureNote failure={action.failure} />
    </>
  )
}

/** The version that was here before, and the way back to it. */
export function PreviousVersion({ state: { previous } }: { readonly state: UpdateState }) {
  const client = useClient()
  const [isAsked, setAsked] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const goBack = async () => {
    const { version, copies } = await client.update.goBack()
    setDone(
      copies === null
        ? t('settings.updates.wentBack', { version })
        : t('settings.updates.wentBackData', { version, folder: copies }),
    )
  }
  if (done !== null) return <p role="status">{done}</p>
  if (!previous) return null
  const { version, isRunning } = previous
  return (
    <>
      {isRunning ? null : <p className="soft">{t('settings.updates.previous', { version })}</p>}
      <div className="btns">
        <Button isSmall look="quiet" onClick={() => setAsked(true)}>
          {t('settings.updates.goBack', { version })}
        </Button>
      </div>
      {isAsked ? (
        <FormDialog
          title={t('settings.updates.goBackConfirm.title', { version })}
          submit={t('settings.updates.goBack', { version })}
          isRemoval
          work={goBack}
          kept={t('settings.updates.goBackConfirm.kept')}
          onClose={() => setAsked(false)}
        >
          <p className="soft">{t('settings.updates.goBackConfirm.what', { version })}</p>
          {isRunning ? null : <p className="soft">{t('settings.updates.goBackConfirm.data', { version })}</p>}
        </FormDialog>
      ) : null}
    </>
  )
}
