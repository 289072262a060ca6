import { message, type Message } from '../../../wording/message.ts'
import { writeInstead } from '../../language/write-instead.ts'
import type { SourcePlace } from '../../program/rule.ts'
import type { PackField, PackHead } from '../compiled-packs.ts'
import type { Report } from './problem.ts'
import { type Fields, readFields } from './read-fields.ts'
import { readYaml, type TextTree, type Tree } from './yaml-tree.ts'

/** A pack as it lies in its folder. `path` is relative to the folder and stands in messages as `name/path`. */
export type PackSource = {
  readonly name: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

/** A pack cut into its sections, in the order of its files' names. */
export type PackParts = {
  readonly source: HeadSource
  readonly names: readonly Tree[]
  readonly vocabulary: readonly Tree[]
  readonly calendars: readonly Tree[]
  readonly rules: readonly Tree[]
  readonly candidates: readonly Tree[]
  /** What the pack says in other languages, by their codes. */
  readonly words: readonly { readonly language: string; readonly tree: Tree }[]
}

/** `words/de.yaml`, or several files as `words/de/rules.yaml`. */
const WORDS_PATH = /^words\/(?<language>[a-z]{2,3})(?:\/.*)?\.ya?ml$/u

/** Null for a pack without a head or with a file that cannot be read: what else is wrong with it nobody knows yet. */
export function readPack(pack: PackSource, report: Report): PackParts | null {
  const files = pack.files.toSorted((left, right) => (left.path < right.path ? -1 : 1))
  const read = files.map(({ path, text }) => ({ path, tree: readYaml(`${pack.name}/${path}`, text, report) }))
  const found = read.flatMap(({ path, tree }) => (tree === null ? [] : { tree, language: languageOf(path) }))
  if (found.length < read.length) return null
  const words = found.flatMap(({ tree, language }) => (language === null ? [] : { language, tree }))
  const trees = found.flatMap(({ tree, language }) => (language === null ? tree : []))
  const filled = trees.filter((tree) => tree.kind !== 'nothing')
  const heads = filled.filter((tree) => tree.kind === 'map' && tree.entries.has('pack'))
  const others = filled.filter((tree) => !heads.includes(tree))
  for (const tree of others) refuseStrayKeys(tree, report)
  const [first, second] = heads
  if (second)
    report(second.place, {
      code: 'DUPLICATE',
      message: message('gate.packs.secondHead'),
      fix: message('gate.packs.oneHead'),
    })
  if (!first) {
    report(placeOfPack(pack, trees), {
      code: 'MISSING_KEY',
      message: message('gate.packs.noName'),
      fix: message('gate.packs.addHead'),
    })
    return null
  }
  const source = readPackHead(first, report)
  const section = (key: string): readonly Tree[] =>
    filled.flatMap((tree) => (tree.kind === 'map' ? (tree.entries.get(key)?.value ?? []) : []))
  if (!source) return null
  const sections = { names: section('names'), vocabulary: section('vocabulary') }
  const reasoning = { rules: section('rules'), candidates: section('candidates') }
  return { source, ...sections, calendars: section('calendars'), ...reasoning, words }
}

/** Null for a file that holds no translations. */
function languageOf(path: string): string | null {
  return WORDS_PATH.exec(path)?.groups?.language ?? null
}

/** What belongs to the head is refused elsewhere: `reviewed: true` in a file of rules would say nothing. */
function refuseStrayKeys(tree: Tree, report: Report): void {
  const fields = readFields(tree, message('gate.what.file'), [...SECTION_KEYS, ...HEAD_KEYS], report)
  for (const key of HEAD_KEYS)
    if (fields?.has(key))
      report(fields.placeOf(key), {
        code: 'UNKNOWN_KEY',
        message: message('gate.packs.ofHead', { key }),
        fix: message('gate.packs.moveToHead'),
      })
}

function placeOfPack(pack: PackSource, trees: readonly Tree[]): SourcePlace {
  return trees[0]?.place ?? { file: `${pack.name}/${pack.files[0]?.path ?? 'pack.yaml'}`, line: 1, column: 1 }
}

/** The head and where the packs it uses are named. */
type HeadSource = { readonly head: PackHead; readonly uses: readonly TextTree[]; readonly id: TextTree }

const HEAD_KEYS = [
  'pack',
  'title',
  'version',
  'language',
  'field',
  'jurisdiction',
  'reviewed',
  'sample',
  'licence',
  'uses',
  'about',
]
const SECTION_KEYS = ['names', 'vocabulary', 'calendars', 'rules', 'candidates']

/** Reads who a pack is. Null when it does not say its name. */
function readPackHead(tree: Tree, report: Report): HeadSource | null {
  const fields = readFields(tree, message('gate.what.pack'), [...HEAD_KEYS, ...SECTION_KEYS], report)
  if (!fields) return null
  const id = fields.requiredText('pack', message('gate.packs.nameSmall'))
  const required = (key: string, fix: Message): string => fields.requiredText(key, fix)?.text ?? ''
  fields.text('about')
  const uses = fields.texts('uses')
  const described = {
    title: required('title', message('gate.packs.title')),
    version: required('version', writeInstead('version: "0.1"')),
    language: readLanguage(fields, report),
    field: readField(fields, report),
    jurisdiction: fields.text('jurisdiction')?.text ?? null,
    reviewed: fields.flag('reviewed', false),
    sample: fields.flag('sample', false),
    licence: required('licence', message('gate.packs.licence')),
  }
  if (!id) return null
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(id.text))
    report(id.place, {
      code: 'WRONG_SHAPE',
      message: message('gate.packs.badName', { name: id.text.slice(0, 100) }),
      fix: message('gate.packs.nameShape'),
    })
  return { head: { id: id.text, ...described, uses: uses.map((use) => use.text) }, uses, id }
}

function readLanguage(fields: Fields, report: Report): string {
  const language = fields.requiredText('language', message('gate.packs.language'))
  if (language && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language.text))
    report(language.place, {
      code: 'WRONG_SHAPE',
      message: message('gate.packs.noLanguage', { name: language.text.slice(0, 100) }),
      fix: message('gate.packs.languageCode'),
    })
  return language?.text ?? ''
}

const FIELDS: readonly PackField[] = ['medicine', 'law']

function readField(fields: Fields, report: Report): PackField | null {
  const written = fields.text('field')
  if (!written) return null
  const field = FIELDS.find((one) => one === written.text)
  if (!field)
    report(written.place, {
      code: 'WRONG_SHAPE',
      message: message('gate.packs.noField', { name: written.text.slice(0, 100) }),
      fix: message('gate.packs.fieldNames'),
    })
  return field ?? null
}
