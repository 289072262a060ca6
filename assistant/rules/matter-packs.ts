import * as z from 'zod'
import type { JsonSettings } from '../../store/stored-json.ts'

const KEY = 'packs'

/** The packs that a matter uses, in the order in which they were chosen. What another version left in another shape counts as none. */
export function packsOf(settings: JsonSettings): readonly string[] {
  return z.array(z.string()).safeParse(settings.get(KEY)).data ?? []
}

export function usePack(settings: JsonSettings, pack: string, on: boolean): void {
  const others = packsOf(settings).filter((name) => name !== pack)
  settings.set(KEY, on ? [...others, pack] : others)
}
