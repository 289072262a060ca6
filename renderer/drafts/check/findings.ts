import { type Finding, isConfirming, isToCompare } from '../../../contract/drafts/draft-check.ts'
import { useCallback, useMemo, useState } from 'react'

/** How grave a finding is, the gravest first; of the last three nothing is to be decided. */
const FINDING_GROUPS = ['contradicted', 'authority', 'nowhere', 'page', 'compare', 'notCheckable', 'confirmed'] as const
export type FindingGroup = (typeof FINDING_GROUPS)[number]

/** A finding with its number, which stands in the list and at its words; null: it has none. */
export type Numbered = { readonly finding: Finding; readonly group: FindingGroup; readonly number: number | null }

function groupOf(finding: Pick<Finding, 'kind' | 'verdict' | 'citations'>): FindingGroup {
  const { kind, verdict } = finding
  if (isConfirming(verdict)) return 'confirmed'
  if (isToCompare(finding)) return 'compare'
  if (verdict === 'not-checkable') return 'notCheckable'
  if (kind === 'page') return 'page'
  if (verdict === 'nowhere') return kind === 'authority' ? 'authority' : 'nowhere'
  return 'contradicted'
}

/** All findings by gravity, those of one group by their place. Only those that want a decision have numbers. */
function numberFindings(findings: readonly Finding[]): readonly Numbered[] {
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

/** `times` tells one going from the next. `isQuiet`: the focus stays where it is. */
export type Going = { readonly findingId: string; readonly times: number; readonly isQuiet: boolean }

/** The findings of a draft, and which of them is shown. */
export type ChosenFinding = {
  readonly numbered: readonly Numbered[]
  readonly current: Numbered | null
  readonly going: Going
  /** Among those to decide, from 1; 0: none of them is shown. */
  readonly at: number
  readonly all: number
  choose(one: Numbered): void
  /** Shown as the arrows pass it: the focus stays in the list. */
  pass(one: Numbered): void
  close(): void
  step(by: 1 | -1): void
}

const NOWHERE: Going = { findingId: '', times: 0, isQuiet: false }

export function useChosenFinding(findings: readonly Finding[]): ChosenFinding {
  const numbered = useMemo(() => numberFindings(findings), [findings])
  const [going, setGoing] = useState(NOWHERE)
  const current = numbered.find(({ finding }) => finding.findingId === going.findingId) ?? null
  const toDecide = numbered.filter(({ group }) => isToDecide(group))
  const at = current?.number ?? 0
  const choose = useCallback(
    ({ finding }: Numbered) =>
      setGoing(({ times }) => ({ findingId: finding.findingId, times: times + 1, isQuiet: false })),
    [],
  )
  const pass = useCallback(
    ({ finding }: Numbered) => setGoing(({ times }) => ({ findingId: finding.findingId, times, isQuiet: true })),
    [],
  )
  return {
    numbered,
    current,
    going,
    at,
    all: toDecide.length,
    choose,
    pass,
    close: () => setGoing(NOWHERE),
    step(by) {
      const next = toDecide[at - 1 + by]
      if (next) choose(next)
    },
  }
}
