import type { ModelRow } from '../../contract/model.ts'
import { ConfirmRemoval } from '../parts/confirm-removal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { formatBytes } from '../wording/format-bytes.ts'

type Props = { readonly model: ModelRow; readonly onClose: () => void }

/** Removes an installed model's file. */
export function RemoveModel({ model, onClose }: Props) {
  const client = useClient()
  return (
    <ConfirmRemoval
      title={`Remove ${model.title}?`}
      work={() => client.model.remove({ id: model.id })}
      kept="The model is still there."
      onDone={onClose}
      onClose={onClose}
    >
      <p className="soft">
        Its file of {formatBytes(model.bytes)} is deleted. Earlier answers stay, with the name and hash of the model
        that wrote them.
        {model.inUse ? ' It is in use: another installed model takes its place, and where there is none, ' : ''}
        {model.inUse && model.kind === 'language' ? 'questions get passages only.' : ''}
        {model.inUse && model.kind === 'embedding' ? 'passages are found by their words only.' : ''}
        {model.inUse && model.kind === 'reranker' ? 'passages are read in the order in which they were found.' : ''}
      </p>
    </ConfirmRemoval>
  )
}
