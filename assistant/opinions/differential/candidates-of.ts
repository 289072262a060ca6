import type { CandidateRow } from '../../../contract/opinions/differential.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { Knowledge } from '../../rules/knowledge.ts'
import { RulesStoppedError } from '../../rules/rule-kernel.ts'

export type CandidatesOn = {
  readonly knowledge: Knowledge
  readonly matter: OpenMatter
  /** YYYY-MM-DD. */
  readonly asOf: string
}

export type Candidates = {
  readonly rows: readonly CandidateRow[]
  /** Why they could not be read; for the user. */
  readonly why: string | null
}

/**
 * What the packs of a matter say is to be considered, the likeliest first by its confirmed facts. None, and why, where the packs do not
 * pass the gate or the rules were stopped: a list is a help, and what needs it goes on without.
 */
export async function candidatesOf(
  { knowledge, matter, asOf }: CandidatesOn,
  signal: AbortSignal,
): Promise<Candidates> {
  const on = await knowledge.of(matter)
  try {
    if ((await knowledge.view(on.packs)).problems.length > 0)
      return unread('the packs do not pass the checks of the rules.')
    return { rows: await knowledge.kernel.call('weighCandidates', on, { asOf }, signal), why: null }
  } catch (error) {
    if (error instanceof RulesStoppedError) return unread('the rules were stopped.')
    throw error
  }
}

/** What cannot be missed may be among them. */
function unread(because: string): Candidates {
  return { rows: [], why: `The packs’ candidates could not be read, so none of them is listed: ${because}` }
}
