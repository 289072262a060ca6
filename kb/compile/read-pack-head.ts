import type { PackHead } from './compiled-packs.ts'
import { readFields, readText } from './read-fields.ts'
import type { Report } from './report.ts'
import type { TextTree, Tree } from './yaml-tree.ts'

/** The head and where the packs it uses are named. */
export type HeadSource = { readonly head: PackHead; readonly uses: readonly TextTree[]; readonly id: TextTree }

export const HEAD_KEYS = [
  'pack',
  'title',
  'version',
  'language',
  'jurisdiction',
  'reviewed',
  'licence',
  'uses',
  'about',
]
export const SECTION_KEYS = ['names', 'vocabulary', 'calendars', 'rules']

/** Reads who a pack is. Null when it does not say its name. */
export function readPackHead(tree: Tree, report: Report): HeadSource | null {
  const fields = readFields(tree, 'A pack', [...HEAD_KEYS, ...SECTION_KEYS], report)
  if (!fields) return null
  const id = fields.requiredText('pack', 'Write its name in small letters: pack: my-pack.')
  const title = fields.requiredText('title', 'Write what users read: title: My pack.')
  const version = fields.requiredText('version', 'Write version: "0.1".')
  const language = fields.requiredText('language', 'Write the language of its sentences: language: en.')
  const licence = fields.requiredText('licence', 'Write under what terms it may be passed on: licence: CC-BY-4.0.')
  if (language && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language.text))
    report(language.place, {
      code: 'WRONG_SHAPE',
      message: `"${language.text}" is no language.`,
      fix: 'Write a code: en, de, fr.',
    })
  fields.text('about')
  const uses = fields.texts('uses')
  if (!id) return null
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(id.text))
    report(id.place, {
      code: 'WRONG_SHAPE',
      message: `"${id.text}" cannot be the name of a pack.`,
      fix: 'Use small letters, digits and hyphens, beginning with a letter.',
    })
  const head = {
    id: id.text,
    title: title?.text ?? id.text,
    version: version?.text ?? '',
    language: language?.text ?? '',
    jurisdiction: readText(fields.tree('jurisdiction'), '"jurisdiction"', report)?.text ?? null,
    reviewed: fields.flag('reviewed', false),
    licence: licence?.text ?? '',
    uses: uses.map((use) => use.text),
  }
  return { head, uses, id }
}
