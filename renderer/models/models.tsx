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
import { t } from '../../wording/translate.ts'
import { AgreeToDownload, DownloadJobs, modelToDownload, type ToDownload } from './download-jobs.tsx'
import { graphicsToDownload } from './graphics-support.tsx'
import { type Models as ModelList, ModelTable } from './model-table.tsx'

type Props = {
  readonly list: ModelList | null
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

type Open =
  | { readonly dialog: 'download'; readonly model: ToDownload }
  | { readonly dialog: 'remove'; readonly model: ModelRow }

/** All models, those on their way first. */
export function Models({ list, selected, onSelect }: Props) {
  const client = useClient()
  const action = useAction()
  const [open, setOpen] = useState<Open | null>(null)
  if (!list) return <Opening>{t('models.measuring')}</Opening>
  const table = {
    computer: list.computer,
    selected,
    onSelect,
    onDownload: (model: ModelRow) => setOpen({ dialog: 'download', model: modelToDownload(model) }),
    onRemove: (model: ModelRow) => setOpen({ dialog: 'remove', model }),
    onUse: (id: string) => void action.run(() => client.model.use({ id }), t('models.stillInUse')),
    onUnload: () => void action.run(() => client.model.unload()),
  }
  const resume = (id: string) => {
    const model = list.models.find((one) => one.id === id)
    const offer = list.computer.graphicsOffers.find((one) => one.id === id)
    if (model) setOpen({ dialog: 'download', model: modelToDownload(model) })
    if (offer) setOpen({ dialog: 'download', model: graphicsToDownload(offer) })
  }
  return (
    <>
      <DownloadJobs onResume={resume} />
      <FailureNote failure={action.failure} />
      <div className="above-5">
        <ModelTable
          label={t('models.kinds.language.label')}
          models={list.models.filter(({ kind }) => kind === 'language')}
          {...table}
        />
      </div>
      <h2 className="h above-6">
        {t('models.kinds.embedding.title')} <span className="muted">{t('models.kinds.embedding.without')}</span>
      </h2>
      <ModelTable
        label={t('models.kinds.embedding.label')}
        models={list.models.filter(({ kind }) => kind === 'embedding')}
        {...table}
      />
      <h2 className="h above-6">
        {t('models.kinds.reranker.title')} <span className="muted">{t('models.kinds.reranker.without')}</span>
      </h2>
      <ModelTable
        label={t('models.kinds.reranker.label')}
        models={list.models.filter(({ kind }) => kind === 'reranker')}
        {...table}
      />
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
      title={t('models.importing.title')}
      submit={t('frame.buttons.import')}
      missing={file ? null : t('models.importing.missing')}
      work={() => downloads.importFile(file)}
      onClose={onClose}
    >
      <p className="soft">{t('models.importing.what')}</p>
      <PathField
        label={t('models.importing.file')}
        value={typed}
        onPath={setFile}
        placeholder={t('models.importing.example')}
      />
    </FormDialog>
  )
}

type RemoveModelProps = { readonly model: ModelRow; readonly onClose: () => void }

/** Removes an installed model's file. */
function RemoveModel({ model, onClose }: RemoveModelProps) {
  const client = useClient()
  return (
    <ConfirmRemoval
      title={t('models.removal.title', { name: model.title })}
      work={() => client.model.remove({ id: model.id })}
      kept={t('models.removal.kept')}
      onClose={onClose}
    >
      <p className="soft">
        {t('models.removal.what', { size: formatBytes(model.bytes) })}
        {model.inUse ? ` ${t(`models.removal.inUse.${model.kind}`)}` : ''}
      </p>
    </ConfirmRemoval>
  )
}
