import { useState } from 'react'
import type { Change } from '../../../contract/drafts/comparison.ts'
import { type ChangeFilter, groupChanges } from './change-groups.ts'
import type { ComparisonWork } from './use-comparison.ts'

export type ChosenChange = ReturnType<typeof useChosenChange>

/** What was chosen; of text that has moved, in which of its places. `times` tells one going from the next. */
export type Going = { readonly changeId: string; readonly side: 'before' | 'after' | null; readonly times: number }

/** Which changes are listed, and which of them is shown. */
export function useChosenChange({ changes, state }: ComparisonWork) {
  const [filter, setFilter] = useState<ChangeFilter>('all')
  const [areSmallShown, showSmall] = useState(false)
  const [going, setGoing] = useState<Going>({ changeId: '', side: null, times: 0 })
  const groups = groupChanges(changes, filter)
  const isFolded = filter === 'all' && !areSmallShown
  const listed = groups.flatMap((one) => (one.group === 'layout' && isFolded ? [] : one.changes))
  const found = changes.find(({ changeId }) => changeId === going.changeId)
  // Changes come weightiest first: until all have come, the first may not be it.
  const change = found ?? (state === 'running' ? undefined : listed[0]) ?? null
  const at = change === null ? 0 : listed.indexOf(change) + 1
  const choose = ({ changeId }: Change, side: Going['side'] = null) =>
    setGoing(({ times }) => ({ changeId, side, times: times + 1 }))
  return {
    filter,
    setFilter,
    areSmallShown,
    showSmall,
    groups,
    change,
    going,
    at,
    all: listed.length,
    choose,
    step(by: 1 | -1) {
      const next = listed[at - 1 + by]
      if (next) choose(next)
    },
  }
}
