import type { RuleRow } from '../../contract/rule.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

/** The rules of all packs. */
export function useRules(): Loaded<readonly RuleRow[]> {
  return useLoaded(
    'rules',
    (client, signal) => client.rule.list({ pack: null }, { signal }),
    ({ type }) => type === 'packs-changed',
  )
}
