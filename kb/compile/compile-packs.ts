import type { CompiledPacks } from './compiled-packs.ts'
import type { PackSource } from './pack-source.ts'

/** Reads and checks packs together. Collects every problem and never throws, whatever the text. */
export function compilePacks(packs: readonly PackSource[]): CompiledPacks {
  throw new Error(`not yet: ${packs.length}`)
}
