import { useState } from 'react'
import type { LedgerCheck, LedgerEntry } from '../../contract/matter.ts'
import { downloadFile } from '../parts/download-file.ts'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

/** What a check found, when it ended and how long it took. */
export type Verified = {
  readonly check: LedgerCheck
  readonly at: string
  readonly ms: number
  /** The program's own ledger, to be compared with; null: this is that ledger. */
  readonly program: readonly LedgerEntry[] | null
}

/** Verifying a ledger, and taking a copy of it that can be verified elsewhere. */
export function useLedgerActions(matter: string | null) {
  const client = useClient()
  const { matter: shown } = useShell()
  const action = useAction()
  const [verified, setVerified] = useState<Verified | null>(null)
  return {
    verified,
    isBusy: action.isBusy,
    failure: action.failure,
    verify: () =>
      action.run(async () => {
        const startedMs = performance.now()
        const check = await client.ledger.verify({ matter })
        const ms = performance.now() - startedMs
        const program = matter === null ? null : await client.ledger.list({ matter: null })
        setVerified({ check, at: new Date().toISOString(), ms, program })
      }, 'The ledger is as it was.'),
    exportAll: () =>
      action.run(async () => {
        const { file } = await client.ledger.export({ matter })
        const name = `Ledger of ${matter === null ? 'the program' : (shown?.matter ?? 'a matter')}.jsonl`
        downloadFile(new File([file], name.replace(/[/\\:*?"<>|]/g, '-')))
      }, 'The ledger is as it was.'),
  }
}
