import { type Change, CHANGE_GROUPS, type ChangeGroup } from '../../../contract/drafts/comparison.ts'
import { useState } from 'react'
import type { ComparisonWork } from './use-comparison.ts'

/** What a list of changes is narrowed to. */
export type ChangeFilter = 'all' | Exclude<ChangeGroup, 'layout'> | 'notTracked'

export const CHANGE_FILTERS: readonly ChangeFilter[] = [
  'all',
  'numbers',
  'obligations',
  'parties',
  'wording',
  'moved',
  'notTracked',
]

export function isShownBy(filter: ChangeFilter, { group, tracked }: Change): boolean {
  if (filter === 'all') return true
  return filter === 'notTracked' ? tracked === 'none' : group === filter
}

/** Changes of one group, in the order of their weight. */
export type GroupOfChanges = { readonly group: ChangeGroup; readonly changes: readonly Change[] }

/** Those that the filter shows, in their groups; groups without any are left out. */
function groupChanges(changes: readonly Change[], filter: ChangeFilter): readonly GroupOfChanges[] {
  const shown = changes.filter((change) => isShownBy(filter, change))
  return CHANGE_GROUPS.map((group) => ({ group, changes: shown.filter((change) => change.group === group) })).filter(
    (one) => one.changes.length > 0,
  )
}

/** Who marked changes in the files, each once. */
export function trackedBy(changes: readonly Change[]): readonly string[] {
  const people = changes.flatMap(({ tracked }) => (tracked === null || tracked === 'none' ? [] : [tracked.by]))
  return [...new Set(people)].filter((name) => name !== '')
}

/** What a change is called in the margin: its clause, of what is now there. */
export function clauseOf({ before, after, kind }: Change): string {
  const [first, second] = kind === 'moved' ? [before, after] : [after, before]
  return first?.number || second?.number || ''
}

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
