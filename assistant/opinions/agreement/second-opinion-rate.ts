import type { Share } from '../../../contract/answers/confidence.ts'
import { DECIDED_FOR_RATE } from '../../../contract/evaluation/agreement.ts'
import type { Decision } from '../../../contract/opinions/decision.ts'
import type { OpenMatter, OpenMatters } from '../../home/open-matters.ts'
import { shareOf } from '../../statistics/estimates.ts'
import type { HomeSession } from '../../home/home-session.ts'
import { decisionsIn } from '../decisions/kept-decisions.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** Where the opinions of all matters are. */
export type Matters = { readonly session: HomeSession; readonly matters: OpenMatters }

/**
 * How often second opinions were right where somebody decided. Each consultation counts once, for its lines are not independent: right
 * where the second opinion was on all of them. What agrees is not decided, so this is the rate where the two differ.
 */
export function rateOfSecondOpinions(decisions: readonly Decision[]): Share {
  const decided = decisions.filter(({ outcome }) => outcome !== 'unknown')
  const byConsultation = [...Map.groupBy(decided, ({ consultation }) => consultation).values()]
  return shareOf(byConsultation, (lines) => lines.every(({ outcome }) => outcome === 'second'))
}

/** Over one matter, or over all that are not archived. Throws `WRONG_USE` where fewer than `DECIDED_FOR_RATE` are decided. */
export async function decidedRate(assistant: Matters, matter: string | null): Promise<Share> {
  const decisions: Decision[] = []
  for await (const one of mattersWanted(assistant, matter)) decisions.push(...decisionsIn(one))
  const rate = rateOfSecondOpinions(decisions)
  if (rate.of < DECIDED_FOR_RATE)
    throw new Failure(
      'WRONG_USE',
      message('failures.opinions.tooFewDecided', { count: rate.of, needed: DECIDED_FOR_RATE }),
    )
  return rate
}

/** One matter, or all that are not archived, opened one after another. Throws `NOT_FOUND`, `LOCKED`. */
export async function* mattersWanted(
  { session, matters }: Matters,
  matter: string | null,
): AsyncGenerator<OpenMatter, void, void> {
  const rows = session.store().app.matters.list()
  const wanted = matter === null ? rows.filter(({ archived }) => !archived).map(({ id }) => id) : [matter]
  for (const id of wanted) yield await matters.open(id)
}
