import { DamagedEntries } from '../../parts/damaged-entries.tsx'
import type { Card } from '../../../contract/card.ts'
import { ROVING } from '../../keys/move-in-list.ts'
import { rovingList } from '../../keys/roving-list.ts'
import { CardStatusMark } from './card-status.tsx'
import { recordWords, scopeWords } from './card-words.ts'

type Props = {
  readonly cards: readonly Card[]
  /** There are cards, but none that is searched for. */
  readonly isSearched: boolean
  readonly chosen: string | null
  readonly onChoose: (card: string) => void
}

/** All cards, with where each is in its life and what it has done. */
export function CardList({ cards, isSearched, chosen, onChoose }: Props) {
  return (
    <nav className="klist" aria-label="Cards">
      {cards.length === 0 ? (
        <p className="soft p-2">
          {isSearched
            ? 'No card is called so.'
            : 'No cards yet. Open a wrong answer in Ask and choose “Correct…”, or write one here.'}
        </p>
      ) : null}
      <ul ref={rovingList}>
        {cards.map((card) => (
          <li key={card.card}>
            <button
              type="button"
              {...{ [ROVING]: '' }}
              data-testid="card"
              aria-current={chosen === card.card ? 'true' : undefined}
              onClick={() => onChoose(card.card)}
            >
              <span className="t">{card.title}</span>
              <span className="s">
                <CardStatusMark card={card} />
              </span>
              <span className="hh num">{recordWords(card)}</span>
              <span className="m">{scopeWords(card) || 'for every domain'}</span>
            </button>
          </li>
        ))}
      </ul>
      <DamagedEntries matter={null} kinds={['lesson']} />
    </nav>
  )
}
