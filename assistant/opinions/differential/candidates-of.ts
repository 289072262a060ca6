import type { CandidateRow } from '../../../contract/differential.ts'
import type { OpenMatter } from '../../open-matters.ts'
import type { Knowledge } from '../../rules/knowledge.ts'
import { RulesStoppedError } from '../../rules/rule-kernel.ts'

export type CandidatesOn = {
  readonly knowledge: Knowledge
  readonly matter: OpenMatter
  /** YYYY-MM-DD. */
  readonly asOf: string
}

/**
 * What the packs of a matter say is to be considered, the likeliest first by its confirmed facts. None where the packs do not pass the
 * gate or the rules were stopped: a list is a help, and what needs it goes on without.
 */
export async function candidatesOf(
  { knowledge, matter, asOf }: CandidatesOn,
  signal: AbortSignal,
): Promise<readonly CandidateRow[]> {
  const on = await knowledge.of(matter)
  if ((await knowledge.view(on.packs)).problems.length > 0) return []
  try {
    return await knowledge.kernel.call('weighCandidates', on, { asOf }, signal)
  } catch (error) {
    if (error instanceof RulesStoppedError) return []
    throw error
  }
}
