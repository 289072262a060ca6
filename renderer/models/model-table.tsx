import { messageText } from '../../wording/message-text.ts'
import { type Computer, downloadWords, type Fit, type ModelRow, speedWords } from '../../contract/model.ts'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { StateMark } from '../parts/marks.tsx'
import { useDownloads, useShell } from '../state/shell-context.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import { formatBytes, formatMemory } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import type { Download } from './create-downloads.ts'

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
          <th scope="col">{t('models.table.model')}</th>
          <th scope="col">{t('models.table.fits')}</th>
          <th scope="col" className="hide-narrow">
            {t('models.table.memory', { size: formatMemory(computer.memoryBytes) })}
          </th>
          <th scope="col" className="n">
            {t('models.table.size')}
          </th>
          <th scope="col">{t('models.table.licence')}</th>
          <th scope="col" className="act">
            <span className="visually-hidden">{t('models.table.actions')}</span>
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
  const purpose = model.purpose ? t(`models.purposes.${model.purpose}`) : ''
  const isKept = model.partialBytes > 0 && !download
  const kept = isKept ? t('models.table.partlyHere', { size: formatBytes(model.partialBytes) }) : ''
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
        {model.inUse ? <span className="tag beside-2">{t('models.table.inUse')}</span> : null}
        {model.installed && !model.inUse ? <span className="tag beside-2">{t('models.table.installed')}</span> : null}
        <small>{modelNotes(model, [purpose, kept]).join(' ')}</small>
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

/** What is to be known of it, in sentences: what it is for, how it will feel, how long it takes to have it. */
function modelNotes(model: ModelRow, first: readonly string[]): readonly string[] {
  const takes = model.installed ? '' : t('models.downloadTakes', { time: downloadWords(model) })
  return [...first, speedWords(model.fit), takes, ...model.notes.map(messageText)].filter(Boolean)
}

type RowActionsProps = ModelActions & { readonly model: ModelRow; readonly isOnItsWay: boolean }

function RowActions({ model, isOnItsWay, onDownload, onUse, onUnload, onRemove }: RowActionsProps) {
  const { id, title, installed, inUse, fit } = model
  const { languageModel } = useShell().status
  const isLoaded = languageModel?.id === id && languageModel.state !== 'unloaded'
  if (isOnItsWay) return null
  if (!installed)
    return fit.verdict === 'no' ? null : (
      <Button isSmall aria-label={t('models.table.downloadName', { name: title })} onClick={() => onDownload(model)}>
        {model.partialBytes > 0 ? t('models.table.resume') : t('models.table.download')}
      </Button>
    )
  return (
    <>
      {inUse ? null : (
        <Button isSmall aria-label={t('models.table.useName', { name: title })} onClick={() => onUse(id)}>
          {t('models.table.use')}
        </Button>
      )}
      {isLoaded ? (
        <Button look="quiet" isSmall aria-label={t('models.table.unloadName', { name: title })} onClick={onUnload}>
          {t('models.table.unload')}
        </Button>
      ) : null}
      <Button
        look="quiet"
        isSmall
        aria-label={t('models.table.removeName', { name: title })}
        onClick={() => onRemove(model)}
      >
        {t('frame.buttons.askToRemove')}
      </Button>
    </>
  )
}

export type Models = { readonly computer: Computer; readonly models: readonly ModelRow[] }

/** The models of the catalogue and of this computer, and what this computer has. */
export function useModels(): Loaded<Models> {
  return useLoaded((of) => of.model.list, undefined)
}

const LOOKS = {
  yes: { shape: 'ready', tone: 'ok' },
  slow: { shape: 'partial', tone: 'warn' },
  no: { shape: 'none', tone: 'bad' },
} as const

type FitMarkProps = { readonly model: ModelRow; readonly download: Download | undefined }

/** Whether a model fits this computer, or that it is on its way. */
function FitMark({ model, download }: FitMarkProps) {
  if (download?.state === 'running')
    return (
      <StateMark shape="running" tone="info">
        {t('models.table.downloading')}
      </StateMark>
    )
  const { shape, tone } = LOOKS[model.fit.verdict]
  return (
    <StateMark shape={shape} tone={tone}>
      {t(`models.table.verdicts.${model.fit.verdict}`)}
    </StateMark>
  )
}

const WIDTH = 126

type MemoryMeterProps = { readonly computer: Computer; readonly fit: Fit }

/** The computer's memory: what others use now, and what this model would add. */
function MemoryMeter({ computer, fit }: MemoryMeterProps) {
  const { used, needed, isTooMuch, words } = memoryBar(computer, fit)
  return (
    <svg viewBox="0 0 128 14" className="memory-meter" role="img" aria-label={words}>
      <rect x=".5" y="3.5" width="127" height="7" fill="none" stroke="var(--edge)" />
      <rect x="1" y="4" width={used * WIDTH} height="6" fill="var(--line-2)" />
      <rect
        x={1 + used * WIDTH}
        y="4"
        width={needed * WIDTH}
        height="6"
        fill={isTooMuch ? 'var(--bad)' : 'var(--accent)'}
      />
      {isTooMuch ? <path d="M127 0v14" stroke="var(--bad)" strokeWidth="2" /> : null}
    </svg>
  )
}

/** Shares of the computer's memory, 0 to 1: used by others, wanted by the model, and where the memory ends. */
type MemoryBar = {
  readonly used: number
  readonly needed: number
  readonly isTooMuch: boolean
  readonly words: string
}

/** The bar beside a model; `needed` is cut where the memory ends, and `isTooMuch` says so. */
export function memoryBar(computer: Computer, fit: Fit): MemoryBar {
  const { memoryBytes, freeBytes } = computer
  const used = clamp((memoryBytes - freeBytes) / memoryBytes)
  const needed = clamp(fit.needBytes / memoryBytes)
  const isTooMuch = fit.verdict === 'no'
  const words = t('models.table.memoryBar', { needed: formatMemory(fit.needBytes), free: formatMemory(freeBytes) })
  return { used, needed: Math.min(needed, 1 - used), isTooMuch, words }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
