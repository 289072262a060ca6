import { relative, resolve, sep } from 'node:path'
import type { JsonSettings } from '../../store/stored-json.ts'
import { AssistantError } from '../home/assistant-error.ts'

const KEY = 'watched-folders'

export type WatchedFolder = { readonly folder: string; readonly paused: boolean }

/** The folders whose files a matter follows, kept with the matter. */
export function watchedFolders(settings: JsonSettings): readonly WatchedFolder[] {
  return (settings.get(KEY) ?? []) as readonly WatchedFolder[]
}

/** Throws `ALREADY_EXISTS` for a folder that lies in a watched one or around it: its files would be there twice. */
export function addWatchedFolder(settings: JsonSettings, given: string): WatchedFolder {
  const folder = resolve(given)
  const before = watchedFolders(settings)
  const same = before.find((one) => one.folder === folder)
  if (same) return same
  const other = before.find((one) => isWithin(one.folder, folder) || isWithin(folder, one.folder))
  if (other)
    throw new AssistantError(
      'ALREADY_EXISTS',
      `${folder} and ${other.folder}, which is watched, hold the same files. Stop watching the other one first.`,
    )
  const added = { folder, paused: false }
  settings.set(KEY, [...before, added])
  return added
}

/** `null` stops watching. Throws `NOT_FOUND`. */
export function changeWatchedFolder(settings: JsonSettings, given: string, paused: boolean | null): void {
  const folder = resolve(given)
  const before = watchedFolders(settings)
  if (!before.some((one) => one.folder === folder))
    throw new AssistantError('NOT_FOUND', `${folder} is not watched. Nothing was changed.`)
  const others = before.filter((one) => one.folder !== folder)
  settings.set(KEY, paused === null ? others : [...others, { folder, paused }])
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner)
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(outer, way) === inner
}
