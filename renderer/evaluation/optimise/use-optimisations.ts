import type { QuestionSet } from '../../../contract/evaluation.ts'
import type { Optimisation } from '../../../contract/optimisation.ts'
import { type Loaded, useLoaded } from '../../state/use-loaded.ts'

/** Those of a set, newest first. */
export function useOptimisations({ set, matter }: QuestionSet): Loaded<readonly Optimisation[]> {
  return useLoaded(
    `optimisations ${set}`,
    async (client, signal) => (await client.optimisation.list({ matter }, { signal })).filter((one) => one.set === set),
    ({ type }) => type === 'evaluations-changed',
  )
}
