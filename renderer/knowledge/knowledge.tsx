import { Tabs } from 'radix-ui'
import { useState } from 'react'
import { Bar } from '../frame/bar.tsx'
import { usePacks } from '../facts/use-fact-data.ts'
import type { Pack, RuleRow } from '../../contract/knowledge/rule.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { KNOWLEDGE_TABS, type KnowledgeTab } from '../state/place.ts'
import { t, texts } from '../../wording/translate.ts'
import { CardAside } from './cards/card-aside.tsx'
import { Cards } from './cards/cards.tsx'
import { useCards, useShownCard, useTesting } from './cards/use-shown-card.ts'
import { type KnowledgeDialog, KnowledgeDialogs, KnowledgeTools } from './knowledge-dialogs.tsx'
import { Packs } from './packs.tsx'
import { RuleAside } from './rule-aside.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { findRules, RuleList } from './rule-list.tsx'
import { type ShownRule, useRules, useShownRule } from './use-shown-rule.ts'

/** What the program knows apart from the documents: lessons from mistakes, rules, and the packs in which these come. */
export function Knowledge() {
  const { place, replace } = useNavigation()
  const tab = place.knowledgeTab
  const packs = usePacks()
  const rules = useRules()
  const cards = useCards()
  const shown = useShownRule()
  const shownCard = useShownCard(cards.value ?? [])
  const testing = useTesting()
  const [words, setWords] = useState('')
  const [dialog, setDialog] = useState<KnowledgeDialog | null>(null)
  return (
    <>
      <Tabs.Root asChild value={tab} onValueChange={(to) => replace({ knowledgeTab: to as KnowledgeTab })}>
        <main className="work" id="work" tabIndex={-1}>
          <Bar title={t('window.places.knowledge')} middle={<TabList {...countsOf(cards, rules, packs)} />}>
            <KnowledgeTools tab={tab} words={words} packs={packs.value ?? []} onWords={setWords} onDialog={setDialog} />
          </Bar>
          <Tabs.Content value="cards">
            <FailureNote failure={cards.failure} />
            <Cards cards={cards.value} words={words} shown={shownCard} testing={testing} />
          </Tabs.Content>
          <Tabs.Content value="rules">
            <FailureNote failure={rules.failure} />
            <Rules rules={findRules(rules.value ?? [], words)} packs={packs.value ?? []} shown={shown} />
          </Tabs.Content>
          <Tabs.Content value="packs" className="col full">
            <FailureNote failure={packs.failure} />
            {packs.value ? <Packs packs={packs.value} /> : null}
          </Tabs.Content>
        </main>
      </Tabs.Root>
      {tab === 'rules' ? (
        <RuleAside work={shown.work} isOpened={shown.isSheet} onClose={() => shown.openSheet(false)} />
      ) : null}
      {tab === 'cards' ? (
        <CardAside
          work={shownCard.work}
          testing={testing}
          isOpened={shownCard.isSheet}
          onClose={() => shownCard.openSheet(false)}
        />
      ) : null}
      <KnowledgeDialogs
        dialog={dialog}
        packs={packs.value}
        onCard={shownCard.show}
        onFresh={shown.begin}
        onClose={() => setDialog(null)}
      />
    </>
  )
}

type Listed = { readonly value: readonly unknown[] | null }

function countsOf(cards: Listed, rules: Listed, packs: Listed) {
  return { cards: cards.value?.length, rules: rules.value?.length, packs: packs.value?.length }
}

function TabList(counts: Readonly<Record<KnowledgeTab, number | undefined>>) {
  const names = texts('knowledge.tabs')
  return (
    <Tabs.List className="tabs" aria-label={t('knowledge.views')}>
      {KNOWLEDGE_TABS.map((one) => (
        <Tabs.Trigger key={one} value={one}>
          {names[one]} <span className="muted beside-1">{counts[one]}</span>
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  )
}

type RulesProps = {
  readonly rules: readonly RuleRow[]
  readonly packs: readonly Pack[]
  readonly shown: ShownRule
}

function Rules({ rules, packs, shown }: RulesProps) {
  const { work, address, show, openSheet } = shown
  return (
    <div className="ksplit" data-open={work !== null}>
      <RuleList rules={rules} chosen={address} onChoose={(row) => show(`${row.pack}/${row.rule}`)} />
      {work ? (
        <RuleEditor
          work={work}
          shipped={packs.find(({ pack, shipped }) => shipped && pack === work.pack) ?? null}
          onCopied={(pack) => show(work.row ? `${pack}/${work.row.rule}` : null)}
          onList={() => show(null)}
          onTests={() => openSheet(true)}
          onSaved={(rule) => show(`${work.pack}/${rule}`)}
        />
      ) : (
        <p className="soft kmain hide-narrow">{t('rules.choose')}</p>
      )}
    </div>
  )
}
