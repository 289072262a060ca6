import { basename } from 'node:path'
import type { JsonSettings } from '../../store/stored-json.ts'

const KEY = 'folder-labels'

/**
 * A short name for each folder that was added to a matter, the same every time: its own name, or "name (2)" where another
 * folder of that name is there already. Documents are kept under it, so that two folders never mix. `folder` is a
 * path, or for what a browser sends, which tells no paths, any text that is no path.
 */
export function folderLabel(settings: JsonSettings, folder: string, name = basename(folder) || 'folder'): string {
  const labels = (settings.get(KEY) ?? {}) as Record<string, string>
  const known = Object.keys(labels).find((label) => labels[label] === folder)
  if (known !== undefined) return known
  let label = name
  for (let number = 2; Object.hasOwn(labels, label); number += 1) label = `${name} (${number})`
  settings.set(KEY, { ...labels, [label]: folder })
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
