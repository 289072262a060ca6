import { useState } from 'react'
import type { ModelRow } from '../../contract/model.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { AgreeToDownload } from './agree-to-download.tsx'
import { DownloadJobs } from './download-jobs.tsx'
import { ModelTable } from './model-table.tsx'
import { RemoveModel } from './remove-model.tsx'
import type { Models as ModelList } from './use-models.ts'

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
      <div className="mt-5">
        <ModelTable
          label="Models that write"
          models={list.models.filter(({ kind }) => kind === 'language')}
          {...table}
        />
      </div>
      <h2 className="h mt-6">
        Finding by meaning <span className="muted">without one, passages are found by their words</span>
      </h2>
      <ModelTable label="Models that find" models={list.models.filter(({ kind }) => kind === 'embedding')} {...table} />
      <h2 className="h mt-6">
        Ordering passages{' '}
        <span className="muted">without one, they are read in the order in which they were found</span>
      </h2>
      <ModelTable label="Models that order" models={list.models.filter(({ kind }) => kind === 'reranker')} {...table} />
      {open?.dialog === 'download' ? <AgreeToDownload model={open.model} onClose={() => setOpen(null)} /> : null}
      {open?.dialog === 'remove' ? <RemoveModel model={open.model} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
