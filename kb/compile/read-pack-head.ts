import type { PackHead } from './compiled-packs.ts'
import { readFields, type Fields } from './read-fields.ts'
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
  'sample',
  'licence',
  'uses',
  'about',
]
export const SECTION_KEYS = ['names', 'vocabulary', 'calendars', 'rules', 'candidates']

/** Reads who a pack is. Null when it does not say its name. */
export function readPackHead(tree: Tree, report: Report): HeadSource | null {
  const fields = readFields(tree, 'A pack', [...HEAD_KEYS, ...SECTION_KEYS], report)
  if (!fields) return null
  const id = fields.requiredText('pack', 'Write its name in small letters: pack: my-pack.')
  const required = (key: string, fix: string): string => fields.requiredText(key, fix)?.text ?? ''
  fields.text('about')
  const uses = fields.texts('uses')
  const described = {
    title: required('title', 'Write what users read: title: My pack.'),
    version: required('version', 'Write version: "0.1".'),
    language: readLanguage(fields, report),
    jurisdiction: fields.text('jurisdiction')?.text ?? null,
    reviewed: fields.flag('reviewed', false),
    sample: fields.flag('sample', false),
    licence: required('licence', 'Write under what terms it may be passed on: licence: CC-BY-4.0.'),
  }
  if (!id) return null
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(id.text))
    report(id.place, {
      code: 'WRONG_SHAPE',
      message: `"${id.text.slice(0, 100)}" cannot be the name of a pack.`,
      fix: 'Use small letters, digits and hyphens, beginning with a letter.',
    })
  return { head: { id: id.text, ...described, uses: uses.map((use) => use.text) }, uses, id }
}

function readLanguage(fields: Fields, report: Report): string {
  const language = fields.requiredText('language', 'Write the language of its sentences: language: en.')
  if (language && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language.text))
    report(language.place, {
      code: 'WRONG_SHAPE',
      message: `"${language.text.slice(0, 100)}" is no language.`,
      fix: 'Write a code: en, de, fr.',
    })
  return language?.text ?? ''
}
