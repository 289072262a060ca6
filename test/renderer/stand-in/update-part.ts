import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { UpdateCheck, UpdateState } from '../../../contract/update.ts'

type StandInUpdate = UpdateState & { found: UpdateCheck['outcome'] }

/** As copies are built so far: nobody is asked. */
export function inventUpdate(): StandInUpdate {
  return { version: '0.1.0', host: null, copies: null, known: null, found: 'newer' }
}

const os = implement(contract)

export function updatePart({ update }: { readonly update: StandInUpdate }) {
  return {
    state: os.update.state.handler(() => update),
    check: os.update.check.handler(() => ({
      outcome: update.found,
      version: update.found === 'same' ? update.version : update.found === 'newer' ? '0.2.0' : '0.0.9',
      running: update.version,
      host: update.host ?? '',
      published: '2027-03-01',
      page: 'https://updates.example/download',
      checkedAt: '2027-03-02T09:00:00.000Z',
    })),
  }
}
