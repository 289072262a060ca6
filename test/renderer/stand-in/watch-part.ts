import { implement } from '@orpc/server'
import type { AppEvent } from '../../../contract/application.ts'
import { contract } from '../../../contract/index.ts'
import type { WatchedFolder } from '../../../contract/matter.ts'

type WatchState = { watched: WatchedFolder[]; readonly events: { push(event: AppEvent): void } }

const os = implement(contract)

/** Watched folders of the stand-in: only remembered. */
export function watchPart(state: WatchState) {
  const { watch } = os
  const change = (matter: string, folder: string, kind: WatchedFolder['kind'] | null) => {
    state.watched = state.watched.filter((one) => one.folder !== folder)
    if (kind) state.watched.push({ folder, kind, lookedAt: new Date().toISOString(), taken: 3, gone: 0, message: null })
    state.events.push({ type: 'watch-changed', matter })
  }
  return {
    list: watch.list.handler(() => state.watched),
    add: watch.add.handler(({ input }) => change(input.matter, input.folder, 'watching')),
    pause: watch.pause.handler(({ input }) => change(input.matter, input.folder, 'paused')),
    resume: watch.resume.handler(({ input }) => change(input.matter, input.folder, 'watching')),
    remove: watch.remove.handler(({ input }) => change(input.matter, input.folder, null)),
    accept: watch.accept.handler(({ input }) => change(input.matter, input.folder, 'watching')),
  }
}
