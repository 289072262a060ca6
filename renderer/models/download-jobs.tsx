import type { ModelRow } from '../../contract/model.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Meter } from '../parts/progress.tsx'
import { useDownloads, useShell } from '../state/shell-context.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'
import type { Download } from './create-downloads.ts'

/** Models on their way in; `onResume` asks about the network first. */
export function DownloadJobs({ onResume }: { readonly onResume: (id: string) => void }) {
  const downloads = useDownloads()
  return downloads.map((download) => (
    <DownloadJob key={download.id} download={download} onResume={() => onResume(download.id)} />
  ))
}

type Props = { readonly download: Download; readonly onResume: () => void }

function DownloadJob({ download, onResume }: Props) {
  const { id, kind, state, doneBytes, bytes, bytesPerSecond, failure } = download
  const verb = kind === 'import' ? 'Taking in' : state === 'paused' ? 'Paused:' : 'Downloading'
  const speed = bytesPerSecond > 0 && state === 'running' ? `, ${formatBytes(bytesPerSecond)}/s` : ''
  return (
    <section className="job" aria-label={kind === 'import' ? 'Import' : 'Download'} data-testid="download">
      <div className="top">
        <b>{failure ? `${id} was not taken in.` : `${verb} ${id}`}</b>
        <span className="soft num">
          {bytes > 0 ? `${formatBytes(doneBytes)} of ${formatBytes(bytes)}${speed}` : ''}
        </span>
        <DownloadButtons download={download} onResume={onResume} />
      </div>
      {failure ? (
        <FailureNote failure={failure} />
      ) : (
        <>
          <Meter label={`${verb} ${id}`} done={doneBytes} all={bytes} />
          <DownloadNote download={download} />
        </>
      )}
    </section>
  )
}

function DownloadButtons({ download: { id, kind, state, secondsLeft }, onResume }: Props) {
  const { downloads } = useShell()
  const isRunning = state === 'running'
  return (
    <span className="btns">
      <span className="soft num">{isRunning ? formatTimeLeft(secondsLeft) : ''}</span>
      {kind === 'download' ? (
        <Button isSmall onClick={isRunning ? () => downloads.pause(id) : onResume}>
          {isRunning ? 'Pause' : 'Go on'}
        </Button>
      ) : null}
      <Button look="quiet" isSmall onClick={() => downloads.stop(id)}>
        {state === 'failed' ? 'Close' : 'Stop'}
      </Button>
    </span>
  )
}

function DownloadNote({ download: { kind, address, resumedAt } }: Pick<Props, 'download'>) {
  return (
    <p className="small muted">
      {resumedAt > 0 ? `Went on at ${formatBytes(resumedAt)}. ` : ''}
      {address ? <span className="break-anywhere">From {address}. </span> : null}
      {kind === 'download' ? 'What has come is kept. ' : ''}The file is used only when it is whole and its hash matches.
    </p>
  )
}

type AgreeToDownloadProps = { readonly model: ModelRow; readonly onClose: () => void }

/** Says from where a model would be fetched, before the network is used. A network that is off stays off: only this one fetch is let through. */
export function AgreeToDownload({ model, onClose }: AgreeToDownloadProps) {
  const { settings, downloads } = useShell()
  const left = model.bytes - model.partialBytes
  return (
    <FormDialog
      title={`Download ${model.title}?`}
      submit={settings.network ? 'Download' : 'Download this one file'}
      work={() => downloads.get(model.id, !settings.network)}
      onClose={onClose}
    >
      <dl className="kv">
        <dt>From</dt>
        <dd className="mono break-anywhere" data-testid="address">
          {model.address ?? 'the package index that this computer is set up for'}
        </dd>
        <dt>Size</dt>
        <dd>
          {formatBytes(model.bytes)}
          {model.partialBytes > 0
            ? `; ${formatBytes(model.partialBytes)} are here already, ${formatBytes(left)} to go`
            : ''}
        </dd>
        <dt>Licence</dt>
        <dd>{model.licence}</dd>
        <dt>Fits here</dt>
        <dd>{model.fit.why}</dd>
      </dl>
      <p className="soft">
        {settings.network
          ? 'The network is on: only what you agree to may leave. The address above sees that this computer fetches a file, and nothing of your documents.'
          : 'The network is off and stays off. Only this one file is let through, until the download ends or is paused. The address above sees that this computer fetches a file, and nothing of your documents.'}
      </p>
    </FormDialog>
  )
}
