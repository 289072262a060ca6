import type { Fact } from '../../contract/fact.ts'

/** What the ids of a ledger stand for, as far as it is still there. */
export type LedgerNames = {
  readonly questions: ReadonlyMap<string, string>
  readonly documents: ReadonlyMap<string, string>
  readonly facts: ReadonlyMap<string, Fact>
  readonly matters: ReadonlyMap<string, string>
  /** Whose window this is: said as "you". */
  readonly userName: string
}
