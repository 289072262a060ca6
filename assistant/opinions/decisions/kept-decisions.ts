import { Decision } from '../../../contract/opinions/decision.ts'
import { NotFoundError } from '../../../store/store-errors.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { readableRows } from '../../home/readable-rows.ts'

/** Oldest first. */
export function decisionsIn({ store }: OpenMatter): readonly Decision[] {
  return readableRows(Decision, store.decisions.list())
}

/** Throws `NOT_FOUND`. */
export function decisionNamed(matter: OpenMatter, decisionId: string): Decision {
  const found = decisionsIn(matter).find((one) => one.decisionId === decisionId)
  if (!found) throw new NotFoundError(`There is no decision ${decisionId} in this matter.`)
  return found
}
