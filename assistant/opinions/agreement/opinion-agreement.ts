import type { OpinionAgreement } from '../../../contract/evaluation/agreement.ts'
import type { Assistant } from '../../assistant.ts'
import { mattersWanted } from '../matters-wanted.ts'
import { decisionsIn } from '../decisions/kept-decisions.ts'
import { agreementOverTime, type OpinionsOfMatter } from './agreement-over-time.ts'
import { opinionPairs } from './opinion-pairs.ts'

/** Over one matter, or over all that are not archived. Throws `NOT_FOUND`, `LOCKED`. */
export async function opinionAgreement(
  assistant: Pick<Assistant, 'session' | 'matters'>,
  matter: string | null,
): Promise<OpinionAgreement> {
  const read: OpinionsOfMatter[] = []
  for await (const one of mattersWanted(assistant, matter))
    read.push({ ...opinionPairs(one), decisions: decisionsIn(one) })
  return agreementOverTime(read)
}
