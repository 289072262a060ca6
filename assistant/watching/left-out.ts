import type { JsonSettings } from '../../store/json-settings.ts'
import type { FoundFile } from '../reading/find-files.ts'

const KEY = 'left-out-files'

type LeftOut = Pick<FoundFile, 'bytes' | 'modifiedMs'>

/** Remembers that the user removed the document of a file: as long as the file does not change, watching does not bring it back. */
export function leaveOut(settings: JsonSettings, root: string, path: string, { bytes, modifiedMs }: LeftOut): void {
  settings.set(KEY, { ...all(settings), [`${root}/${path}`]: { bytes, modifiedMs } })
}

export function isLeftOut(settings: JsonSettings, root: string): (file: FoundFile) => boolean {
  const left = all(settings)
  return ({ path, bytes, modifiedMs }) => {
    const known = left[`${root}/${path}`]
    return known !== undefined && known.bytes === bytes && known.modifiedMs === modifiedMs
  }
}

function all(settings: JsonSettings): Readonly<Record<string, LeftOut>> {
  return (settings.get(KEY) ?? {}) as Readonly<Record<string, LeftOut>>
}
