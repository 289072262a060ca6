import * as z from 'zod'
import { StoreAccess } from '../../contract/reference.ts'
import { Edition } from '../../library/reference/edition.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** A reference library as the home remembers it. The secret of an object store lies in the encrypted store only. */
export const AttachedReference = z.object({
  reference: z.string(),
  address: z.string(),
  access: StoreAccess.nullable(),
  /** Built here, into the folder that the home keeps for it. */
  own: z.boolean(),
  /** What was last seen of it; null before its first build has ended. */
  edition: Edition.nullable(),
})
export type AttachedReference = z.infer<typeof AttachedReference>

const KEY = 'references'
const OFF_KEY = 'references-off'

/** In the order in which they were attached. What another version left in another shape counts as not there. */
export function attachedReferences(settings: JsonSettings): readonly AttachedReference[] {
  const { data } = z.array(AttachedReference).safeParse(settings.get(KEY) ?? [])
  return data ?? []
}

/** By name, upper and lower case being the same. Throws `NOT_FOUND`. */
export function attachedReference(settings: JsonSettings, name: string): AttachedReference {
  const found = findReference(settings, name)
  if (!found) throw new Failure('NOT_FOUND', message('failures.references.unknown', { name }))
  return found
}

export function findReference(settings: JsonSettings, name: string): AttachedReference | null {
  return attachedReferences(settings).find(({ reference }) => isSameName(reference, name)) ?? null
}

/** Puts it in the place of one of the same name, else at the end. */
export function keepReference(settings: JsonSettings, kept: AttachedReference): void {
  const all = attachedReferences(settings)
  const at = all.findIndex(({ reference }) => isSameName(reference, kept.reference))
  settings.set(KEY, at < 0 ? [...all, kept] : all.with(at, kept))
}

export function forgetReference(settings: JsonSettings, name: string): void {
  settings.set(
    KEY,
    attachedReferences(settings).filter(({ reference }) => !isSameName(reference, name)),
  )
}

/** Ids of the matters in which it is not searched, by the name of the reference library. */
export function switchedOff(settings: JsonSettings): Readonly<Record<string, readonly string[]>> {
  const { data } = z.record(z.string(), z.array(z.string())).safeParse(settings.get(OFF_KEY) ?? {})
  return data ?? {}
}

export function switchReference(settings: JsonSettings, reference: string, matterId: string, on: boolean): void {
  const off = switchedOff(settings)
  const others = (off[reference] ?? []).filter((id) => id !== matterId)
  settings.set(OFF_KEY, { ...off, [reference]: on ? others : [...others, matterId] })
}

function isSameName(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize('NFKC').trim().toLowerCase()
  return folded(one) === folded(other)
}
