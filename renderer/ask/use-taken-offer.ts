import { useEffect, useState } from 'react'
import type { Offer } from '../../contract/offer.ts'
import { useShell } from '../state/shell-context.ts'

/** The offer of this kind with which one came here from Ask; the next time one comes it is forgotten. */
export function useTakenOffer<K extends Offer['kind']>(
  matter: string | null,
  kind: K,
): Extract<Offer, { kind: K }> | null {
  const { offers } = useShell()
  const [taken] = useState(() => (matter === null ? null : offers.taken(matter, kind)))
  useEffect(() => {
    if (taken && matter !== null) offers.forget(matter)
  }, [taken, offers, matter])
  return taken
}
