import { Tabs } from 'radix-ui'
import { Bar } from '../frame/bar.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/progress.tsx'
import { ConclusionList, isNear } from '../proof/conclusion-list.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { FACTS_TABS, type FactsTab as Tab } from '../state/place.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import type { KeptSheet } from '../../contract/knowledge/sheet.ts'
import type { Loaded } from '../state/use-loaded.ts'
import { useKeptSheets } from '../sheets/kept-sheets.tsx'
import { CaseSheets } from '../sheets/case-sheets.tsx'
import { AsOf } from './as-of.tsx'
import { Deadlines } from './deadlines.tsx'
import { FactsAside } from './facts-aside.tsx'
import { FactsTab } from './facts-tab.tsx'
import { type FactsWork, useFactsWork } from './use-facts-work.ts'
import { type SheetWork, useSheetWork } from '../sheets/use-sheet-work.ts'
import { useProposing } from './read-facts.tsx'
import { t } from '../../wording/translate.ts'

/** Facts and rules of a matter: what is recorded, what follows from it, what can be computed, and by when. */
export function Facts() {
  const matter = useMatter()
  const { settings } = useShell()
  const { place, replace } = useNavigation()
  const tab = place.factsTab
  const work = useFactsWork(matter.id)
  const sheet = useSheetWork(matter.id, work.asOf)
  const kept = useKeptSheets(matter.id)
  const { conclusions, shown } = work
  useKeys({ Escape: () => shown && work.close() }, settings.singleKeys)
  const turnTo = (chosen: string) => {
    work.forgetShown()
    replace({ factsTab: chosen as Tab })
  }
  return (
    <>
      <Tabs.Root asChild value={tab} onValueChange={turnTo}>
        <main className="work" id="work" tabIndex={-1}>
          <Bar
            title={t('window.places.facts')}
            middle={<TabList conclusions={conclusions} facts={work.facts} kept={kept.value ?? []} />}
          >
            <AsOf value={work.day} today={work.form?.today ?? ''} onValue={work.setDay} />
          </Bar>
          <div className="col facts-col">
            <FailureNote failure={work.failure ?? work.answering.failure} />
            {work.form || work.failure ? null : <Opening>{t('facts.opening')}</Opening>}
            <Contents work={work} sheet={sheet} kept={kept} />
          </div>
        </main>
      </Tabs.Root>
      <FactsAside tab={tab} work={work} sheet={sheet} />
    </>
  )
}

type TabListProps = Pick<FactsWork, 'conclusions' | 'facts'> & { readonly kept: readonly KeptSheet[] }

function TabList({ conclusions, facts, kept }: TabListProps) {
  const counts: Readonly<Partial<Record<Tab, number>>> = {
    sheets: kept.length,
    facts: facts.filter(({ state }) => state === 'confirmed').length,
    conclusions: conclusions?.conclusions.filter(isNear).length ?? 0,
    deadlines: conclusions?.ahead.length ?? 0,
  }
  return (
    <Tabs.List className="tabs" aria-label={t('facts.views')}>
      {FACTS_TABS.map((one) => (
        <Tabs.Trigger key={one} value={one}>
          {t(`facts.tabs.${one}`)}
          {counts[one] ? <span className="muted beside-1 hide-narrow">{counts[one]}</span> : null}
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  )
}

type ContentsProps = {
  readonly work: FactsWork
  readonly sheet: SheetWork
  readonly kept: Loaded<readonly KeptSheet[]>
}

function Contents({ work, sheet, kept }: ContentsProps) {
  const { form, facts, conclusions, tools, openFact, openWhatIf } = work
  const proposing = useProposing(useMatter().id)
  return (
    <>
      <Tabs.Content value="sheets">
        <CaseSheets
          work={sheet}
          kept={kept}
          proposing={proposing}
          onOpenFact={openFact}
          onOpenKept={({ goal, about, asOf }) => {
            work.setDay(asOf === form?.today ? '' : asOf)
            sheet.onChoose(goal, about)
          }}
          onSteps={work.openOwn}
        />
      </Tabs.Content>
      <Tabs.Content value="facts">
        {form ? (
          <FactsTab
            {...{ form, facts, conclusions, tools, proposing }}
            onOpen={openFact}
            onWhatIf={openWhatIf}
            onTryAgain={work.concludeAgain}
          />
        ) : null}
      </Tabs.Content>
      <Tabs.Content value="conclusions">
        {conclusions ? (
          <ConclusionList
            conclusions={conclusions}
            tools={tools}
            onWhatIf={openWhatIf}
            onTryAgain={work.concludeAgain}
          />
        ) : null}
      </Tabs.Content>
      <Tabs.Content value="deadlines">
        {conclusions ? (
          <Deadlines conclusions={conclusions} tools={tools} onWhatIf={openWhatIf} onTryAgain={work.concludeAgain} />
        ) : null}
      </Tabs.Content>
    </>
  )
}
