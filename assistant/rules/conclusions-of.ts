import type { Conclusions } from '../../contract/rule.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { Knowledge } from './knowledge.ts'
import { rulesNotUsed } from './matter-jurisdiction.ts'
import { RulesStoppedError } from './rule-kernel.ts'

/** What follows for a matter on a day. Where the packs cannot be used or the rules were killed, it says so: never "no". */
export async function conclusionsOf(
  { kernel, view, of }: Knowledge,
  matter: OpenMatter,
  asOf: string,
  signal: AbortSignal,
): Promise<Conclusions> {
  const on = await of(matter)
  const about = await view(on.packs)
  const notUsed = [...rulesNotUsed(about, on.facts.jurisdiction)]
  const nothing = (stopped: string) => ({
    asOf,
    conclusions: [],
    conflicts: [],
    ahead: [],
    passed: [],
    stopped,
    rulesNotUsed: notUsed,
  })
  const [problem] = about.problems
  if (problem) return nothing(`The packs of this matter do not pass the gate: ${problem.message}`)
  try {
    return { ...(await kernel.call('conclude', on, { asOf, relations: null }, signal)), rulesNotUsed: notUsed }
  } catch (error) {
    if (error instanceof RulesStoppedError) return nothing(error.message)
    throw error
  }
}
