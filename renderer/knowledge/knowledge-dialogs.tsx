import type { Pack } from '../../contract/rule.ts'
import { NewCard } from './cards/new-card.tsx'
import { ImportPack } from './import-pack.tsx'
import { type FreshRule, NewRule } from './new-rule.tsx'

export type KnowledgeDialog = 'card' | 'rule' | 'pack'

type Props = {
  readonly dialog: KnowledgeDialog | null
  readonly packs: readonly Pack[]
  readonly onCard: (card: string) => void
  readonly onFresh: (rule: FreshRule) => void
  readonly onClose: () => void
}

/** What is asked for before a card, a rule or a pack is there. */
export function KnowledgeDialogs({ dialog, packs, onCard, onFresh, onClose }: Props) {
  if (dialog === 'card') return <NewCard onMade={onCard} onClose={onClose} />
  if (dialog === 'pack') return <ImportPack onClose={onClose} />
  if (dialog === null) return null
  return <NewRule packs={packs.filter(({ shipped }) => !shipped)} onFresh={onFresh} onClose={onClose} />
}
