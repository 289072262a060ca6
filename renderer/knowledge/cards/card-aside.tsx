import type { Card } from '../../../contract/card.ts'
import { AsideColumn } from '../../parts/aside-column.tsx'
import { HashText } from '../../parts/hash-text.tsx'
import { ViewerBar } from '../../viewer/viewer-bar.tsx'
import { formatDate } from '../../wording/format-time.ts'
import { CardTests } from './card-tests.tsx'
import { MISTAKES, originWords } from './card-words.ts'
import type { Testing } from './use-testing.ts'

type Props = {
  readonly card: Card | null
  readonly testing: Testing
  /** As a sheet, where the window is narrow. */
  readonly isOpened: boolean
  readonly onClose: () => void
}

/** Right of a card: what it has done, how it was tested, where it came from. */
export function CardAside({ card, testing, isOpened, onClose }: Props) {
  return (
    <AsideColumn label="Record of the card" isPlain isWide isOpened={isOpened} focusKey="" onClose={onClose}>
      {isOpened ? (
        <ViewerBar title="Does it help?" onClose={onClose} />
      ) : (
        <div className="bar">
          <h2>Does it help?</h2>
        </div>
      )}
      {card ? (
        <div className="grid gap-5 p-4" data-testid="record">
          <div className="grid grid-cols-3 gap-3">
            <Count value={card.helped} words="helped: wrong became right" />
            <Count value={card.hurt} words="hurt: right became wrong" />
            <Count value={card.retrieved} words="times given to the model" />
          </div>
          <section className="rule-top" aria-labelledby="card-tests">
            <h3 className="h" id="card-tests">
              Tests before approval
            </h3>
            <CardTests card={card} answers={testing.card === card.card ? testing.answers : []} />
          </section>
          <Origin card={card} />
          <p className="small soft">Harm is counted for ever. A card that hurts goes back to draft by itself.</p>
        </div>
      ) : (
        <p className="soft p-4">Choose a card to see here what it has done.</p>
      )}
    </AsideColumn>
  )
}

function Count({ value, words }: { readonly value: number; readonly words: string }) {
  return (
    <div>
      <p className="figure">{value}</p>
      <p className="small soft">{words}</p>
    </div>
  )
}

function Origin({ card }: { readonly card: Card }) {
  const { mistake, student, teacher, approvedBy, approvedOn, version, changedAt } = card
  return (
    <section aria-labelledby="card-origin">
      <h3 className="h" id="card-origin">
        Where it came from
      </h3>
      <dl className="kv">
        <dt>Mistake</dt>
        <dd>{MISTAKES[mistake]}</dd>
        {student ? (
          <>
            <dt>Student</dt>
            <dd>
              {student.id} <HashText hash={student.sha256} />
            </dd>
          </>
        ) : null}
        <dt>Written by</dt>
        <dd>
          {teacher}, {originWords(card)}
        </dd>
        {approvedBy ? (
          <>
            <dt>Approved</dt>
            <dd>
              {approvedBy}
              {approvedOn ? `, ${formatDate(approvedOn)}` : ''}
            </dd>
          </>
        ) : null}
        <dt>Version</dt>
        <dd>
          {version}, since {formatDate(changedAt)}
        </dd>
      </dl>
    </section>
  )
}
