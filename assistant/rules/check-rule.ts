import type { RuleCheck } from '../../contract/rule.ts'
import { diffConclusions, type DiffOptions } from './diff-conclusions.ts'
import { idOf, placedRule, type RuleText, ruleYaml, withRule, withStatus } from './edit-rules.ts'
import type { PackView } from './kernel/kernel-methods.ts'
import type { Knowledge } from './knowledge.ts'
import { loadedPacks, type ShelvedPack, withUsed } from './pack-shelf.ts'
import { problemsInRule } from './problems-in-rule.ts'

const NO_DIFF: RuleCheck['diff'] = { cases: 0, same: 0, newGrounds: 0, changed: [] }

export type CheckOptions = DiffOptions

/** What a proposed rule would do: the gate, its examples, and what it would change were it approved. Changes nothing. */
export async function checkRule(pack: ShelvedPack, text: RuleText, options: CheckOptions): Promise<RuleCheck> {
  const { knowledge } = options
  const id = idOf(text)
  const changed = withRule(pack, text)
  const placed = placedRule(changed, id)
  const packs = await packsWith(knowledge, changed, [pack.name])
  const view = await knowledge.view(packs)
  const examples = await knowledge.exampleRuns(packs)
  const yaml = placed ? ruleYaml(placed) : ''
  const fileText = changed.files.find(({ path }) => path === placed?.path)?.text ?? ''
  const problems = problemsHere(view, pack.name)
  const row = view.rules.find(({ rule, pack: own }) => rule === id && own === pack.name)
  return {
    problems: placed ? problemsInRule(problems, placed, fileText, yaml) : problems,
    examples: examples.filter(({ rule }) => rule === id),
    examplesMissing: row?.examplesMissing ?? [],
    sentence: row?.sentence ?? '',
    yaml,
    diff: row ? await diffConclusions(withStatus(changed, id, 'approved', null), id, options) : NO_DIFF,
  }
}

/** The packs of these names, with `changed` in place of the one of its name. */
async function packsWith({ shelf }: Knowledge, changed: ShelvedPack, names: readonly string[]) {
  const all = (await shelf.list()).map((pack) => (pack.name === changed.name ? changed : pack))
  return loadedPacks(withUsed(names, all))
}

function problemsHere({ problems }: PackView, pack: string): RuleCheck['problems'] {
  return problems.toSorted(
    (one, other) => Number(other.file.startsWith(`${pack}/`)) - Number(one.file.startsWith(`${pack}/`)),
  )
}
