import type { Optimisation } from '../../../contract/optimisation.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Meter } from '../../parts/meter.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'

/** One that goes on, with what is left of it. */
export function OptimisationNote({ optimisation: one }: { readonly optimisation: Optimisation }) {
  const client = useClient()
  const action = useAction()
  const { state, done, of, leftMs, stage, tried, settings, matter, optimisation, result } = one
  const left = formatTimeLeft(leftMs === null ? null : leftMs / 1000)
  const words =
    state === 'waiting'
      ? 'Waits for the run before it.'
      : [
          result === null ? `${tried.length} of ${settings.evaluations} settings` : null,
          `${done} of ${of} answers`,
          left,
        ]
          .filter(Boolean)
          .join(', ')
  return (
    <section className="sunk run-note" aria-label="Optimisation">
      <div className="grow">
        <p>
          {words}
          {stage && stage !== 'answering' ? `; ${stage}` : ''}
        </p>
        {result === null ? null : <p className="small soft">What was found before stands below until then.</p>}
        <Meter label="Optimisation" done={done} all={of} />
        <FailureNote failure={action.failure} />
      </div>
      <Button
        isSmall
        isOff={action.isBusy}
        onClick={() =>
          void action.run(() => client.optimisation.stop({ matter, optimisation }), 'What was measured is kept.')
        }
      >
        Stop
      </Button>
    </section>
  )
}
