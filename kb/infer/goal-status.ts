import type { Row } from './row.ts'

/** What the answers to a goal say about it. */
export function goalStatus(rows: readonly Row[]): 'yes' | 'unknown' | 'no' {
  if (rows.some((row) => row.certainty === 'certain')) return 'yes'
  return rows.length > 0 ? 'unknown' : 'no'
}
