import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackSource } from '../../kb/compile/pack-source.ts'

const PACKS = fileURLToPath(new URL('../../kb/packs/', import.meta.url))

/** A pack of kb/packs as the kernel gets it: its cards are no rules. */
export function readShippedPack(name: string): PackSource {
  const folder = join(PACKS, name)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?!cards\b).*\.yaml$/.test(path),
  )
  return { name, files: paths.toSorted().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })) }
}
