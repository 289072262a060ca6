import { type Message, message } from '../../../wording/message.ts'
import * as z from 'zod'
import { isLawIn } from '../../../kb/infer/jurisdiction.ts'
import type { JsonSettings } from '../../../store/stored-json.ts'
import type { PackView } from '../kernel/kernel-methods.ts'
import { lawPlace } from '../../../wording/law-place.ts'

const PACKS_KEY = 'packs'

/** The packs that a matter uses, in the order in which they were chosen. What another version left in another shape counts as none. */
export function packsOf(settings: JsonSettings): readonly string[] {
  return z.array(z.string()).safeParse(settings.get(PACKS_KEY)).data ?? []
}

export function usePack(settings: JsonSettings, pack: string, on: boolean): void {
  const others = packsOf(settings).filter((name) => name !== pack)
  settings.set(PACKS_KEY, on ? [...others, pack] : others)
}

const JURISDICTION_KEY = 'jurisdiction'

/** The law that a matter is under; null: not said, so that each of its packs counts. */
export function jurisdictionOf(settings: JsonSettings): string | null {
  return z.string().safeParse(settings.get(JURISDICTION_KEY)).data ?? null
}

export function keepJurisdiction(settings: JsonSettings, jurisdiction: string | null): void {
  settings.set(JURISDICTION_KEY, jurisdiction)
}

/** Which rules are not used for a matter because they are law of another place, said once for a pack and place. */
export function rulesNotUsed({ packs, rules }: PackView, jurisdiction: string | null): readonly Message[] {
  if (jurisdiction === null) return []
  return packs.flatMap(({ id, title }) => {
    const own = rules.filter(({ pack }) => pack === id)
    const elsewhere = own.flatMap((rule) =>
      rule.jurisdiction === null || isLawIn(rule.jurisdiction, jurisdiction) ? [] : rule.jurisdiction,
    )
    return [...Map.groupBy(elsewhere, (place) => place)].map(([place, { length: count }]) => {
      const said = { title, place: lawPlace(place), law: lawPlace(jurisdiction), count }
      return count === own.length
        ? message('rules.otherLaw.pack', said)
        : message('rules.otherLaw.rules', { ...said, of: own.length })
    })
  })
}
