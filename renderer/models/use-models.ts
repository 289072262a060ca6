import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import type { Computer, ModelRow } from '../../contract/model.ts'

export type Models = { readonly computer: Computer; readonly models: readonly ModelRow[] }

/** The models of the catalogue and of this computer, and what this computer has. */
export function useModels(): Loaded<Models> {
  return useLoaded(
    'models',
    (client, signal) => client.model.list(undefined, { signal }),
    (event) => event.type === 'models-changed' || event.type === 'status-changed',
  )
}
