import { isExact } from '../values/is-exact.ts'
import { meet } from './meet-values.ts'
import type { Row } from './row.ts'
import { keyOfPlaces, valueAt } from './row-key.ts'

/** Rows that have, or within their ranges may have, one unique key: each group with all rows of such a key, two or more. */
export function contestedGroups(
  rows: readonly Row[],
  unique: readonly number[],
  tick: () => void,
): readonly (readonly Row[])[] {
  if (rows.length < 2) return []
  const exact = new Map<string, Row[]>()
  const ranges: Row[] = []
  for (const row of rows) {
    tick()
    if (unique.every((place) => isExact(valueAt(row.values, place)))) push(exact, keyOfPlaces(row.values, unique), row)
    else ranges.push(row)
  }
  const groups = [...exact.values()].filter((group) => group.length > 1)
  for (const range of ranges) {
    const near = rows.filter((row) => {
      tick()
      return row === range || mayShareKey(row, range, unique)
    })
    if (near.length > 1) groups.push(near)
  }
  return groups
}

function mayShareKey(left: Row, right: Row, unique: readonly number[]): boolean {
  return unique.every((place) => meet(valueAt(left.values, place), valueAt(right.values, place)) !== 'apart')
}

function push(groups: Map<string, Row[]>, key: string, row: Row): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [row])
  else group.push(row)
}
