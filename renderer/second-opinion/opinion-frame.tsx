import { t, texts } from '../../wording/translate.ts'
import { Bar } from '../frame/bar.tsx'

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
