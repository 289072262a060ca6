import { type Offer, offerWords } from '../../../contract/answers/offer.ts'
import { Button } from '../../parts/button.tsx'
import { sheetPlace } from '../../sheets/use-sheet-work.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { AS_MEASURED } from '../question/how-to-answer.ts'
import { exactGlob } from '../../library/document-picker.tsx'
import { t } from '../../../wording/translate.ts'

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
    <section className="offer" aria-label={t('ask.answer.offer')} data-testid="offer">
      <p>
        {asks} <b>{does}</b>
        {time === '' ? '.' : <span className="muted"> ({time})</span>}
      </p>
      <div className="btns">
        <Button isSmall aria-pressed={isTaken} onClick={onTake}>
          {take}
        </Button>
        <Button isSmall aria-pressed={!isTaken} onClick={onLeave}>
          {t('ask.answer.leaveOffer')}
        </Button>
      </div>
    </section>
  )
}

/** Stops what is written of an answer and does what was offered instead; `answerId`: the answer beside which it was offered. */
export function useTakeOffer(): (offer: Offer, answerId: string) => void {
  const matter = useMatter().id
  const { asking, offers } = useShell()
  const { go } = useNavigation()
  return (offer, answerId) => {
    if (asking.isWriting(matter, answerId)) asking.stop(matter)
    if (offer.kind === 'each') {
      for (const { document, question } of offer.parties)
        asking.ask({
          matter,
          question,
          follows: null,
          partOf: answerId,
          documents: [exactGlob(document)],
          asOf: null,
          how: AS_MEASURED,
        })
      return
    }
    if (offer.kind === 'calculator') return go(sheetPlace(matter, offer.name))
    offers.take(matter, offer)
    go({ name: 'library', libraryTab: offer.kind })
  }
}
