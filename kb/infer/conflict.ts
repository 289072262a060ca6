import type { Fact } from '../program/fact.ts'
import type { Row } from './row.ts'

/** Statements that cannot all be so. Never picked from: none of them is certain until a person decides. */
export type Conflict = {
  /** `values`: several values for one key. `denied`: recorded as no, and recorded or derived as yes. */
  readonly kind: 'values' | 'denied'
  readonly relation: string
  readonly rows: readonly Row[]
  /** Those recorded as no; empty for `values`. */
  readonly denied: readonly Fact[]
}
