import { AsideColumn } from '../parts/aside-column.tsx'
import { Button } from '../parts/button.tsx'
import { formatSeconds, formatTime } from '../wording/format-time.ts'
import { EntryDetail } from './entry-detail.tsx'
import type { ToldEntry } from './told-entries.ts'
import type { Verified } from './use-ledger-actions.ts'
import type { ShownEntry } from './use-shown-entry.ts'
import { Verification } from './verification.tsx'

type Props = {
  readonly told: readonly ToldEntry[]
  readonly shown: ShownEntry
  readonly verified: Verified | null
  /** Null: the ledger of the program. */
  readonly matter: string | null
  readonly onExport: () => void
}

/** Whether the chain holds, and all about the chosen entry. */
export function LedgerAside({ told, shown, verified, matter, onExport }: Props) {
  const { isOpened, close, show } = shown
  const chosen = told.find(({ entry }) => entry.seq === shown.chosen) ?? null
  return (
    <AsideColumn
      label="Verification"
      isPlain
      isWide
      isOpened={isOpened}
      focusKey={chosen?.entry.seq ?? ''}
      onClose={close}
    >
      <div className="bar">
        <h2>Verification</h2>
        <div className="end">
          {verified ? (
            <span className="small muted" data-testid="verified-at">
              {formatTime(verified.at)}, {formatSeconds(verified.ms)}
            </span>
          ) : null}
          <Button look="quiet" isSmall className="only-sheet" onClick={close}>
            Close <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
      <div className="p-4 grid gap-5">
        <div role="status">
          <Verification {...{ told, verified, matter, onShow: show, onExport }} />
        </div>
        {chosen ? <EntryDetail told={chosen} /> : null}
      </div>
    </AsideColumn>
  )
}
