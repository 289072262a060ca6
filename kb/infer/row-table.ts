import type { Row } from './row.ts'
import { rowKey, valueAt } from './row-key.ts'

/** Rows of one relation, found by their names. Indexes are built when first used and kept up as rows come. */
export type RowTable = {
  readonly rows: readonly Row[]
  add(row: Row): void
  find(key: string): Row | undefined
  /** Those with these names; undefined: any. Numbers and dates are not looked at. */
  matching(names: readonly (string | undefined)[]): readonly Row[]
}

/** Names of the first place to names of the second … to rows. */
type Index = { readonly places: readonly number[]; readonly tree: Tree }
type Tree = Map<string, Tree | Row[]>

const NONE: readonly Row[] = []

export function createRowTable(rows: Row[] = []): RowTable {
  const indexes = new Map<number, Index>()
  let byKey: Map<string, Row> | null = null
  return {
    rows,
    add(row) {
      rows.push(row)
      byKey?.set(rowKey(row.values), row)
      for (const index of indexes.values()) insert(index, row)
    },
    find(key) {
      byKey ??= new Map(rows.map((row) => [rowKey(row.values), row]))
      return byKey.get(key)
    },
    matching(names) {
      let mask = 0
      for (let place = 0; place < names.length; place += 1) if (names[place] !== undefined) mask |= 1 << place
      if (mask === 0) return rows
      let index = indexes.get(mask)
      if (index === undefined) {
        index = buildIndex(rows, mask)
        indexes.set(mask, index)
      }
      return look(index, names)
    },
  }
}

function buildIndex(rows: readonly Row[], mask: number): Index {
  const places: number[] = []
  for (let place = 0; place < 31; place += 1) if ((mask & (1 << place)) !== 0) places.push(place)
  const index: Index = { places, tree: new Map() }
  for (const row of rows) insert(index, row)
  return index
}

function insert(index: Index, row: Row): void {
  const last = index.places.length - 1
  let tree = index.tree
  for (let level = 0; level <= last; level += 1) {
    const value = valueAt(row.values, index.places[level] ?? 0)
    const name = value.kind === 'name' ? value.name : ''
    const below = tree.get(name)
    if (level === last) {
      if (Array.isArray(below)) below.push(row)
      else tree.set(name, [row])
      return
    }
    if (below instanceof Map) tree = below
    else {
      const created: Tree = new Map()
      tree.set(name, created)
      tree = created
    }
  }
}

function look(index: Index, names: readonly (string | undefined)[]): readonly Row[] {
  let found: Tree | Row[] | undefined = index.tree
  for (const place of index.places) {
    if (!(found instanceof Map)) break
    found = found.get(names[place] ?? '')
  }
  return Array.isArray(found) ? found : NONE
}
