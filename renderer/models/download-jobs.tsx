import { downloadWords, type ModelRow, onThisComputer } from '../../contract/model.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Meter } from '../parts/progress.tsx'
import { useDownloads, useShell } from '../state/shell-context.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import type { Download } from './create-downloads.ts'

/** Models on their way in; `onResume` asks about the network first. */
export function DownloadJobs({ onResume }: { readonly onResume: (id: string) => void }) {
  const downloads = useDownloads()
  const models = downloads.filter(({ kind }) => kind !== 'update')
  return models.map((download) => (
    <DownloadJob key={download.id} download={download} onResume={() => onResume(download.id)} />
  ))
}

type Props = { readonly download: Download; readonly onResume: () => void }

export function DownloadJob({ download, onResume }: Props) {
  const { kind, doneBytes, bytes, failure } = download
  return (
    <section className="job" aria-label={t(`models.job.${kind}`)} data-testid="download">
      <div className="top">
        <b>{jobWords(download)}</b>
        <span className="soft num">{bytes > 0 ? progressWords(download) : ''}</span>
        <DownloadButtons download={download} onResume={onResume} />
      </div>
      {failure ? (
        <FailureNote failure={failure} />
      ) : (
        <>
          <Meter label={jobWords(download)} done={doneBytes} all={bytes} />
          <DownloadNote download={download} />
        </>
      )}
    </section>
  )
}

function jobWords({ id, kind, state, failure }: Download): string {
  const name = { name: kind === 'update' ? t('settings.updates.name', { version: id }) : id }
  if (kind === 'import') return failure ? t('models.job.notImported', name) : t('models.job.importing', name)
  if (failure) return t('models.job.notDownloaded', name)
  return state === 'paused' ? t('models.job.paused', name) : t('models.job.downloading', name)
}

function progressWords({ doneBytes, bytes, bytesPerSecond, state }: Download): string {
  const progress = { done: formatBytes(doneBytes), all: formatBytes(bytes) }
  return bytesPerSecond > 0 && state === 'running'
    ? t('models.job.progressAndSpeed', { ...progress, speed: formatBytes(bytesPerSecond) })
    : t('models.job.progress', progress)
}

function DownloadButtons({ download: { id, kind, state, secondsLeft }, onResume }: Props) {
  const { downloads } = useShell()
  const isRunning = state === 'running'
  return (
    <span className="btns">
      <span className="soft num">{isRunning ? formatTimeLeft(secondsLeft) : ''}</span>
      {kind !== 'import' ? (
        <Button isSmall onClick={isRunning ? () => downloads.pause(id) : onResume}>
          {isRunning ? t('models.job.pause') : t('models.job.resume')}
        </Button>
      ) : null}
      <Button look="quiet" isSmall onClick={() => downloads.stop(id)}>
        {state === 'failed' ? t('frame.buttons.close') : t('models.job.stop')}
      </Button>
    </span>
  )
}

function DownloadNote({ download: { kind, address, resumedAt } }: Pick<Props, 'download'>) {
  return (
    <p className="small muted">
      {resumedAt > 0 ? `${t('models.job.resumedAt', { size: formatBytes(resumedAt) })} ` : ''}
      {address ? <span className="break-anywhere">{t('models.job.from', { address })} </span> : null}
      {kind === 'import' ? '' : `${t('models.job.downloadKept')} `}
      {t('models.job.check')}
    </p>
  )
}

/** A model, or graphics support; `fits`: what it is fit for, in words. */
export type ToDownload = Pick<ModelRow, 'id' | 'title' | 'bytes' | 'partialBytes' | 'address' | 'licence'> & {
  readonly fits: string
}

export function modelToDownload(model: ModelRow): ToDownload {
  return { ...model, fits: onThisComputer(model) }
}

type AgreeToDownloadProps = { readonly model: ToDownload; readonly onClose: () => void }

/** Says from where it would be fetched, before the network is used. A network that is off stays off: only this one fetch is let through. */
export function AgreeToDownload({ model, onClose }: AgreeToDownloadProps) {
  const { settings, downloads } = useShell()
  const { bytes, partialBytes } = model
  const size = formatBytes(bytes)
  return (
    <FormDialog
      title={t('models.agree.title', { name: model.title })}
      submit={settings.network ? t('models.agree.submit') : t('models.agree.submitOnce')}
      work={() => downloads.get(model.id, !settings.network)}
      onClose={onClose}
    >
      <dl className="kv">
        <dt>{t('models.agree.from')}</dt>
        <dd className="mono break-anywhere" data-testid="address">
          {model.address ?? t('models.agree.packageIndex')}
        </dd>
        <dt>{t('models.agree.size')}</dt>
        <dd>
          {partialBytes > 0
            ? t('models.agree.partlyHere', {
                size,
                here: formatBytes(partialBytes),
                left: formatBytes(bytes - partialBytes),
              })
            : size}{' '}
          <span className="muted">{downloadWords(model)}</span>
        </dd>
        <dt>{t('models.agree.licence')}</dt>
        <dd>{model.licence}</dd>
        <dt>{t('models.agree.fits')}</dt>
        <dd>{model.fits}</dd>
      </dl>
      <p className="soft">{settings.network ? t('models.agree.networkOn') : t('models.agree.networkOff')}</p>
    </FormDialog>
  )
}
