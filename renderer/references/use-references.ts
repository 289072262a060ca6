import type { Reference } from '../../contract/reference.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

/** The reference libraries, as they were when last opened: looking at the list connects to nothing. */
export function useReferences(): Loaded<readonly Reference[]> {
  return useLoaded(
    'references',
    (client, signal) => client.reference.list(undefined, { signal }),
    (event) => event.type === 'references-changed' || event.type === 'models-changed',
  )
}
