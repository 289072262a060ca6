import type { AssistantClient } from '../../contract/index.ts'
import type { ModelProgress } from '../../contract/model.ts'
import { t } from '../../wording/translate.ts'
import { type UserFailure, userFailure } from '../state/user-failure.ts'

export type Download = {
  /** A model's id, the path of a file that is taken in, or the version of an update. */
  readonly id: string
  readonly kind: 'download' | 'import' | 'update'
  readonly state: 'running' | 'paused' | 'failed'
  readonly address: string | null
  readonly doneBytes: number
  readonly bytes: number
  readonly bytesPerSecond: number
  readonly secondsLeft: number | null
  /** Where an earlier download had stopped; 0 for a new one. */
  readonly resumedAt: number
  readonly failure: UserFailure | null
}

/** Models, and a newer version of the program, on their way in, apart from any screen. What came is kept by the assistant when one stops. */
export interface Downloads {
  readonly list: readonly Download[]
  /** Fetches a model of the catalogue. `networkForThis` permits this one fetch though the network is switched off. */
  get(id: string, networkForThis: boolean): void
  importFile(file: string): void
  /** Fetches the version that the last check found. */
  getUpdate(version: string): void
  pause(id: string): void
  /** Stops and forgets it here; what came is kept for another time. */
  stop(id: string): void
  onChange(listener: () => void): () => void
}

type Stream = (signal: AbortSignal) => Promise<AsyncIterable<ModelProgress>>

export function createDownloads(client: AssistantClient): Downloads {
  const listeners = new Set<() => void>()
  const aborts = new Map<string, AbortController>()
  let list: readonly Download[] = []

  function show(next: readonly Download[]): void {
    list = next
    for (const listener of listeners) listener()
  }
  const update = (id: string, change: Partial<Download>) =>
    show(list.map((download) => (download.id === id ? { ...download, ...change } : download)))
  const drop = (id: string) => show(list.filter((download) => download.id !== id))

  async function run(id: string, kind: Download['kind'], stream: Stream): Promise<void> {
    if (aborts.has(id)) return
    const abort = new AbortController()
    aborts.set(id, abort)
    show([...list.filter((download) => download.id !== id), startDownload(id, kind)])
    try {
      for await (const event of await stream(abort.signal)) update(id, changeOf(event))
      drop(id)
    } catch (caught) {
      const failure = userFailure(caught, kind === 'import' ? t('models.job.importKept') : t('models.job.downloadKept'))
      update(id, failure ? { state: 'failed', failure } : { state: 'paused' })
    } finally {
      aborts.delete(id)
    }
  }

  return {
    get list() {
      return list
    },
    get: (id, networkForThis) =>
      void run(id, 'download', (signal) => client.model.get({ id, networkForThis }, { signal })),
    importFile: (file) => void run(file, 'import', (signal) => client.model.importFile({ file }, { signal })),
    getUpdate: (version) => void run(version, 'update', (signal) => client.update.download(undefined, { signal })),
    pause: (id) => aborts.get(id)?.abort(),
    stop(id) {
      aborts.get(id)?.abort()
      drop(id)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function startDownload(id: string, kind: Download['kind']): Download {
  const nothing = { doneBytes: 0, bytes: 0, bytesPerSecond: 0, secondsLeft: null, resumedAt: 0 }
  return { id, kind, state: 'running', address: null, failure: null, ...nothing }
}

function changeOf(event: ModelProgress): Partial<Download> {
  switch (event.type) {
    case 'model-start':
      return { address: event.address, bytes: event.bytes, doneBytes: event.resumedAt, resumedAt: event.resumedAt }
    case 'model-progress': {
      const { doneBytes, bytes, bytesPerSecond, secondsLeft } = event
      return { doneBytes, bytes, bytesPerSecond, secondsLeft }
    }
    case 'model-end':
      return { secondsLeft: 0 }
  }
}
