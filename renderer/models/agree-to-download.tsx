import type { ModelRow } from '../../contract/model.ts'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { useShell } from '../state/shell-context.ts'
import { formatBytes } from '../wording/format-bytes.ts'

type Props = { readonly model: ModelRow; readonly onClose: () => void }

/** Says from where a model would be fetched, before the network is used. A network that is off stays off: only this one fetch is let through. */
export function AgreeToDownload({ model, onClose }: Props) {
  const { settings, downloads } = useShell()
  const start = () => {
    downloads.get(model.id, !settings.network)
    onClose()
  }
  const left = model.bytes - model.partialBytes
  return (
    <Modal title={`Download ${model.title}?`} onClose={onClose}>
      <dl className="kv">
        <dt>From</dt>
        <dd className="mono break-all" data-testid="address">
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
      <div className="btns">
        <Button look="primary" onClick={start}>
          {settings.network ? 'Download' : 'Download this one file'}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}
