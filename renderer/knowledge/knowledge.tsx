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
import { CameAsDrafts, ImportPack, Packs, type TakenPack } from './packs.tsx'
import { RuleAside } from './rule-aside.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { findRules, RuleList } from './rule-list.tsx'
import { type ShownRule, useRules, useShownRule } from './use-shown-rule.ts'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { NewCard } from './cards/new-card.tsx'
import { packNames } from './pack-names.ts'
import { type FreshRule, NewRule } from './new-rule.tsx'

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
            <Rules rules={rules.value ?? []} words={words} packs={packs.value ?? []} shown={shown} />
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
  /** What is looked for among them. */
  readonly words: string
  readonly packs: readonly Pack[]
  readonly shown: ShownRule
}

function Rules({ rules, words, packs, shown }: RulesProps) {
  const { work, address, show, openSheet } = shown
  const names = packNames(packs)
  const found = findRules(inOrderOf(packs, rules), names, words)
  return (
    <div className="ksplit" data-open={work !== null}>
      <RuleList rules={found} packs={names} chosen={address} onChoose={(row) => show(`${row.pack}/${row.rule}`)} />
      {work ? (
        <RuleEditor
          work={work}
          packs={names}
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

/** Those of the packs that come first, first. */
function inOrderOf(packs: readonly Pack[], rules: readonly RuleRow[]): readonly RuleRow[] {
  const places = new Map(packs.map(({ pack }, index) => [pack, index]))
  const place = ({ pack }: RuleRow) => places.get(pack) ?? packs.length
  return rules.toSorted((one, other) => place(one) - place(other))
}

type KnowledgeDialog = 'card' | 'rule' | 'pack'

type Props = {
  readonly dialog: KnowledgeDialog | null
  /** Null until they are known. */
  readonly packs: readonly Pack[] | null
  readonly onCard: (card: string) => void
  readonly onFresh: (rule: FreshRule) => void
  readonly onClose: () => void
}

/** What is asked for before a card, a rule or a pack is there. */
function KnowledgeDialogs({ dialog, packs, onCard, onFresh, onClose }: Props) {
  const { place, replace } = useNavigation()
  const [withDrafts, setWithDrafts] = useState<TakenPack | null>(null)
  if (withDrafts) return <CameAsDrafts taken={withDrafts} onClose={() => setWithDrafts(null)} />
  if (dialog === 'card') return <NewCard onMade={onCard} onClose={onClose} />
  if (dialog === 'pack')
    return <ImportPack onTaken={(pack) => setWithDrafts(pack.toDraft > 0 ? pack : null)} onClose={onClose} />
  // Begun anew once the packs are known, a form would lose what was written into it.
  if (packs === null) return null
  const own = packs.filter(({ shipped }) => !shipped)
  if (dialog === 'rule') return <NewRule packs={own} onFresh={onFresh} onClose={onClose} />
  if (place.proposed === null) return null
  return (
    <ProposedRule
      key={place.proposed}
      decision={place.proposed}
      packs={own}
      onFresh={onFresh}
      onClose={() => replace({ proposed: null })}
    />
  )
}

type KnowledgeToolsProps = {
  readonly tab: KnowledgeTab
  readonly words: string
  readonly packs: readonly Pack[]
  readonly onWords: (words: string) => void
  readonly onDialog: (dialog: KnowledgeDialog) => void
}

/** At the end of the bar: the search of a list, and the way to a new card, rule or pack. */
function KnowledgeTools({ tab, words, packs, onWords, onDialog }: KnowledgeToolsProps) {
  if (tab === 'packs')
    return (
      <Button isSmall onClick={() => onDialog('pack')}>
        {t('knowledge.packs.import')}
      </Button>
    )
  const why = tab === 'rules' && !packs.some(({ shipped }) => !shipped) ? t('knowledge.needsPack') : null
  return (
    <>
      <input
        type="search"
        autoComplete="off"
        className="bar-search narrow"
        aria-label={t(`knowledge.searchLabels.${tab}`)}
        placeholder={t('knowledge.search')}
        value={words}
        onChange={({ target }) => onWords(target.value)}
      />
      {why ? <span className="small muted">{why}</span> : null}
      <Button isSmall whyOff={why} isWhyBeside onClick={() => onDialog(tab === 'cards' ? 'card' : 'rule')}>
        {t('knowledge.create')}
      </Button>
    </>
  )
}

type ProposedRuleProps = {
  readonly decision: string
  readonly packs: readonly Pack[]
  readonly onFresh: (rule: FreshRule) => void
  readonly onClose: () => void
}

/** The form of a new rule, begun with what was decided. It is in no pack until it is saved, which the gate refuses until it is sound. */
function ProposedRule({ decision, packs, onFresh, onClose }: ProposedRuleProps) {
  const { matter } = useShell()
  const { value, failure } = useLoaded(
    (of) => of.opinion.proposeRule,
    matter && { matter: matter.id, decisionId: decision },
  )
  if (failure)
    return (
      <Modal title={t('rules.create.title')} onClose={onClose}>
        <FailureNote failure={failure} />
      </Modal>
    )
  return value ? <NewRule packs={packs} begun={value} onFresh={onFresh} onClose={onClose} /> : null
}
