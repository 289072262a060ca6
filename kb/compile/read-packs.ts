import type { SourcePlace } from '../program/rule.ts'
import { readFields } from './read-fields.ts'
import { HEAD_KEYS, readPackHead, SECTION_KEYS, type HeadSource } from './read-pack-head.ts'
import type { PackSource } from './pack-source.ts'
import type { Report } from './report.ts'
import { readYaml, type Tree } from './yaml-tree.ts'

/** A pack cut into its sections, in the order of its files' names. */
export type PackParts = {
  readonly source: HeadSource
  readonly names: readonly Tree[]
  readonly vocabulary: readonly Tree[]
  readonly calendars: readonly Tree[]
  readonly rules: readonly Tree[]
  readonly candidates: readonly Tree[]
}

/** Null for a pack without a head or with a file that cannot be read: what else is wrong with it nobody knows yet. */
export function readPack(pack: PackSource, report: Report): PackParts | null {
  const files = pack.files.toSorted((left, right) => (left.path < right.path ? -1 : 1))
  const read = files.map(({ path, text }) => readYaml(`${pack.name}/${path}`, text, report))
  const trees = read.filter((tree) => tree !== null)
  if (trees.length < read.length) return null
  const filled = trees.filter((tree) => tree.kind !== 'nothing')
  const heads = filled.filter((tree) => tree.kind === 'map' && tree.entries.has('pack'))
  const others = filled.filter((tree) => !heads.includes(tree))
  for (const tree of others) refuseStrayKeys(tree, report)
  const [first, second] = heads
  if (second)
    report(second.place, {
      code: 'DUPLICATE',
      message: 'A second head of the same pack.',
      fix: 'Keep one "pack:" in the folder.',
    })
  if (!first) {
    report(placeOfPack(pack, trees), {
      code: 'MISSING_KEY',
      message: 'This pack does not say its name.',
      fix: 'Add a file pack.yaml with pack, title, version, language and licence.',
    })
    return null
  }
  const source = readPackHead(first, report)
  const section = (key: string): readonly Tree[] =>
    filled.flatMap((tree) => (tree.kind === 'map' ? (tree.entries.get(key)?.value ?? []) : []))
  if (!source) return null
  const sections = { names: section('names'), vocabulary: section('vocabulary') }
  const reasoning = { rules: section('rules'), candidates: section('candidates') }
  return { source, ...sections, calendars: section('calendars'), ...reasoning }
}

/** What belongs to the head is refused elsewhere: `reviewed: true` in a file of rules would say nothing. */
function refuseStrayKeys(tree: Tree, report: Report): void {
  const fields = readFields(tree, 'A file', [...SECTION_KEYS, ...HEAD_KEYS], report)
  for (const key of HEAD_KEYS)
    if (fields?.has(key))
      report(fields.placeOf(key), {
        code: 'UNKNOWN_KEY',
        message: `"${key}" belongs to the head of the pack.`,
        fix: 'Move it to the file with "pack:".',
      })
}

function placeOfPack(pack: PackSource, trees: readonly Tree[]): SourcePlace {
  return trees[0]?.place ?? { file: `${pack.name}/${pack.files[0]?.path ?? 'pack.yaml'}`, line: 1, column: 1 }
}
