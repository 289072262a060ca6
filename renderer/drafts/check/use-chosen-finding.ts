import { useCallback, useMemo, useState } from 'react'
import type { Finding } from '../../../contract/drafts/draft-check.ts'
import { isToDecide, type Numbered, numberFindings } from './finding-groups.ts'

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
