import * as z from 'zod'
import type { OpenMatter } from '../../home/open-matters.ts'

const text = z.string().catch('')

/** What is known of a decision, whatever else stands in it; another version may write it. */
const Decision = z.object({
  consultation: z.string(),
  decidedAt: text,
  decidedBy: text,
  outcome: text,
  right: text,
  said: z
    .object({ local: z.string().nullable().catch(null), second: z.string().nullable().catch(null) })
    .catch({ local: null, second: null }),
})
export type DecisionOnPaper = z.infer<typeof Decision>

/** Who turned out to be right in a consultation, oldest first; a row that cannot be read is left out. */
export function readDecisions({ store }: Pick<OpenMatter, 'store'>, consultation: string): readonly DecisionOnPaper[] {
  return store.decisions
    .list()
    .flatMap((row) => Decision.safeParse(row).data ?? [])
    .filter((decision) => decision.consultation === consultation)
}
