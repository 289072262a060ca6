import { createNameIndex } from './name-index.ts'
import type { Row } from './row.ts'
import { rowKey } from './row-key.ts'

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
