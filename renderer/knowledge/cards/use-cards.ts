import type { Card } from '../../../contract/card.ts'
import { type Loaded, useLoaded } from '../../state/use-loaded.ts'

/** All cards, newest first. */
export function useCards(): Loaded<readonly Card[]> {
  return useLoaded(
    'cards',
    (client, signal) => client.card.list(undefined, { signal }),
    ({ type }) => type === 'cards-changed',
  )
}
