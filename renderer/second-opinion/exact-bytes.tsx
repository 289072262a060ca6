import type { Packet } from '../../contract/packet.ts'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { formatNumber } from '../wording/format-quantity.ts'

/** The body of the request as it would go over the line: what is hashed, agreed to, recorded and sent. */
export function ExactBytes({ packet, onClose }: { readonly packet: Packet; readonly onClose: () => void }) {
  const bytes = new TextEncoder().encode(packet.body).length
  return (
    <Modal title="Exact bytes of the request" onClose={onClose}>
      <dl className="kv">
        <dt>To</dt>
        <dd className="mono">{packet.address}</dd>
        <dt>Bytes</dt>
        <dd>{formatNumber(bytes)}</dd>
        <dt>SHA-256</dt>
        <dd className="mono">{packet.hash}</dd>
      </dl>
      <p className="small soft">
        The hash is taken of the address, the model and these bytes. The key of the account goes beside them, as a
        header; file names, pictures and who you are do not.
      </p>
      <pre className="raw sunk" tabIndex={0} aria-label="Body of the request" data-testid="body">
        {packet.body}
      </pre>
      <div className="btns">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Modal>
  )
}
