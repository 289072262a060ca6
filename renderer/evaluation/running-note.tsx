import type { EvaluationRun } from '../../contract/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/meter.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatTimeLeft } from '../wording/format-time.ts'

/** A run that goes on, with what is left of it; it goes on whether one looks or not. */
export function RunningNote({ run }: { readonly run: EvaluationRun }) {
  const client = useClient()
  const action = useAction()
  const { number, state, done, of, leftMs, stage } = run
  const left = formatTimeLeft(leftMs === null ? null : leftMs / 1000)
  const words =
    state === 'waiting' ? 'waits for the run before it' : [`${done} of ${of} answered`, left].filter(Boolean).join(', ')
  return (
    <section className="sunk run-note" aria-label={`Run ${number}`}>
      <div className="grow">
        <p>
          <b className="font-semibold">Run {number}</b> {words}
          {stage && stage !== 'answering' ? `; ${stage}` : ''}
        </p>
        <Meter label={`Run ${number}`} done={done} all={of} />
        <FailureNote failure={action.failure} />
      </div>
      <Button
        isSmall
        isOff={action.isBusy}
        onClick={() =>
          void action.run(
            () => client.evaluation.stop({ matter: run.matter, run: run.run }),
            'What was answered is kept.',
          )
        }
      >
        Stop
      </Button>
    </section>
  )
}
