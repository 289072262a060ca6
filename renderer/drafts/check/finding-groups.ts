import { type Finding, isConfirming, isToCompare } from '../../../contract/drafts/draft-check.ts'

/** How grave a finding is, the gravest first; of the last three nothing is to be decided. */
const FINDING_GROUPS = ['contradicted', 'authority', 'nowhere', 'page', 'compare', 'notCheckable', 'confirmed'] as const
export type FindingGroup = (typeof FINDING_GROUPS)[number]

/** A finding with its number, which stands in the list and at its words; null: it has none. */
export type Numbered = { readonly finding: Finding; readonly group: FindingGroup; readonly number: number | null }

export function groupOf(finding: Pick<Finding, 'kind' | 'verdict' | 'citations'>): FindingGroup {
  const { kind, verdict } = finding
  if (isConfirming(verdict)) return 'confirmed'
  if (isToCompare(finding)) return 'compare'
  if (verdict === 'not-checkable') return 'notCheckable'
  if (kind === 'page') return 'page'
  if (verdict === 'nowhere') return kind === 'authority' ? 'authority' : 'nowhere'
  return 'contradicted'
}

/** All findings by gravity, those of one group by their place. Only those that want a decision have numbers. */
export function numberFindings(findings: readonly Finding[]): readonly Numbered[] {
  const inOrder = findings.toSorted((one, other) => one.start - other.start || one.end - other.end)
  const grouped = Map.groupBy(inOrder, groupOf)
  let last = 0
  return FINDING_GROUPS.flatMap((group) =>
    (grouped.get(group) ?? []).map((finding) => ({
      finding,
      group,
      number: isToDecide(group) ? (last += 1) : null,
    })),
  )
}

export function isToDecide(group: FindingGroup): boolean {
  return group !== 'compare' && group !== 'notCheckable' && group !== 'confirmed'
}

/** Those of one group, in their order. */
export function inGroup(numbered: readonly Numbered[], group: FindingGroup): readonly Numbered[] {
  return numbered.filter((one) => one.group === group)
}
