import type { Offer } from '../../contract/offer.ts'
import { offerWords } from '../../contract/offer-words.ts'
import { Button } from '../parts/button.tsx'

type Props = {
  readonly offer: Offer
  readonly isTaken: boolean
  readonly onTake: () => void
  readonly onLeave: () => void
}

/** Another way that suits the question better, under it from the first; the answer goes on being written until it is taken. */
export function OfferRow({ offer, isTaken, onTake, onLeave }: Props) {
  const { asks, does, time, take } = offerWords(offer)
  return (
    <section className="offer" aria-label="Another kind of answer" data-testid="offer">
      <p>
        {asks} <b>{does}</b>
        {time === '' ? '.' : <span className="muted"> ({time})</span>}
      </p>
      <div className="btns">
        <Button isSmall aria-pressed={isTaken} onClick={onTake}>
          {take}
        </Button>
        <Button isSmall aria-pressed={!isTaken} onClick={onLeave}>
          Answer from the passages
        </Button>
      </div>
    </section>
  )
}
