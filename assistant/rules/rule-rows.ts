import type { ExampleRun, RuleRow } from '../../contract/rule.ts'
import { approvalsIn, noSuchRule } from './edit-rules.ts'
import type { Knowledge } from './knowledge.ts'
import type { ShelvedPack } from './pack-shelf.ts'

/** The rules of a pack; none while it does not pass the gate. */
export async function ruleRows({ shelf, view, exampleRuns }: Knowledge, pack: ShelvedPack): Promise<RuleRow[]> {
  const packs = await shelf.together([pack.name])
  const { rules } = await view(packs)
  const runs = await exampleRuns(packs)
  const approvals = approvalsIn(pack)
  return rules
    .filter((rule) => rule.pack === pack.name)
    .map(({ file: _file, line: _line, ...row }) => ({
      ...row,
      examplesPassed: passedOf(row.rule, runs),
      ...(approvals.get(row.rule) ?? { approvedBy: null, approvedOn: null }),
    }))
}

/** How many examples of a rule come out as their author says. */
export function passedOf(rule: string, runs: readonly ExampleRun[]): number {
  return runs.filter((one) => one.rule === rule && one.passed).length
}

/** Throws `NOT_FOUND`. */
export async function ruleRow(knowledge: Knowledge, pack: ShelvedPack, rule: string): Promise<RuleRow> {
  const found = (await ruleRows(knowledge, pack)).find((row) => row.rule === rule)
  if (!found) throw noSuchRule(pack.name, rule)
  return found
}
