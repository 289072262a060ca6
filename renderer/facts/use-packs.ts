import type { Pack } from '../../contract/rule.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

/** All packs of this computer, kept up to date. */
export function usePacks(): Loaded<readonly Pack[]> {
  return useLoaded(
    'packs',
    (client, signal) => client.pack.list(undefined, { signal }),
    ({ type }) => type === 'packs-changed',
  )
}
