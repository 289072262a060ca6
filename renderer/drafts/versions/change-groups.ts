import { CHANGE_GROUPS, type Change, type ChangeGroup } from '../../../contract/drafts/comparison.ts'

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
export function groupChanges(changes: readonly Change[], filter: ChangeFilter): readonly GroupOfChanges[] {
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
