import { useState } from 'react'
import type { ModelRow } from '../../contract/model.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { ConfirmRemoval, FormDialog } from '../parts/form-dialog.tsx'
import { PathField } from '../parts/path-field.tsx'
import { Opening } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { AgreeToDownload, DownloadJobs } from './download-jobs.tsx'
import { type Models as ModelList, ModelTable } from './model-table.tsx'

type Props = {
  readonly list: ModelList | null
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

type Open = { readonly dialog: 'download' | 'remove'; readonly model: ModelRow }

/** All models, those on their way first. */
export function Models({ list, selected, onSelect }: Props) {
  const client = useClient()
  const action = useAction()
  const [open, setOpen] = useState<Open | null>(null)
  if (!list) return <Opening>Measuring what fits this computer.</Opening>
  const table = {
    computer: list.computer,
    selected,
    onSelect,
    onDownload: (model: ModelRow) => setOpen({ dialog: 'download', model }),
    onRemove: (model: ModelRow) => setOpen({ dialog: 'remove', model }),
    onUse: (id: string) => void action.run(() => client.model.use({ id }), 'The model in use stays.'),
    onUnload: () => void action.run(() => client.model.unload()),
  }
  const resume = (id: string) => {
    const model = list.models.find((one) => one.id === id)
    if (model) setOpen({ dialog: 'download', model })
  }
  return (
    <>
      <DownloadJobs onResume={resume} />
      <FailureNote failure={action.failure} />
      <div className="above-5">
        <ModelTable
          label="Models that write"
          models={list.models.filter(({ kind }) => kind === 'language')}
          {...table}
        />
      </div>
      <h2 className="h above-6">
        Finding by meaning <span className="muted">without one, passages are found by their words</span>
      </h2>
      <ModelTable label="Models that find" models={list.models.filter(({ kind }) => kind === 'embedding')} {...table} />
      <h2 className="h above-6">
        Ordering passages{' '}
        <span className="muted">without one, they are read in the order in which they were found</span>
      </h2>
      <ModelTable label="Models that order" models={list.models.filter(({ kind }) => kind === 'reranker')} {...table} />
      {open?.dialog === 'download' ? <AgreeToDownload model={open.model} onClose={() => setOpen(null)} /> : null}
      {open?.dialog === 'remove' ? <RemoveModel model={open.model} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

/** Takes a GGUF file of this computer in; nothing is fetched. */
export function ImportModel({ onClose }: { readonly onClose: () => void }) {
  const { downloads } = useShell()
  const [typed, setFile] = useState('')
  const file = typed.trim()
  return (
    <FormDialog
      title="Import a model from a file"
      submit="Import"
      missing={file ? null : 'Name the file first.'}
      work={() => downloads.importFile(file)}
      onClose={onClose}
    >
      <p className="soft">
        A GGUF file from a disk or a colleague works as well; nothing is fetched. It is copied and checked, and its hash
        goes into every answer and the ledger.
      </p>
      <PathField label="File, with its folder" value={typed} onPath={setFile} placeholder="/home/you/model.gguf" />
    </FormDialog>
  )
}

type RemoveModelProps = { readonly model: ModelRow; readonly onClose: () => void }

/** Removes an installed model's file. */
function RemoveModel({ model, onClose }: RemoveModelProps) {
  const client = useClient()
  return (
    <ConfirmRemoval
      title={`Remove ${model.title}?`}
      work={() => client.model.remove({ id: model.id })}
      kept="The model is still there."
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
