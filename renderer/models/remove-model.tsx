import type { ModelRow } from '../../contract/model.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatBytes } from '../wording/format-bytes.ts'

type Props = { readonly model: ModelRow; readonly onClose: () => void }

/** Removes an installed model's file. */
export function RemoveModel({ model, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const remove = async () => {
    if (await action.run(() => client.model.remove({ id: model.id }), 'The model is still there.')) onClose()
  }
  return (
    <Modal title={`Remove ${model.title}?`} onClose={onClose}>
      <p className="soft">
        Its file of {formatBytes(model.bytes)} is deleted. Earlier answers stay, with the name and hash of the model
        that wrote them.
        {model.inUse ? ' It is in use: another installed model takes its place, and where there is none, ' : ''}
        {model.inUse && model.kind === 'language' ? 'questions get passages only.' : ''}
        {model.inUse && model.kind === 'embedding' ? 'passages are found by their words only.' : ''}
      </p>
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button isOff={action.isBusy} onClick={() => void remove()}>
          Remove
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}
