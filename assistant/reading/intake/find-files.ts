import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import * as z from 'zod'
import type { JsonSettings } from '../../../store/stored-json.ts'
import { readableRecord } from '../../home/readable-rows.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** A file to be taken in: `folder` is what was added (or holds it), `path` is relative to it, with forward slashes. */
export type FoundFile = {
  readonly file: string
  readonly folder: string
  readonly path: string
  readonly bytes: number
  /** Last change, in ms since 1970; null when it is gone since the folder was listed. */
  readonly modifiedMs: number | null
  /** The user named the file itself, not a folder around it. */
  readonly isNamed: boolean
}

/**
 * The files below the given files and folders, in order of their names. Hidden ones (".git", "~$letter.docx") are left out,
 * and links are not followed, so that nothing outside is taken in unseen. Throws `NOT_FOUND` for a path that is not there.
 */
export async function* findFiles(paths: readonly string[], signal?: AbortSignal): AsyncGenerator<FoundFile> {
  for (const given of paths) {
    // "cases/" and "cases" are one folder, and get one label.
    const path = resolve(given)
    const found = await stat(path).catch((cause: Error) => {
      throw new Failure('NOT_FOUND', message('failures.reading.notThere', { path }), { cause })
    })
    if (found.isDirectory()) yield* filesBelow(path, path, signal)
    else yield { file: path, folder: dirname(path), path: basename(path), ...sizeAndTime(found), isNamed: true }
  }
}

async function* filesBelow(root: string, folder: string, signal?: AbortSignal): AsyncGenerator<FoundFile> {
  signal?.throwIfAborted()
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: Error) => {
    throw new Failure('NOT_FOUND', message('failures.reading.folderClosed', { folder }), {
      cause,
    })
  })
  for (const entry of entries.toSorted((one, other) => one.name.localeCompare(other.name))) {
    if (isHidden(entry.name)) continue
    const file = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(root, file, signal)
    else if (entry.isFile()) {
      // One that is gone since the folder was listed is told as missing when it is its turn.
      const known = await stat(file).then(sizeAndTime, () => ({ bytes: 0, modifiedMs: null }))
      yield { file, folder: root, path: relative(root, file).split(sep).join('/'), ...known, isNamed: false }
    }
  }
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'Thumbs.db' || name === 'desktop.ini'
}

function sizeAndTime({ size, mtimeMs }: Stats): Pick<FoundFile, 'bytes' | 'modifiedMs'> {
  return { bytes: size, modifiedMs: Math.floor(mtimeMs) }
}

const LABELS_KEY = 'folder-labels'

/**
 * A short name for each folder that was added to a matter, the same every time: its own name, or "name (2)" where another
 * folder of that name is there already. Documents are kept under it, so that two folders never mix. `folder` is a
 * path, or for what a browser sends, which tells no paths, any text that is no path.
 */
export function folderLabel(settings: JsonSettings, folder: string, name = basename(folder) || 'folder'): string {
  const labels = readableRecord(z.string(), settings.get(LABELS_KEY))
  const known = Object.keys(labels).find((label) => labels[label] === folder)
  if (known !== undefined) return known
  let label = name
  for (let number = 2; Object.hasOwn(labels, label); number += 1) label = `${name} (${number})`
  settings.set(LABELS_KEY, { ...labels, [label]: folder })
  return label
}

/** The same for folders that are known all at once: their own names, numbered where two are the same. */
export function folderLabels(folders: readonly string[]): ReadonlyMap<string, string> {
  const byLabel = new Map<string, string>()
  for (const folder of folders) {
    const name = basename(folder) || 'folder'
    let label = name
    for (let number = 2; byLabel.has(label); number += 1) label = `${name} (${number})`
    byLabel.set(label, folder)
  }
  return new Map([...byLabel].map(([label, folder]) => [folder, label]))
}
