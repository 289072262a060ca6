import { Tabs } from 'radix-ui'
import { useMemo } from 'react'
import { t } from '../../wording/translate.ts'
import { Bar } from '../frame/bar.tsx'
import { AsideColumn } from '../viewer/aside-column.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/progress.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import type { LedgerTab } from '../state/place.ts'
import { useShell } from '../state/shell-context.ts'
import { formatDate, formatSeconds, formatTime } from '../../wording/format-time.ts'
import { Entries } from './entries.tsx'
import { EntryDetail } from './entry-detail.tsx'
import { namedIds, type NamedIds } from './kind-words.ts'
import { type DescribedEntry, describeEntries } from './describe-entries.ts'
import {
  type ShownEntry,
  useLedger,
  useLedgerActions,
  useLedgerNames,
  useShownEntry,
  type Verified,
} from './use-ledger.ts'
import { Verification } from './verification.tsx'

/** The record of what was done: that of the chosen matter, or of the program. */
export function Ledger() {
  const { matter } = useShell()
  const { place } = useNavigation()
  const tab = matter ? place.ledgerTab : 'program'
  return <OneLedger key={`${tab} ${matter?.id}`} tab={tab} matter={tab === 'matter' && matter ? matter.id : null} />
}

function OneLedger({ tab, matter }: { readonly tab: LedgerTab; readonly matter: string | null }) {
  const { replace } = useNavigation()
  const { value: entries, failure } = useLedger(matter)
  const names = useLedgerNames(matter)
  const described = useMemo(() => describeEntries(entries ?? [], names), [entries, names])
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
            title={t('window.places.ledger')}
            sub={entries ? <CountWords count={entries.length} since={entries[0]?.time} /> : null}
            middle={<TabList />}
          >
            <Button look="quiet" isSmall isBusy={actions.isBusy} onClick={exportAll}>
              {t('frame.buttons.exportAs')}
            </Button>
            <Button look="primary" isSmall isBusy={actions.isBusy} onClick={() => void verify()}>
              {t('ledger.verify')}
            </Button>
          </Bar>
          <Tabs.Content value={tab} className="col full ledger-col">
            <FailureNote failure={failure ?? actions.failure} />
            {entries ? (
              <Entries
                // What is to be shown must not be filtered away.
                key={shown.timesShown}
                described={described}
                shown={shown}
              />
            ) : (
              <Opening>{t('ledger.opening')}</Opening>
            )}
          </Tabs.Content>
        </main>
      </Tabs.Root>
      <LedgerAside
        described={described}
        names={namedIds(names)}
        shown={shown}
        verified={actions.verified}
        matter={matter}
        onExport={exportAll}
      />
    </>
  )
}

function TabList() {
  const { matter } = useShell()
  if (!matter) return null
  return (
    <Tabs.List className="tabs" aria-label={t('ledger.which')}>
      <Tabs.Trigger value="matter">{t('ledger.ofMatter')}</Tabs.Trigger>
      <Tabs.Trigger value="program">{t('ledger.ofProgram')}</Tabs.Trigger>
    </Tabs.List>
  )
}

function CountWords({ count, since }: { readonly count: number; readonly since: string | undefined }) {
  return (
    <>
      {t('ledger.count', { count })}
      {since ? <span className="hide-narrow"> {t('ledger.since', { day: formatDate(since) })}</span> : null}
    </>
  )
}

type LedgerAsideProps = {
  readonly described: readonly DescribedEntry[]
  readonly names: NamedIds
  readonly shown: ShownEntry
  readonly verified: Verified | null
  /** Null: the ledger of the program. */
  readonly matter: string | null
  readonly onExport: () => void
}

/** Whether the chain holds, and all about the chosen entry. */
function LedgerAside({ described, names, shown, verified, matter, onExport }: LedgerAsideProps) {
  const { isOpened, close, show } = shown
  const chosen = described.find(({ entry }) => entry.seq === shown.chosen) ?? null
  return (
    <AsideColumn
      label={t('verification.title')}
      isPlain
      isWide
      isOpened={isOpened}
      focusKey={chosen?.entry.seq ?? ''}
      onClose={close}
    >
      <div className="bar">
        <h2>{t('verification.title')}</h2>
        <div className="end">
          {verified ? (
            <span className="small muted" data-testid="verified-at">
              {t('verification.endedIn', {
                time: formatTime(verified.at),
                took: formatSeconds(verified.ms),
              })}
            </span>
          ) : null}
          <Button look="quiet" isSmall className="only-sheet" onClick={close}>
            {t.rich('frame.buttons.closeByKey', TEXT_TAGS)}
          </Button>
        </div>
      </div>
      <div className="inset-4 stack-5">
        <div role="status">
          <Verification {...{ described, verified, matter, onShow: show, onExport }} />
        </div>
        {chosen ? <EntryDetail described={chosen} names={names} /> : null}
      </div>
    </AsideColumn>
  )
}
