import { useState } from 'react'
import type { Pack } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import type { KnowledgeTab } from '../state/place.ts'
import { useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { t } from '../../wording/translate.ts'
import { NewCard } from './cards/new-card.tsx'
import { CameAsDrafts, ImportPack, type TakenPack } from './pack-dialogs.tsx'
import { type FreshRule, NewRule } from './new-rule.tsx'

export type KnowledgeDialog = 'card' | 'rule' | 'pack'

type Props = {
  readonly dialog: KnowledgeDialog | null
  /** Null until they are known. */
  readonly packs: readonly Pack[] | null
  readonly onCard: (card: string) => void
  readonly onFresh: (rule: FreshRule) => void
  readonly onClose: () => void
}

/** What is asked for before a card, a rule or a pack is there. */
export function KnowledgeDialogs({ dialog, packs, onCard, onFresh, onClose }: Props) {
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
export function KnowledgeTools({ tab, words, packs, onWords, onDialog }: KnowledgeToolsProps) {
  if (tab === 'packs')
    return (
      <Button isSmall onClick={() => onDialog('pack')}>
        {t('knowledge.packs.import')}
      </Button>
    )
  const isOff = tab === 'rules' && !packs.some(({ shipped }) => !shipped)
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
      {isOff ? <span className="small muted">{t('knowledge.needsPack')}</span> : null}
      <Button isSmall isOff={isOff} onClick={() => onDialog(tab === 'cards' ? 'card' : 'rule')}>
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
