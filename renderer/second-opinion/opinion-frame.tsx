import { Bar } from '../frame/bar.tsx'

const STEPS = { choose: '1 Choose', review: '2 Review', send: '3 Send', compare: '4 Compare' } as const

type Props = {
  readonly step: keyof typeof STEPS
  /** What can be done, at the end of the bar. */
  readonly actions?: React.ReactNode
  readonly children: React.ReactNode
}

/** The work column of a second opinion, with the step one is at. */
export function OpinionFrame({ step, actions, children }: Props) {
  return (
    <main className="work" id="work" tabIndex={-1}>
      <Bar
        title="Second opinion"
        middle={
          <ol className="steps hide-narrow" aria-label="Steps">
            {Object.entries(STEPS).map(([name, words]) => (
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
