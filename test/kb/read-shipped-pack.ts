import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { PackSource } from '../../kb/compile/read/read-packs.ts'

const PACKS = fileURLToPath(new URL('../../kb/packs/', import.meta.url))

/** A pack of kb/packs as the kernel reads it: without its cards. */
export function readShippedPack(name: string): PackSource {
  const folder = join(PACKS, name)
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = all.filter((path) => path.endsWith('.yaml') && !path.startsWith('cards'))
  return { name, files: paths.toSorted().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })) }
}

type WrittenRule = { readonly id: string; readonly source?: string; readonly reference?: string }

/** The rules of a shipped pack as they are written, each with the section of `samples/reference` that it follows. */
export function writtenRules(name: string): readonly WrittenRule[] {
  return readShippedPack(name).files.flatMap(
    ({ text }) => (parse(text) as { rules?: WrittenRule[] } | null)?.rules ?? [],
  )
}

/** The sections that rules point to, `FILE, SECTION` or `FILE, SECTION to SECTION`. */
export function sectionsCited(rules: readonly WrittenRule[], file: string): readonly string[] {
  return rules.flatMap(({ reference }) => {
    const [of, section = ''] = reference?.split(/, (.+)/) ?? []
    return of === file ? section.split(' to ') : []
  })
}
