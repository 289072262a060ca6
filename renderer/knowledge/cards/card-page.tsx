import { Button } from '../../parts/button.tsx'
import { CardActions } from './card-actions.tsx'
import { CardFields } from './card-fields.tsx'
import { CardStatusMark } from './card-status.tsx'
import { CardTextView } from './card-text.tsx'
import type { CardWork } from './use-card-work.ts'
import type { Testing } from './use-testing.ts'

type Props = {
  readonly work: CardWork
  readonly testing: Testing
  /** Back to the list, where that is a page of its own. */
  readonly onList: () => void
  /** Opens the record, where it has no column. */
  readonly onRecord: () => void
}

/** A card, to be read or edited. */
export function CardPage({ work, testing, onList, onRecord }: Props) {
  const { card, text, isEditing } = work
  return (
    <article className="kmain" aria-label={card.title}>
      <p className="only-narrow small">
        <Button look="link" onClick={onList}>
          ‹ all cards
        </Button>
        <Button look="link" className="only-sheet ml-4" onClick={onRecord}>
          record
        </Button>
      </p>
      <div className="flex items-baseline gap-3">
        <h2 className="question">{card.title}</h2>
        <span className="ml-auto">
          <CardStatusMark card={card} />
        </span>
      </div>
      {isEditing ? <CardFields text={text} onText={work.edit} /> : <CardTextView card={card} />}
      <CardActions work={work} testing={testing} />
    </article>
  )
}
