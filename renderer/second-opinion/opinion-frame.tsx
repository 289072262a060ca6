import { t, texts } from '../../wording/translate.ts'
import { Bar } from '../frame/bar.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { useShell } from '../state/shell-context.ts'
import type { Preparing } from './create-consulting.ts'

type Props = {
  readonly step: 'choose' | 'review' | 'send' | 'compare'
  /** What can be done, at the end of the bar. */
  readonly actions?: React.ReactNode
  readonly children: React.ReactNode
}

/** The work column of a second opinion, with the step one is at. */
export function OpinionFrame({ step, actions, children }: Props) {
  return (
    <main className="work" id="work" tabIndex={-1}>
      <Bar
        title={t('opinions.title')}
        middle={
          <ol className="steps" aria-label={t('opinions.stepsLabel')}>
            {Object.entries(texts('opinions.steps')).map(([name, words]) => (
              <li key={name} aria-current={name === step ? 'step' : undefined}>
                {words}
              </li>
            ))}
          </ol>
        }
      >
        {actions}
      </Bar>
      {children}
    </main>
  )
}

/** A packet being made; the analysis of this computer comes in item by item. */
export function PreparingPanel({ preparing }: { readonly preparing: Preparing }) {
  const { consulting } = useShell()
  const { matter, input, items, texts: written, failure } = preparing
  if (failure)
    return (
      <FailureNote failure={failure}>
        <Button isSmall onClick={() => consulting.prepare(input)}>
          {t('frame.buttons.tryAgain')}
        </Button>
        <Button look="quiet" isSmall onClick={() => consulting.forgetPreparing(matter)}>
          {t('frame.buttons.close')}
        </Button>
      </FailureNote>
    )
  const isAnalysis = input.kind === 'informed'
  return (
    <section className="job" aria-label={t('outgoing.preparing.label')} data-testid="preparing">
      <p className="top">
        <b>{isAnalysis ? t('outgoing.preparing.analysisTitle') : t('outgoing.preparing.title')}</b>
        <Button isSmall className="push" onClick={() => consulting.stopPreparing(matter)}>
          {t('frame.buttons.stop')}
        </Button>
      </p>
      <p className="small soft">{isAnalysis ? t('outgoing.preparing.analysisHint') : t('outgoing.preparing.hint')}</p>
      {items > 0 ? (
        <>
          <Meter label={t('outgoing.preparing.progressLabel')} done={written.length} all={items} />
          <p className="small muted" role="status">
            {t('outgoing.preparing.progress', { done: written.length, count: items })}
          </p>
          <ol className="stack-2">
            {written.map((text, index) => (
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
