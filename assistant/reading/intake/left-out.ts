import * as z from 'zod'
import type { JsonSettings } from '../../../store/stored-json.ts'
import type { FoundFile } from './find-files.ts'
import { readableRecord } from '../../home/readable-rows.ts'

const KEY = 'left-out-files'

const LeftOutReason = z.enum(['removed', 'replaced'])
type LeftOutReason = z.infer<typeof LeftOutReason>
const LeftOut = z.object({
  bytes: z.number(),
  modifiedMs: z.number().nullable(),
  reason: LeftOutReason.exactOptional(),
})
type LeftOut = z.infer<typeof LeftOut>

/**
 * Remembers that the user removed the document of a file, or put another file in its place: as long as the file does not change,
 * neither watching its folder nor adding it again brings it back. False where the document has no file.
 */
export function leaveOut(
  settings: JsonSettings,
  root: string,
  path: string,
  file: LeftOut,
  reason: LeftOutReason = 'removed',
): boolean {
  const left = all(settings)
  const key = `${root}/${path}`
  // Of a document that has no file any more, the one that was left out when it was replaced.
  const known = file.modifiedMs === null ? left[key] : file
  if (!known) return false
  settings.set(KEY, { ...left, [key]: { bytes: known.bytes, modifiedMs: known.modifiedMs, reason } })
  return true
}

/** The user wants the file after all. */
export function takeBackIn(settings: JsonSettings, root: string, path: string): void {
  const { [`${root}/${path}`]: wanted, ...others } = all(settings)
  if (wanted) settings.set(KEY, others)
}

/** Why a file of that root is left out; null: it is not. */
export function leftOutReasons(settings: JsonSettings, root: string): (file: FoundFile) => LeftOutReason | null {
  const left = all(settings)
  return ({ path, bytes, modifiedMs }) => {
    const known = left[`${root}/${path}`]
    const isSame = known !== undefined && known.bytes === bytes && known.modifiedMs === modifiedMs
    return isSame ? (known.reason ?? 'removed') : null
  }
}

function all(settings: JsonSettings): Readonly<Record<string, LeftOut>> {
  return readableRecord(LeftOut, settings.get(KEY))
}
