import type { OpinionAgreement } from '../../../contract/agreement.ts'
import type { Assistant } from '../../assistant.ts'
import { agreementOverTime } from './agreement-over-time.ts'
import { type OpinionPairs, opinionPairs } from './opinion-pairs.ts'

/** Over one matter, or over all that are not archived. Throws `NOT_FOUND`, `LOCKED`. */
export async function opinionAgreement(
  { session, matters }: Pick<Assistant, 'session' | 'matters'>,
  matter: string | null,
): Promise<OpinionAgreement> {
  const rows = session.store().app.matters.list()
  const wanted = matter === null ? rows.filter(({ archived }) => !archived).map(({ id }) => id) : [matter]
  const read: OpinionPairs[] = []
  for (const id of wanted) read.push(opinionPairs(await matters.open(id)))
  return agreementOverTime(read)
}
