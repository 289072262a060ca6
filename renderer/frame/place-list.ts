import type { PlaceName } from '../state/place.ts'

/** The places of the navigation in order; Alt and the number goes there. Places of later subjects are absent. */
export const PLACES: readonly { readonly name: PlaceName; readonly word: string; readonly needsMatter: boolean }[] = [
  { name: 'ask', word: 'Ask', needsMatter: true },
  { name: 'library', word: 'Library', needsMatter: true },
  { name: 'facts', word: 'Facts & rules', needsMatter: true },
  { name: 'opinion', word: 'Second opinion', needsMatter: true },
  { name: 'knowledge', word: 'Knowledge', needsMatter: false },
  { name: 'evaluation', word: 'Evaluation', needsMatter: false },
  { name: 'ledger', word: 'Ledger', needsMatter: false },
  { name: 'settings', word: 'Settings', needsMatter: false },
]
