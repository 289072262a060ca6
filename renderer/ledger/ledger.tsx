import { Tabs } from 'radix-ui'
import { useMemo } from 'react'
import { Bar } from '../frame/bar.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import type { LedgerTab } from '../state/place.ts'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'
import { formatDate } from '../wording/format-time.ts'
import { Entries } from './entries.tsx'
import { LedgerAside } from './ledger-aside.tsx'
import { tellEntries } from './told-entries.ts'
import { useLedger } from './use-ledger.ts'
import { useLedgerActions } from './use-ledger-actions.ts'
import { useLedgerNames } from './use-ledger-names.ts'
import { useShownEntry } from './use-shown-entry.ts'

/** The record of what was done: that of the chosen matter, or of the program. */
export function Ledger() {
  const { matter } = useShell()
  const { place } = useNavigation()
  const tab = matter ? place.ledgerTab : 'program'
  return <OneLedger key={`${tab} ${matter?.id}`} tab={tab} matter={tab === 'matter' && matter ? matter.id : null} />
}

function OneLedger({ tab, matter }: { readonly tab: LedgerTab; readonly matter: string | null }) {
  const { replace } = useNavigation()
  const { entries, failure } = useLedger(matter)
  const names = useLedgerNames(matter)
  const told = useMemo(() => tellEntries(entries ?? [], names), [entries, names])
  const actions = useLedgerActions(matter)
  const shown = useShownEntry(entries?.at(-1)?.seq ?? null)
  const exportAll = () => void actions.exportAll()
  const verify = async () => {
    if (await actions.verify()) shown.openColumn()
  }
  return (
    <>
      <Tabs.Root asChild value={tab} onValueChange={(to) => replace({ ledgerTab: to as LedgerTab, entry: null })}>
        <main className="work" id="work" tabIndex={-1}>
          <Bar
            title="Ledger"
            sub={entries ? <CountWords count={entries.length} since={entries[0]?.time} /> : null}
            middle={<TabList />}
          >
            <Button look="quiet" isSmall isOff={actions.isBusy} onClick={exportAll}>
              Export…
            </Button>
            <Button look="primary" isSmall isOff={actions.isBusy} onClick={() => void verify()}>
              Verify
            </Button>
          </Bar>
          <Tabs.Content value={tab} className="col full ledger-col">
            <FailureNote failure={failure ?? actions.failure} />
            {entries ? (
              <Entries
                // What is to be shown must not be filtered away.
                key={shown.timesShown}
                told={told}
                shown={shown}
              />
            ) : (
              <Opening>Opening the ledger.</Opening>
            )}
          </Tabs.Content>
        </main>
      </Tabs.Root>
      <LedgerAside told={told} shown={shown} verified={actions.verified} matter={matter} onExport={exportAll} />
    </>
  )
}

function TabList() {
  const { matter } = useShell()
  if (!matter) return null
  return (
    <Tabs.List className="tabs" aria-label="Whose ledger">
      <Tabs.Trigger value="matter">This matter</Tabs.Trigger>
      <Tabs.Trigger value="program">The program</Tabs.Trigger>
    </Tabs.List>
  )
}

function CountWords({ count, since }: { readonly count: number; readonly since: string | undefined }) {
  return (
    <>
      {formatCount(count, 'entry', 'entries')}
      {since ? <span className="hide-narrow"> since {formatDate(since)}</span> : null}
    </>
  )
}
