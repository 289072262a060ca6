import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import type { Preparing } from './create-consulting.ts'

/** A packet being made; the analysis of this computer comes in item by item. */
export function PreparingPanel({ preparing }: { readonly preparing: Preparing }) {
  const { consulting } = useShell()
  const { matter, input, items, texts, failure } = preparing
  if (failure)
    return (
      <FailureNote failure={failure}>
        <Button isSmall onClick={() => consulting.prepare(input)}>
          Try again
        </Button>
        <Button look="quiet" isSmall onClick={() => consulting.forgetPreparing(matter)}>
          Close
        </Button>
      </FailureNote>
    )
  const isAnalysis = input.kind === 'informed'
  return (
    <section className="job" aria-label="Preparing" data-testid="preparing">
      <p className="top">
        <b>{isAnalysis ? 'Writing our analysis, item by item.' : 'Preparing the packet.'}</b>
        <Button isSmall className="push" onClick={() => consulting.stopPreparing(matter)}>
          Stop
        </Button>
      </p>
      <p className="small soft">
        {isAnalysis
          ? 'The model of this computer writes what each source says about the question, without a verdict. Nothing leaves; you read it before.'
          : 'The sources are looked through for names, numbers and dates. Nothing leaves.'}
      </p>
      {items > 0 ? (
        <>
          <Meter label="Items of the analysis" done={texts.length} all={items} />
          <p className="small muted" role="status">
            {texts.length} of {formatCount(items, 'item')}
          </p>
          <ol className="stack-2">
            {texts.map((text, index) => (
              // Items come in their order and stay.
              <li key={index} className="read">
                {text}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}
