import { type Offer, offerWords } from '../../../contract/answers/offer.ts'
import { Button } from '../../parts/button.tsx'
import { sheetPlace } from '../../sheets/use-sheet-work.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { AS_MEASURED } from '../question/how-to-answer.ts'
import { exactGlob } from '../../library/document-picker.tsx'
import { t } from '../../../wording/translate.ts'
import { messageText } from '../../../wording/message-text.ts'
import { useId } from 'react'
import { costWords, type Routing } from '../../../contract/answers/routing.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'
import { useLoaded } from '../../state/use-loaded.ts'

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

/** Whether a second opinion may help with an answer: why, what it would cost, and two ways on. Nothing is asked from here. */
export function Suggestion({ answerId }: { readonly answerId: string }) {
  const matter = useMatter().id
  const routing = useLoaded((of) => of.routing.get, { matter, answerId })
  if (routing.value?.withheld === 'network-off') return <Withheld routing={routing.value} />
  if (!routing.value?.suggested) return null
  return routing.value.outcome === 'none' ? (
    <Open routing={routing.value} onDismissed={routing.reload} />
  ) : (
    <p className="small muted above-3" data-testid="suggestion-decided">
      {routing.value.outcome === 'asked' ? t('ask.suggestion.asked') : t('ask.suggestion.dismissed')}
    </p>
  )
}

/** Nothing could be asked now; the reasons are worth knowing all the same. */
function Withheld({ routing: { reasons } }: { readonly routing: Routing }) {
  return (
    <p className="small muted above-3" data-testid="suggestion-withheld">
      {t('ask.suggestion.withheld', { reasons: reasons.map(({ text }) => messageText(text)).join('; ') })}
    </p>
  )
}

type OpenProps = { readonly routing: Routing; readonly onDismissed: () => void }

function Open({ routing: { answerId, reasons, cost }, onDismissed }: OpenProps) {
  const client = useClient()
  const matter = useMatter().id
  const { go } = useNavigation()
  const action = useAction()
  const title = useId()
  const dismiss = async () => {
    if (await action.run(() => client.routing.dismiss({ matter, answerId }), t('ask.suggestion.kept'))) onDismissed()
  }
  return (
    <div className="suggest" role="group" aria-labelledby={title} data-testid="suggestion">
      <h3 className="h" id={title}>
        {t('ask.suggestion.title')}
      </h3>
      <ul className="small soft" aria-label={t('ask.suggestion.reasons')}>
        {reasons
          .map(({ text }) => messageText(text))
          .map((words) => (
            <li key={words}>{words}</li>
          ))}
      </ul>
      {cost ? (
        <ul className="small muted" aria-label={t('ask.suggestion.cost')}>
          {costWords(cost).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <div className="btns">
        <Button isSmall onClick={() => go({ name: 'opinion', answer: answerId, packet: null, consultation: null })}>
          {t('ask.suggestion.prepare')}
        </Button>
        <Button look="quiet" isSmall isBusy={action.isBusy} onClick={() => void dismiss()}>
          {t('ask.suggestion.dismiss')}
        </Button>
      </div>
      <FailureNote failure={action.failure} />
    </div>
  )
}
