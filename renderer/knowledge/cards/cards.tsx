import type { Card, CardStatus } from '../../../contract/knowledge/card.ts'
import { ROVING, rovingList } from '../../keys/roving-list.ts'
import { Button } from '../../parts/button.tsx'
import { DamagedEntries } from '../../parts/damaged-entries.tsx'
import { Glyph, type Shape } from '../../parts/glyph.tsx'
import { StateMark, type Tone } from '../../parts/marks.tsx'
import { t } from '../../../wording/translate.ts'
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
        <p className="soft kmain hide-narrow">{t('knowledge.lessons.choose')}</p>
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
    <nav className="klist" aria-label={t('knowledge.lessons.label')}>
      {cards.length === 0 ? (
        <p className="soft inset-2">{t(isSearched ? 'knowledge.lessons.noMatch' : 'knowledge.lessons.none')}</p>
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
              <span className="m">{scopeWords(card) || t('knowledge.lessons.everyField')}</span>
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
  const { card, text, correction, isEditing } = work
  return (
    <article className="kmain" aria-label={card.title}>
      <p className="only-narrow small">
        <Button look="link" onClick={onList}>
          {t('knowledge.lessons.all')}
        </Button>
        <Button look="link" className="only-sheet beside-4" onClick={onRecord}>
          {t('knowledge.lessons.record')}
        </Button>
      </p>
      <div className="row-3">
        <h2 className="question">{card.title}</h2>
        <span className="push">
          <CardStatusMark card={card} />
        </span>
      </div>
      {isEditing ? (
        <CardFields
          text={text}
          isFromCorrection={card.summary === '' && correction?.from === 'user'}
          onText={work.edit}
        />
      ) : (
        <CardTextView card={card} />
      )}
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
        {scope ? t('knowledge.lessons.scope', { scope }) : t('knowledge.lessons.scopeAll')} {validWords(card)}{' '}
        {card.test?.lint.length === 0 ? t('knowledge.lessons.noCaseDetails') : ''}
      </p>
      <section className="above-5" aria-labelledby="card-summary">
        <h3 className="h" id="card-summary">
          {t('knowledge.lessons.summary')} <span className="muted">{t('knowledge.lessons.summaryHint')}</span>
        </h3>
        <p className="read card-summary">{card.summary}</p>
      </section>
      <section className="above-5" aria-labelledby="card-knowledge">
        <h3 className="h" id="card-knowledge">
          {t('knowledge.lessons.knowledge')} <span className="muted">{t('knowledge.lessons.knowledgeHint')}</span>
        </h3>
        {card.knowledge.length === 0 ? <p className="soft">{t('knowledge.lessons.noKnowledge')}</p> : null}
        <ul className="read ksup">
          {card.knowledge.map(({ text, source }) => (
            <li key={text}>
              {text}{' '}
              {source === null ? (
                <span className="small warn">
                  <Glyph shape="caution" /> {t('knowledge.lessons.noSource')}
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
          {t('knowledge.lessons.trigger')}
        </h3>
        <p className="small mono soft">{card.trigger}</p>
        {card.always ? <p className="small soft above-1">{t('knowledge.lessons.always')}</p> : null}
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
        {t('knowledge.lessons.sentBack')}
      </StateMark>
    )
  return <StateMark {...MARKS[status]}>{t(`knowledge.lessons.status.${status}`)}</StateMark>
}
