import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackSource } from '../../kb/compile/pack-source.ts'

const PACKS = fileURLToPath(new URL('../../kb/packs/', import.meta.url))

/** A pack of kb/packs as the kernel reads it: without its cards. */
export function readShippedPack(name: string): PackSource {
  const folder = join(PACKS, name)
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = all.filter((path) => path.endsWith('.yaml') && !path.startsWith('cards'))
  return { name, files: paths.toSorted().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })) }
}
