import type { Value } from '../values/value.ts'
import { type Row, rowKey, valueAt } from './row.ts'

/** Rows of one relation, found by their names or by the whole statement. */
export type RowTable = {
  readonly rows: readonly Row[]
  add(row: Row): void
  find(key: string): Row | undefined
  /** Those with these names; undefined: any. Numbers and dates are not looked at. */
  matching(names: readonly (string | undefined)[]): readonly Row[]
}

const NONE: readonly Row[] = []

export function createRowTable(rows: Row[] = []): RowTable {
  const index = createNameIndex<Row, never>(rows)
  let byKey: Map<string, Row> | null = null
  return {
    rows,
    add(row) {
      index.add(row)
      byKey?.set(rowKey(row.values), row)
    },
    find(key) {
      byKey ??= new Map(rows.map((row) => [rowKey(row.values), row]))
      return byKey.get(key)
    },
    matching: (names) => index.find(names)?.items ?? NONE,
  }
}

type Item = { readonly values: readonly Value[] }

/** All items that have certain names at certain places; parted further by one more place when that is first asked for. */
export type Bucket<T extends Item, Extra> = {
  readonly items: T[]
  readonly parts: Map<number, Map<string, Bucket<T, Extra>>>
  /** What the owner worked out for these items; null: nothing yet. */
  extra: Extra | null
}

/** Statements found by their names. Only the paths that are asked for are ever built. */
type NameIndex<T extends Item, Extra> = {
  readonly all: Bucket<T, Extra>
  add(item: T): void
  /** Those with these names; undefined: any. Null: there are none. */
  find(names: readonly (string | undefined)[]): Bucket<T, Extra> | null
}

export function createNameIndex<T extends Item, Extra>(items: T[]): NameIndex<T, Extra> {
  const all: Bucket<T, Extra> = { items, parts: new Map(), extra: null }
  return {
    all,
    add: (item) => insert(all, item),
    find(names) {
      let bucket: Bucket<T, Extra> | undefined = all
      for (let place = 0; place < names.length; place += 1) {
        const name = names[place]
        if (name === undefined) continue
        bucket = (bucket.parts.get(place) ?? part(bucket, place)).get(name)
        if (bucket === undefined) return null
      }
      return bucket
    },
  }
}

function part<T extends Item, Extra>(bucket: Bucket<T, Extra>, place: number): Map<string, Bucket<T, Extra>> {
  const parts = new Map<string, Bucket<T, Extra>>()
  for (const item of bucket.items) {
    const name = nameAt(item, place)
    const found = parts.get(name)
    if (found === undefined) parts.set(name, { items: [item], parts: new Map(), extra: null })
    else found.items.push(item)
  }
  bucket.parts.set(place, parts)
  return parts
}

function insert<T extends Item, Extra>(bucket: Bucket<T, Extra>, item: T): void {
  bucket.items.push(item)
  bucket.extra = null
  for (const [place, parts] of bucket.parts) {
    const name = nameAt(item, place)
    const found = parts.get(name)
    if (found === undefined) parts.set(name, { items: [item], parts: new Map(), extra: null })
    else insert(found, item)
  }
}

function nameAt(item: Item, place: number): string {
  const value = valueAt(item.values, place)
  if (value.kind !== 'name') throw new Error(`statements are found by names, and place ${place} holds a ${value.kind}`)
  return value.name
}
