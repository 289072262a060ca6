import type { Pack } from '../../contract/rule.ts'
import { NewCard } from './cards/new-card.tsx'
import { ImportPack } from './import-pack.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { type FreshRule, NewRule } from './new-rule.tsx'
import { ProposedRule } from './proposed-rule.tsx'

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
  if (dialog === 'card') return <NewCard onMade={onCard} onClose={onClose} />
  if (dialog === 'pack') return <ImportPack onClose={onClose} />
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
