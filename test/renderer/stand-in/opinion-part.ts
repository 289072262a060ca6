import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'

const os = implement(contract)

/** A matter that nothing was sent of. */
export function opinionPart() {
  const { opinion } = os
  return {
    send: opinion.send.handler(async function* ({ errors }) {
      yield { type: 'opinion-start' as const }
      throw errors.NO_CONSENT({ message: 'Nothing was sent: there is no such packet.' })
    }),
    list: opinion.list.handler(() => []),
    get: opinion.get.handler(({ errors }) => {
      throw errors.NOT_FOUND({ message: 'There is no such consultation.' })
    }),
    delete: opinion.delete.handler(() => {}),
  }
}
