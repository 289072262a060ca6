import type { CompiledPacks } from '../../../../kb/compile/compiled-packs.ts'
import { compilePacks } from '../../../../kb/compile/compile-packs.ts'
import { readShippedPack } from '../../read-shipped-pack.ts'

/** A pack as it ships, compiled once for all its calculators. */
export function compiledPack(name: string, known: Map<string, CompiledPacks>): CompiledPacks {
  const compiled = known.get(name) ?? compilePacks([readShippedPack(name)])
  known.set(name, compiled)
  return compiled
}
