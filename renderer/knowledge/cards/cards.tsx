import type { Card } from '../../../contract/card.ts'
import { CardList } from './card-list.tsx'
import { CardPage } from './card-page.tsx'
import type { CardWork } from './use-card-work.ts'
import type { Testing } from './use-testing.ts'

type Props = {
  readonly cards: readonly Card[]
  readonly isSearched: boolean
  readonly work: CardWork | null
  readonly testing: Testing
  readonly onChoose: (card: string | null) => void
  readonly onRecord: () => void
}

/** The list of cards, and beside it the one that is chosen. */
export function Cards({ cards, isSearched, work, testing, onChoose, onRecord }: Props) {
  return (
    <div className="ksplit" data-open={work !== null}>
      <CardList cards={cards} isSearched={isSearched} chosen={work?.card.card ?? null} onChoose={onChoose} />
      {work ? (
        <CardPage work={work} testing={testing} onList={() => onChoose(null)} onRecord={onRecord} />
      ) : (
        <p className="soft kmain hide-narrow">Choose a card to read it, test it and approve it.</p>
      )}
    </div>
  )
}
