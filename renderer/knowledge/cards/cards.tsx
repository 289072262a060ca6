import type { Card, CardStatus } from '../../../contract/knowledge/card.ts'
import { ROVING, rovingList } from '../../keys/roving-list.ts'
import { Button } from '../../parts/button.tsx'
import { DamagedEntries } from '../../parts/damaged-entries.tsx'
import { Glyph, type Shape } from '../../parts/glyph.tsx'
import { StateMark, type Tone } from '../../parts/marks.tsx'
import { CardActions } from './card-actions.tsx'
import { CardFields } from './card-fields.tsx'
import { findCards, recordWords, scopeWords, validWords } from './card-words.ts'
import type { CardWork, ShownCard, Testing } from './use-shown-card.ts'

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

type CardListProps = {
  readonly cards: readonly Card[]
  /** There are cards, but none that is searched for. */
  readonly isSearched: boolean
  readonly chosen: string | null
  readonly onChoose: (card: string) => void
}

/** All cards, with where each is in its life and what it has done. */
function CardList({ cards, isSearched, chosen, onChoose }: CardListProps) {
  return (
    <nav className="klist" aria-label="Cards">
      {cards.length === 0 ? (
        <p className="soft inset-2">
          {isSearched
            ? 'No matching cards.'
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

type CardPageProps = {
  readonly work: CardWork
  readonly testing: Testing
  /** Back to the list, where that is a page of its own. */
  readonly onList: () => void
  /** Opens the record, where it has no column. */
  readonly onRecord: () => void
}

/** A card, to be read or edited. */
function CardPage({ work, testing, onList, onRecord }: CardPageProps) {
  const { card, text, isEditing } = work
  return (
    <article className="kmain" aria-label={card.title}>
      <p className="only-narrow small">
        <Button look="link" onClick={onList}>
          ‹ all cards
        </Button>
        <Button look="link" className="only-sheet beside-4" onClick={onRecord}>
          record
        </Button>
      </p>
      <div className="row-3">
        <h2 className="question">{card.title}</h2>
        <span className="push">
          <CardStatusMark card={card} />
        </span>
      </div>
      {isEditing ? <CardFields text={text} onText={work.edit} /> : <CardTextView card={card} />}
      <CardActions work={work} testing={testing} />
    </article>
  )
}

/** A card as it is read: its two named parts, and what it is for. */
function CardTextView({ card }: { readonly card: Card }) {
  const scope = scopeWords(card)
  return (
    <>
      <p className="small soft">
        {scope ? `For ${scope}.` : 'For every domain.'} {validWords(card)}{' '}
        {card.test?.lint.length === 0 ? 'Its checks found nothing of a matter in it.' : ''}
      </p>
      <section className="above-5" aria-labelledby="card-summary">
        <h3 className="h" id="card-summary">
          Learning summary <span className="muted">the line of thought, and what to watch for</span>
        </h3>
        <p className="read card-summary">{card.summary}</p>
      </section>
      <section className="above-5" aria-labelledby="card-knowledge">
        <h3 className="h" id="card-knowledge">
          Supplementary knowledge <span className="muted">definitions and rules, each with a source</span>
        </h3>
        {card.knowledge.length === 0 ? <p className="soft">None.</p> : null}
        <ul className="read ksup">
          {card.knowledge.map(({ text, source }) => (
            <li key={text}>
              {text}{' '}
              {source === null ? (
                <span className="small warn">
                  <Glyph shape="caution" /> no source yet
                </span>
              ) : (
                <span className="small soft">{source}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="rule-top above-5" aria-labelledby="card-trigger">
        <h3 className="h" id="card-trigger">
          Shown when a question looks like
        </h3>
        <p className="small mono soft">{card.trigger}</p>
        {card.always ? (
          <p className="small soft above-1">Always used where it fits, however sure the model is.</p>
        ) : null}
      </section>
    </>
  )
}

const MARKS: Readonly<Record<CardStatus, { readonly shape: Shape; readonly tone: Tone }>> = {
  draft: { shape: 'queued', tone: 'idle' },
  tested: { shape: 'partial', tone: 'info' },
  approved: { shape: 'ready', tone: 'ok' },
  retired: { shape: 'none', tone: 'idle' },
}

/** Where a card is in its life: only an approved one is used. */
function CardStatusMark({ card: { status, sentBack } }: { readonly card: Pick<Card, 'status' | 'sentBack'> }) {
  if (sentBack)
    return (
      <StateMark shape="caution" tone="warn">
        hurt, back to draft
      </StateMark>
    )
  return <StateMark {...MARKS[status]}>{status}</StateMark>
}
