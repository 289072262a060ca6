import { PURPOSE_WORDS } from '../../contract/model-purpose.ts'
import type { Computer, ModelRow } from '../../contract/model.ts'
import { ROVING } from '../keys/move-in-list.ts'
import { rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { useDownloads, useShell } from '../state/shell-context.ts'
import { formatBytes, formatMemory } from '../wording/format-bytes.ts'
import type { Download } from './create-downloads.ts'
import { FitMark } from './fit-mark.tsx'
import { MemoryMeter } from './memory-meter.tsx'

type ModelActions = {
  readonly onSelect: (id: string) => void
  readonly onDownload: (model: ModelRow) => void
  readonly onUse: (id: string) => void
  readonly onUnload: () => void
  readonly onRemove: (model: ModelRow) => void
}

type Props = ModelActions & {
  readonly label: string
  readonly models: readonly ModelRow[]
  readonly computer: Computer
  readonly selected: string | null
}

/** Models of one kind: whether they fit, how large they are, under which licence, what can be done with them. */
export function ModelTable({ label, models, computer, selected, ...actions }: Props) {
  const downloads = useDownloads()
  return (
    <table className="data lib models" aria-label={label}>
      <colgroup>
        <col />
        <col className="c-fit" />
        <col className="c-mem hide-narrow" />
        <col className="c-size" />
        <col className="c-lic" />
        <col className="c-act" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">Fits here</th>
          <th scope="col" className="hide-narrow">
            Memory, of {formatMemory(computer.memoryBytes)}
          </th>
          <th scope="col" className="n">
            Size
          </th>
          <th scope="col">Licence</th>
          <th scope="col" className="act">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody ref={rovingList}>
        {models.map((model) => (
          <Row
            key={model.id}
            model={model}
            computer={computer}
            isSelected={selected === null ? model.inUse : model.id === selected}
            download={downloads.find(({ id }) => id === model.id)}
            {...actions}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = ModelActions & {
  readonly model: ModelRow
  readonly computer: Computer
  readonly isSelected: boolean
  readonly download: Download | undefined
}

function Row({ model, computer, isSelected, download, ...actions }: RowProps) {
  const kept = model.partialBytes > 0 && !download ? `${formatBytes(model.partialBytes)} of it are here. ` : ''
  return (
    <tr className={isSelected ? 'sel' : undefined} data-testid="model">
      <th scope="row">
        <button
          {...{ [ROVING]: '' }}
          type="button"
          className="name"
          aria-current={isSelected ? 'true' : undefined}
          onClick={() => actions.onSelect(model.id)}
        >
          {model.title}
        </button>
        {model.inUse ? <span className="tag ml-2">in use</span> : null}
        {model.installed && !model.inUse ? <span className="tag ml-2">installed</span> : null}
        <small>
          {model.purpose ? `${PURPOSE_WORDS[model.purpose]}. ` : ''}
          {kept}
          {model.note}
        </small>
      </th>
      <td>
        <FitMark model={model} download={download} />
      </td>
      <td className="hide-narrow">
        <MemoryMeter computer={computer} fit={model.fit} />
      </td>
      <td className="n">{formatBytes(model.bytes)}</td>
      <td>{model.licence}</td>
      <td className="act">
        <RowActions model={model} isOnItsWay={download !== undefined} {...actions} />
      </td>
    </tr>
  )
}

type RowActionsProps = ModelActions & { readonly model: ModelRow; readonly isOnItsWay: boolean }

function RowActions({ model, isOnItsWay, onDownload, onUse, onUnload, onRemove }: RowActionsProps) {
  const { id, title, installed, inUse, fit } = model
  const { languageModel } = useShell().status
  const isLoaded = languageModel?.id === id && languageModel.state !== 'unloaded'
  if (isOnItsWay) return null
  if (!installed)
    return fit.verdict === 'no' ? null : (
      <Button isSmall aria-label={`Download ${title}`} onClick={() => onDownload(model)}>
        {model.partialBytes > 0 ? 'Go on…' : 'Download…'}
      </Button>
    )
  return (
    <>
      {inUse ? null : (
        <Button isSmall aria-label={`Use ${title}`} onClick={() => onUse(id)}>
          Use
        </Button>
      )}
      {isLoaded ? (
        <Button look="quiet" isSmall aria-label={`Unload ${title}`} onClick={onUnload}>
          Unload
        </Button>
      ) : null}
      <Button look="quiet" isSmall aria-label={`Remove ${title}`} onClick={() => onRemove(model)}>
        Remove…
      </Button>
    </>
  )
}
