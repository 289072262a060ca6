import { relative, resolve, sep } from 'node:path'
import * as z from 'zod'
import type { WatchedFolder, WatchState } from '../../contract/matter.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { Events } from '../home/events.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { ReadingQueue } from '../reading/queue/reading-queue.ts'
import { type FolderWatch, watchFolder } from './watch-folder.ts'
import { readableList } from '../home/readable-rows.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The watched folders of the matters that are open. */
export interface Watching {
  /** Follows the folders of a matter from now on, those that are not paused; a sample takes no files, so it follows none. */
  begin(matter: OpenMatter): void
  list(matter: OpenMatter): readonly WatchedFolder[]
  /** Throws `ALREADY_EXISTS` for a folder inside or around a watched one. */
  add(matter: OpenMatter, folder: string): Promise<void>
  /** Throws `NOT_FOUND`, as the others do, for a folder that is not watched. */
  pause(matter: OpenMatter, folder: string): Promise<void>
  resume(matter: OpenMatter, folder: string): Promise<void>
  /** Its documents stay. */
  remove(matter: OpenMatter, folder: string): Promise<void>
  /** Looks at once, without waiting for the next time. */
  look(matter: OpenMatter): Promise<void>
  /** Removes the documents of files that are gone, however many. */
  accept(matter: OpenMatter, folder: string): Promise<void>
  close(matterId: string): Promise<void>
}

type WatchingOptions = {
  readonly queue: (matter: OpenMatter) => ReadingQueue
  readonly events: Events
  readonly now: () => Date
  readonly lookEveryMs?: number
  readonly settleMs?: number
}

const LOOK_EVERY_MS = 30_000
const SETTLE_MS = 2000
const NOT_LOOKED = { lookedAt: null, taken: 0, gone: 0, message: null } as const

/** Of a folder that is not looked at. */
function restingState({ isSample }: OpenMatter, isPaused: boolean): WatchState {
  if (isSample) return { ...NOT_LOOKED, kind: 'paused', message: message('matters.watched.sample') }
  return { ...NOT_LOOKED, kind: isPaused ? 'paused' : 'watching' }
}

export function createWatching(options: WatchingOptions): Watching {
  const { queue, events, now, lookEveryMs = LOOK_EVERY_MS, settleMs = SETTLE_MS } = options
  const running = new Map<string, Map<string, FolderWatch>>()
  const of = (matter: OpenMatter) => {
    const watches = running.get(matter.id) ?? new Map<string, FolderWatch>()
    running.set(matter.id, watches)
    return watches
  }

  function start(matter: OpenMatter, folder: string): void {
    const watches = of(matter)
    if (watches.has(folder)) return
    const onChange = () => events.tell({ type: 'watch-changed', matter: matter.id })
    watches.set(folder, watchFolder({ matter, folder, queue: queue(matter), now, lookEveryMs, settleMs, onChange }))
  }

  async function stop(matter: OpenMatter, folder: string): Promise<void> {
    await of(matter).get(folder)?.[Symbol.asyncDispose]()
    of(matter).delete(folder)
    events.tell({ type: 'watch-changed', matter: matter.id })
  }

  return {
    begin(matter) {
      if (matter.isSample) return
      for (const { folder, paused } of watchedFolders(matter.store.settings)) if (!paused) start(matter, folder)
    },
    list: (matter) =>
      watchedFolders(matter.store.settings).map(({ folder, paused }) => ({
        folder,
        ...(of(matter).get(folder)?.state ?? restingState(matter, paused)),
      })),
    async add(matter, given) {
      const { folder } = addWatchedFolder(matter.store.settings, given)
      start(matter, folder)
      await of(matter).get(folder)?.look()
    },
    async pause(matter, folder) {
      changeWatchedFolder(matter.store.settings, folder, true)
      await stop(matter, folder)
    },
    async resume(matter, folder) {
      changeWatchedFolder(matter.store.settings, folder, false)
      start(matter, folder)
    },
    async remove(matter, folder) {
      changeWatchedFolder(matter.store.settings, folder, null)
      await stop(matter, folder)
    },
    async look(matter) {
      for (const watch of of(matter).values()) await watch.look()
    },
    async accept(matter, folder) {
      await of(matter).get(folder)?.accept()
    },
    async close(matterId) {
      const watches = running.get(matterId)
      running.delete(matterId)
      for (const watch of watches?.values() ?? []) await watch[Symbol.asyncDispose]()
    },
  }
}

const WATCHED_KEY = 'watched-folders'

const KeptFolder = z.object({ folder: z.string(), paused: z.boolean() })
type KeptFolder = z.infer<typeof KeptFolder>

/** The folders whose files a matter follows, kept with the matter. */
export function watchedFolders(settings: JsonSettings): readonly KeptFolder[] {
  return readableList(KeptFolder, settings.get(WATCHED_KEY))
}

/** Throws `ALREADY_EXISTS` for a folder that lies in a watched one or around it: its files would be there twice. */
export function addWatchedFolder(settings: JsonSettings, given: string): KeptFolder {
  const folder = resolve(given)
  const before = watchedFolders(settings)
  const same = before.find((one) => one.folder === folder)
  if (same) return same
  const other = before.find((one) => isWithin(one.folder, folder) || isWithin(folder, one.folder))
  if (other)
    throw new Failure('ALREADY_EXISTS', message('failures.watching.sameFiles', { other: other.folder, folder }))
  const added = { folder, paused: false }
  settings.set(WATCHED_KEY, [...before, added])
  return added
}

/** `null` stops watching. Throws `NOT_FOUND`. */
export function changeWatchedFolder(settings: JsonSettings, given: string, paused: boolean | null): void {
  const folder = resolve(given)
  const before = watchedFolders(settings)
  if (!before.some((one) => one.folder === folder))
    throw new Failure('NOT_FOUND', message('failures.watching.notWatched', { folder }))
  const others = before.filter((one) => one.folder !== folder)
  settings.set(WATCHED_KEY, paused === null ? others : [...others, { folder, paused }])
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner)
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(outer, way) === inner
}
