import type { QuestionSet } from '../../../contract/evaluation.ts'
import type { Optimisation } from '../../../contract/optimisation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { BestChart } from './best-chart.tsx'
import { OptimisationNote } from './optimisation-note.tsx'
import { OptimisationOutcome } from './optimisation-outcome.tsx'
import { StartOptimisation } from './start-optimisation.tsx'
import { TriedTable } from './tried-table.tsx'
import { useOptimisations } from './use-optimisations.ts'

/** Looks for better settings on a set: begin, how far it is, what came of it. */
export function Optimise({ set }: { readonly set: QuestionSet }) {
  const all = useOptimisations(set)
  const [newest] = all.value ?? []
  return (
    <section aria-labelledby="optimise" className="grid gap-6">
      <div className="grid gap-2">
        <h2 className="h" id="optimise">
          Optimise <span className="muted">how answers are made</span>
        </h2>
        <p className="soft">
          Tries other instructions, and how much of how many passages is read, on half of the questions; what the best
          is worth is measured on the other half. It takes minutes to hours, goes on in the background, and can be
          stopped at any time.
        </p>
        <FailureNote failure={all.failure} />
      </div>
      {all.value ? <Begun set={set} newest={newest ?? null} /> : null}
      {newest?.result ? <OptimisationOutcome optimisation={newest} result={newest.result} /> : null}
      {newest && newest.tried.length > 0 ? <Tried optimisation={newest} /> : null}
    </section>
  )
}

/** One that goes on, or what begins it. */
function Begun({ set, newest }: { readonly set: QuestionSet; readonly newest: Optimisation | null }) {
  const isGoing = newest?.state === 'running' || newest?.state === 'waiting'
  return isGoing ? <OptimisationNote optimisation={newest} /> : <StartOptimisation set={set} before={newest} />
}

function Tried({ optimisation: { tried, settings } }: { readonly optimisation: Optimisation }) {
  return (
    <div className="run-panels">
      <section aria-label="Best so far">
        <BestChart tried={tried} of={settings.evaluations} />
      </section>
      <TriedTable tried={tried} />
    </div>
  )
}
