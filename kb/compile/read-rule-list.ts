import type { Problem } from './problem.ts'
import { readList } from './read-fields.ts'
import { readId } from './read-id.ts'
import type { PackParts } from './read-packs.ts'
import { readRule } from './read-rule.ts'
import { reportTo } from './report.ts'
import type { RuleSource } from './rule-source.ts'
import type { TextTree, Tree } from './yaml-tree.ts'

export type RuleEntry = { readonly id: string | null; readonly pack: string; readonly source: RuleSource | null }

const RULE = { noun: 'rule', keys: 'id, then, if', example: 'af-oac' }

/** All rules of all packs in their order. Each has an id of its own, by which proofs and decisions name it. */
export function readRuleList(packs: readonly PackParts[], problems: Problem[]): readonly RuleEntry[] {
  const ids = new Map<string, TextTree>()
  return packs.flatMap(({ rules, source }) =>
    rules
      .flatMap((tree) => readList(tree, '"rules"', reportTo(problems, null)))
      .flatMap((tree): readonly RuleEntry[] => {
        const id = idOf(tree, ids, problems)
        if (!id) return []
        const rule = readRule(tree, id, source.head, reportTo(problems, id.text || null))
        return [{ id: id.text || null, pack: source.head.id, source: rule }]
      }),
  )
}

/** One without an id is read all the same, so that all that is wrong with it is told at once. */
function idOf(tree: Tree, ids: Map<string, TextTree>, problems: Problem[]): TextTree | null {
  const id = readId(tree, ids, RULE, problems)
  if (id || tree.kind !== 'map') return id
  return { kind: 'text', text: '', place: tree.place, placeAt: () => tree.place }
}
