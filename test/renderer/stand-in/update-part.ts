import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { ModelProgress } from '../../../contract/model.ts'
import type { UpdateCheck, UpdateInstalled, UpdateState } from '../../../contract/update.ts'

type StandInUpdate = UpdateState & {
  found: UpdateCheck['outcome']
  /** A download goes on once it is settled. */
  rest?: Promise<void>
}

/** As copies are built so far: nobody is asked. */
export function inventUpdate(): StandInUpdate {
  return { version: '0.1.0', host: null, copies: null, known: null, staged: null, previous: null, found: 'newer' }
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
      file: null,
      checkedAt: '2027-03-02T09:00:00.000Z',
    })),
    download: os.update.download.handler(async function* (): AsyncGenerator<ModelProgress, void, void> {
      const file = update.known?.file
      if (!file) return
      const id = update.known?.version ?? ''
      yield { type: 'model-start', id, way: 'address', address: file.address, bytes: file.bytes, resumedAt: 0 }
      const doneBytes = file.bytes / 4
      yield { type: 'model-progress', id, doneBytes, bytes: file.bytes, bytesPerSecond: 1e6, secondsLeft: 90 }
      await update.rest
      update.staged = { doneBytes: file.bytes, ready: true, path: file.name }
      yield { type: 'model-end', id, path: file.name, sha256: file.sha256 }
    }),
    install: os.update.install.handler((): UpdateInstalled => {
      const { file, version } = update.known ?? {}
      if (!file) throw new Error('nothing is known')
      const way = file.kind === 'appimage' ? 'replaced' : 'opened'
      if (way === 'replaced') update.previous = { version: update.version, isRunning: true }
      return { way, kind: file.kind, version: version ?? '', path: `/updates/${file.name}` }
    }),
    goBack: os.update.goBack.handler(() => {
      const version = update.previous?.version ?? ''
      update.previous = null
      return { version, copies: update.copies?.folder ?? null }
    }),
  }
}
