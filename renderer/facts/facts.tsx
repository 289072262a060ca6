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
import { type FactsWork, useFactsWork } from './use-facts-work.ts'
import { type SheetWork, useSheetWork } from '../sheets/use-sheet-work.ts'
import { type Proposing, ReadFacts, useProposing } from './read-facts.tsx'
import { t } from '../../wording/translate.ts'
import { useState } from 'react'
import type { Fact, FactForm as Form } from '../../contract/knowledge/fact.ts'
import type { Conclusions } from '../../contract/knowledge/rule.ts'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import type { ProofTools } from '../proof/proof-tools.ts'
import { EditFact } from './form/edit-fact.tsx'
import { useFactActions } from './fact-actions.ts'
import { FactForm } from './form/fact-form.tsx'
import { PackChoice } from './matter-law.tsx'
import { Proposals } from './proposals.tsx'

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

type Props = {
  readonly form: Form
  readonly facts: readonly Fact[]
  readonly conclusions: Conclusions | null
  readonly tools: ProofTools
  readonly proposing: Proposing
  readonly onOpen: (fact: Fact) => void
  readonly onWhatIf: (conclusion: number) => void
  readonly onTryAgain: () => void
}

/** What waits for a yes, what is recorded, what follows from it. */
function FactsTab({ form, facts, conclusions, tools, proposing, onOpen, onWhatIf, onTryAgain }: Props) {
  const matter = useMatter().id
  const deciding = useFactActions(matter)
  const editing = useFactActions(matter)
  const adding = useFactActions(matter)
  // The relation to begin with; null: any; undefined: nothing is added.
  const [added, setAdded] = useState<string | null | undefined>(undefined)
  if (form.packs.length === 0)
    return (
      <>
        <h2 className="question">{t('facts.noRulesYet')}</h2>
        <p className="soft above-1 below-4">{t('facts.choosePack')}</p>
        <PackChoice used={form.packs} />
      </>
    )
  return (
    <div className="fact-parts">
      <Proposals facts={facts} relations={form.relations} actions={deciding} proposing={proposing} onOpen={onOpen}>
        <ReadFacts proposing={proposing} />
      </Proposals>
      <FactForm
        relations={form.relations}
        facts={facts}
        asked={askedKeys(conclusions)}
        actions={editing}
        onOpen={onOpen}
        onAdd={setAdded}
      />
      <DamagedEntries matter={matter} kinds={['fact']} />
      {conclusions ? (
        <ConclusionList conclusions={conclusions} tools={tools} onWhatIf={onWhatIf} onTryAgain={onTryAgain} />
      ) : null}
      <PackChoice used={form.packs} />
      {added === undefined ? null : (
        <EditFact
          title={t('facts.form.addFact')}
          relations={form.relations}
          fact={null}
          relation={added}
          submit={t('frame.buttons.add')}
          onSubmit={(input) => adding.set(input)}
          failure={adding.failure}
          onClose={() => setAdded(undefined)}
        />
      )}
    </div>
  )
}

/** The lines of the form for which a conclusion waits that one or two answers would decide, by the keys that lines have. */
export function askedKeys(conclusions: Conclusions | null): ReadonlySet<string> {
  const open = conclusions?.conclusions.filter((one) => one.holds === 'unknown' && isNear(one)) ?? []
  const missing = open.flatMap((one) => one.missing)
  return new Set(missing.map(({ relation, args }) => `${relation}(${args.map((arg) => arg ?? '').join(', ')})`))
}
