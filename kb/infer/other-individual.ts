import type { NameValue, Value } from '../values/value.ts'

/**
 * Whoever nobody recorded, for name types that are open. Where an input is to be asked for, some individual that no fact
 * names may have it: a claim may have a claimant though none is recorded. One stand-in is enough for all of them, since
 * nothing tells them apart; it occurs in possible rows only and is never answered. No name of a pack can be equal to it.
 */
export const OTHER: NameValue = { kind: 'name', name: '\u0000another' }

export function isOther(value: Value): boolean {
  return value.kind === 'name' && value.name === OTHER.name
}
