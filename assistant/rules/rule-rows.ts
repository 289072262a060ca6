import type { RuleRow } from '../../contract/rule.ts'
import { approvalOf, noSuchRule, placedRules } from './edit-rules.ts'
import type { Knowledge } from './knowledge.ts'
import type { ShelvedPack } from './pack-shelf.ts'

/** The rules of a pack; none while it does not pass the gate. */
export async function ruleRows({ shelf, view }: Knowledge, pack: ShelvedPack): Promise<RuleRow[]> {
  const { rules } = await view(await shelf.together([pack.name]))
  const allPlaced = placedRules(pack)
  return rules
    .filter((rule) => rule.pack === pack.name)
    .map(({ file: _file, line: _line, ...row }) => {
      const placed = allPlaced.get(row.rule)
      return { ...row, ...(placed ? approvalOf(placed) : { approvedBy: null, approvedOn: null }) }
    })
}

/** Throws `NOT_FOUND`. */
export async function ruleRow(knowledge: Knowledge, pack: ShelvedPack, rule: string): Promise<RuleRow> {
  const found = (await ruleRows(knowledge, pack)).find((row) => row.rule === rule)
  if (!found) throw noSuchRule(pack.name, rule)
  return found
}
