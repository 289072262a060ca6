import { CardScope } from '../../contract/card.ts'
import type { JsonSettings } from '../../store/stored-json.ts'

const KEY = 'cardScope'
const EVERYTHING: CardScope = { domains: null, jurisdictions: null }

/** Which cards a matter can get; all until a person narrows it. */
export function cardScope(settings: JsonSettings): CardScope {
  return CardScope.parse(settings.get(KEY) ?? EVERYTHING)
}

export function keepCardScope(settings: JsonSettings, scope: CardScope): void {
  settings.set(KEY, scope)
}
