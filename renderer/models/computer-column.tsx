import { type Computer, type ModelRow, NO_ANSWER_YET, onThisComputer } from '../../contract/model.ts'
import { AsideColumn } from '../viewer/aside-column.tsx'
import { Button } from '../parts/button.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { formatBytes, formatMemory } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { GraphicsSupport } from './graphics-support.tsx'

type Props = {
  readonly computer: Computer
  /** The model that is chosen, else one that does not fit. */
  readonly model: ModelRow | undefined
  readonly isOpened: boolean
  readonly onMeasure: () => void
  readonly onClose: () => void
}

/** What this computer has, and why a model fits it or not. */
export function ComputerColumn({ computer, model, isOpened, onMeasure, onClose }: Props) {
  const { cores, threads, memoryBytes, freeBytes, graphics, graphicsFault, diskFreeBytes } = computer
  return (
    <AsideColumn
      label={t('models.computer.title')}
      isPlain
      isOpened={isOpened}
      focusKey={model?.id ?? ''}
      onClose={onClose}
    >
      <div className="bar">
        <h2>{t('models.computer.title')}</h2>
        <div className="end">
          <Button look="quiet" isSmall onClick={onMeasure}>
            {t('models.computer.measure')}
          </Button>
          {isOpened ? (
            <Button look="quiet" isSmall onClick={onClose}>
              {t('frame.buttons.close')} <kbd>Esc</kbd>
            </Button>
          ) : null}
        </div>
      </div>
      <div className="stack-5 inset-4">
        <dl className="kv">
          <dt>{t('models.computer.processor')}</dt>
          <dd>{t('models.computer.cores', { count: cores, used: threads })}</dd>
          <dt>{t('models.computer.memory')}</dt>
          <dd className="num">
            {t('models.computer.memoryFree', { all: formatMemory(memoryBytes), free: formatMemory(freeBytes) })}
          </dd>
          <dt>{t('models.computer.graphics')}</dt>
          <dd>{graphics ?? t(`models.computer.${graphicsState(graphicsFault)}`)}</dd>
          <dt>{t('models.computer.disk')}</dt>
          <dd className="num">{t('models.computer.diskFree', { size: formatBytes(diskFreeBytes) })}</dd>
        </dl>
        <GraphicsSupport offers={computer.graphicsOffers} />
        {model ? <WhyFit model={model} /> : null}
        <section className="rule-top" aria-labelledby="from-a-file">
          <h3 className="h" id="from-a-file">
            {t('models.computer.fromFile.title')}
          </h3>
          <p className="small soft">{t('models.computer.fromFile.what')}</p>
        </section>
        <section className="rule-top" aria-labelledby="changing-the-model">
          <h3 className="h" id="changing-the-model">
            {t('models.computer.changing.title')}
          </h3>
          <p className="small soft">{t('models.computer.changing.what')}</p>
        </section>
      </div>
    </AsideColumn>
  )
}

/** Why a model fits or not, and where it comes from. */
function WhyFit({ model }: { readonly model: ModelRow }) {
  return (
    <section className="rule-top" aria-labelledby="why-fit">
      <h3 className="h" id="why-fit">
        {model.fit.verdict === 'no' ? t('models.computer.whyNot', { name: model.title }) : model.title}
      </h3>
      <p className="small soft">{onThisComputer(model)}</p>
      <dl className="kv above-2">
        <dt>{t('models.computer.languages')}</dt>
        <dd>{model.languages}</dd>
        {model.sha256 ? (
          <>
            <dt>{t('models.computer.checksum')}</dt>
            <dd>
              <HashText hash={model.sha256} />
            </dd>
          </>
        ) : null}
        {model.address ? (
          <>
            <dt>{t('models.computer.from')}</dt>
            <dd className="mono break-anywhere">{model.address}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

function graphicsState(fault: string | null): 'noGraphics' | 'triedGraphics' | 'failedGraphics' {
  if (fault === null) return 'noGraphics'
  return fault === NO_ANSWER_YET ? 'triedGraphics' : 'failedGraphics'
}
