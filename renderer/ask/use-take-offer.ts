import type { Offer } from '../../contract/offer.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { sheetPlace } from '../sheets/use-sheet-work.ts'
import { exactGlob } from './document-globs.ts'
import { AS_MEASURED } from './how-to-answer.ts'

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
