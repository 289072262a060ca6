import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'

const os = implement(contract)

/** No packets yet, and nothing may be sent from invented data. */
export function packetPart() {
  const { packet } = os
  return {
    prepare: packet.prepare.handler(({ errors }) => {
      throw errors.NO_CONSENT()
    }),
    get: packet.get.handler(({ errors }) => {
      throw errors.NOT_FOUND()
    }),
    list: packet.list.handler(() => []),
    change: packet.change.handler(({ errors }) => {
      throw errors.NOT_FOUND()
    }),
    abandon: packet.abandon.handler(({ errors }) => {
      throw errors.NOT_FOUND()
    }),
    sending: packet.sending.handler(() => ({ allowed: false })),
    allowSending: packet.allowSending.handler(() => {}),
  }
}

export function termPart() {
  const { term } = os
  return { list: term.list.handler(() => []), add: term.add.handler(() => {}), remove: term.remove.handler(() => {}) }
}
