import type { Offer } from '../../../contract/answers/offer.ts'

/** The offer that was taken in a matter, from the button in Ask to the place that it leads to. Its words stand in no address. */
export interface TakenOffers {
  take(matter: string, offer: Offer): void
  /** What was taken and not begun yet, of this kind; null: nothing. */
  taken<K extends Offer['kind']>(matter: string, kind: K): Extract<Offer, { kind: K }> | null
  forget(matter: string): void
}

export function createTakenOffers(): TakenOffers {
  const offers = new Map<string, Offer>()
  return {
    take: (matter, offer) => void offers.set(matter, offer),
    taken(matter, kind) {
      const offer = offers.get(matter)
      return offer?.kind === kind ? (offer as Extract<Offer, { kind: typeof kind }>) : null
    },
    forget: (matter) => void offers.delete(matter),
  }
}
