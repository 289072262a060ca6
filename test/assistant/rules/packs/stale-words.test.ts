import { expect, it } from 'vitest'
import { withRule } from '../../../../assistant/rules/packs/edit-rules.ts'
import { compilePacks } from '../../../../kb/compile/compile-packs.ts'
import { packOf } from '../../../kb/compile/good-pack.ts'

const RULES = `rules:
  - {id: base, title: Parents, source: Genesis, then: "ancestor(?a, ?b)", if: ["parent(?a, ?b)"]}
  - {id: step, title: Their parents, source: Genesis, then: "ancestor(?a, ?c)", if: ["parent(?a, ?b)", "ancestor(?b, ?c)"]}
`
const WORDS = `# By hand.
words:
  Parents: Eltern
  Their parents: Großeltern
  Genesis: 1. Mose
  "{0} weighs {1}": "{0} wiegt {1}"
`
const wordsAfter = (rule: string) => {
  const pack = withRule(packOf({ 'rules.yaml': RULES, 'words/de.yaml': WORDS }), { yaml: rule })
  expect(compilePacks([pack]).problems).toEqual([])
  return pack.files.find(({ path }) => path === 'words/de.yaml')?.text
}

it('a rule that is changed takes the translations of its former texts along, and no other', () => {
  const changed = '- {id: base, title: Forebears, source: Exodus, then: "ancestor(?a, ?b)", if: ["parent(?a, ?b)"]}'
  expect(wordsAfter(changed)).toBe(WORDS.replace('  Parents: Eltern\n', ''))
})

it('a rule whose conditions alone are changed leaves the translations as they are', () => {
  const changed = '- {id: base, title: Parents, source: Genesis, then: "ancestor(?x, ?y)", if: ["parent(?x, ?y)"]}'
  expect(wordsAfter(changed)).toBe(WORDS)
})
