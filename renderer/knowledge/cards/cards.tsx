import type { Card } from '../../../contract/card.ts'
import { CardList } from './card-list.tsx'
import { CardPage } from './card-page.tsx'
import { findCards } from './card-words.ts'
import type { ShownCard } from './use-shown-card.ts'
import type { Testing } from './use-testing.ts'

type Props = {
  /** Null until they have been read. */
  readonly cards: readonly Card[] | null
  /** What is searched for. */
  readonly words: string
  readonly shown: ShownCard
  readonly testing: Testing
}

/** The list of cards, and beside it the one that is chosen. */
export function Cards({ cards, words, shown: { work, show, openSheet }, testing }: Props) {
  if (!cards) return null
  const isSearched = words.trim() !== ''
  return (
    <div className="ksplit" data-open={work !== null}>
      <CardList
        cards={findCards(cards, words)}
        isSearched={isSearched}
        chosen={work?.card.card ?? null}
        onChoose={show}
      />
      {work ? (
        <CardPage work={work} testing={testing} onList={() => show(null)} onRecord={() => openSheet(true)} />
      ) : (
        <p className="soft kmain hide-narrow">Choose a card to read it, test it and approve it.</p>
      )}
    </div>
  )
}
