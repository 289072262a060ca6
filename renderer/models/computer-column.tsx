import type { Computer, ModelRow } from '../../contract/model.ts'
import { AsideColumn } from '../parts/aside-column.tsx'
import { Button } from '../parts/button.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { formatBytes, formatCount, formatMemory } from '../../wording/format-quantity.ts'

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
  const { cores, threads, memoryBytes, freeBytes, graphics, diskFreeBytes } = computer
  return (
    <AsideColumn label="This computer" isPlain isOpened={isOpened} focusKey={model?.id ?? ''} onClose={onClose}>
      <div className="bar">
        <h2>This computer</h2>
        <div className="end">
          <Button look="quiet" isSmall onClick={onMeasure}>
            Measure again
          </Button>
          {isOpened ? (
            <Button look="quiet" isSmall onClick={onClose}>
              Close <kbd>Esc</kbd>
            </Button>
          ) : null}
        </div>
      </div>
      <div className="stack-5 inset-4">
        <dl className="kv">
          <dt>Processor</dt>
          <dd>
            {formatCount(cores, 'core')}, {threads} used while a model writes
          </dd>
          <dt>Memory</dt>
          <dd className="num">
            {formatMemory(memoryBytes)}, {formatMemory(freeBytes)} free now
          </dd>
          <dt>Graphics</dt>
          <dd>{graphics ?? 'none that helps; not needed'}</dd>
          <dt>Disk</dt>
          <dd className="num">{formatBytes(diskFreeBytes)} free</dd>
        </dl>
        {model ? <WhyFit model={model} /> : null}
        <section className="rule-top" aria-labelledby="from-a-file">
          <h3 className="h" id="from-a-file">
            From a file
          </h3>
          <p className="small soft">
            A GGUF file from a disk or a colleague works as well; nothing is fetched. It is checked before use, and its
            hash goes into every answer and the ledger.
          </p>
        </section>
        <section className="rule-top" aria-labelledby="changing-the-model">
          <h3 className="h" id="changing-the-model">
            Changing the model
          </h3>
          <p className="small soft">Earlier answers keep the name and hash of the model that wrote them.</p>
        </section>
      </div>
    </AsideColumn>
  )
}

/** Why a model fits or not, in the words of the assistant, and where it comes from. */
function WhyFit({ model }: { readonly model: ModelRow }) {
  return (
    <section className="rule-top" aria-labelledby="why-fit">
      <h3 className="h" id="why-fit">
        {model.fit.verdict === 'no' ? `Why ${model.title} does not fit` : model.title}
      </h3>
      <p className="small soft">{model.fit.why}</p>
      <dl className="kv above-2">
        <dt>Languages</dt>
        <dd>{model.languages}</dd>
        {model.sha256 ? (
          <>
            <dt>File</dt>
            <dd>
              sha256 <HashText hash={model.sha256} />
            </dd>
          </>
        ) : null}
        {model.address ? (
          <>
            <dt>From</dt>
            <dd className="mono break-anywhere">{model.address}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}
