import type { DecisionRow } from '../../../contract/decision.ts'
import { useMatter } from '../../state/shell-context.ts'
import { type Loaded, useLoaded } from '../../state/use-loaded.ts'
import { touchesOpinions } from '../use-consultations.ts'

/** What was decided of a consultation; null: of all of the matter. */
export function useDecisions(consultation: string | null): Loaded<readonly DecisionRow[]> {
  const matter = useMatter().id
  return useLoaded(
    `${matter} ${consultation} decisions`,
    (client, signal) => client.opinion.decisions({ matter, consultation }, { signal }),
    (event) => touchesOpinions(event, matter),
  )
}
