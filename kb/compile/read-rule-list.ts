import type { Problem } from './problem.ts'
import { readList, readText, wrongShape } from './read-fields.ts'
import type { PackParts } from './read-packs.ts'
import { readRule } from './read-rule.ts'
import { reportTo } from './report.ts'
import type { RuleSource } from './rule-source.ts'
import type { TextTree, Tree } from './yaml-tree.ts'

export type RuleEntry = { readonly id: string | null; readonly pack: string; readonly source: RuleSource | null }

/** All rules of all packs in their order. Each has an id of its own, by which proofs and decisions name it. */
export function readRuleList(packs: readonly PackParts[], problems: Problem[]): readonly RuleEntry[] {
  const ids = new Map<string, TextTree>()
  return packs.flatMap(({ rules, source }) =>
    rules
      .flatMap((tree) => readList(tree, '"rules"', reportTo(problems, null)))
      .flatMap((tree): readonly RuleEntry[] => {
        const id = readId(tree, ids, problems)
        if (!id) return []
        const rule = readRule(tree, id, source.head, reportTo(problems, id.text || null))
        return [{ id: id.text || null, pack: source.head.id, source: rule }]
      }),
  )
}

function readId(tree: Tree, ids: Map<string, TextTree>, problems: Problem[]): TextTree | null {
  const report = reportTo(problems, null)
  if (tree.kind !== 'map') {
    wrongShape(tree.place, 'A rule', 'a map with the keys id, then, if …', report)
    return null
  }
  const entry = tree.entries.get('id')?.value
  const id = readText(entry && entry.kind !== 'nothing' ? entry : null, '"id"', report)
  if (!id) {
    report(tree.place, {
      code: 'MISSING_KEY',
      message: 'A rule has no "id".',
      fix: 'Write a short name of its own: id: af-oac.',
    })
    return { kind: 'text', text: '', place: tree.place, placeAt: () => tree.place }
  }
  if (!/^[a-zA-Z][a-zA-Z0-9._-]{0,99}$/.test(id.text))
    report(id.place, {
      code: 'WRONG_SHAPE',
      message: `"${id.text.slice(0, 100)}" cannot be the id of a rule.`,
      fix: 'Use letters, digits, hyphens and points, beginning with a letter.',
    })
  const first = ids.get(id.text)
  if (first)
    report(id.place, {
      code: 'DUPLICATE',
      message: `There is another rule "${id.text}" (${first.place.file}, line ${first.place.line}).`,
      fix: 'Give this one an id of its own.',
    })
  else ids.set(id.text, id)
  return id
}
