import { readAge } from './age-bands.ts'
import type { Entity, PseudonymMap } from './pseudonym-map.ts'
import { readDate, slashOrder } from './read-date.ts'
import { type DateMode, type SaidDates, sayDates } from './say-dates.ts'

/**
 * The pseudonyms of a packet as they leave, with what reasoning needs of them: `[PERSON-2, f]`, `[DATE-3, day 185, Tuesday]`,
 * `[AGE-1, 70 to 79]`.
 */
export function sayEntities(
  used: readonly Entity[],
  { entities, shiftWeeks }: PseudonymMap,
  mode: DateMode,
): ReadonlyMap<string, string> {
  const order = slashOrder(entities.flatMap(({ type, forms }) => (type === 'date' ? forms : [])))
  const dates = used.filter(({ type }) => type === 'date')
  const ages = new Map(used.flatMap(({ type, pseudonym, forms }) => agesOf(type, pseudonym, forms[0])))
  const ofPacket = dates.map(({ forms, birth = null }) => ({ range: readDate(forms[0] ?? '', order), birth }))
  // A date that a person put on the list leaves without anything, though the others leave exactly.
  const said = sayDates(
    mode === 'exact' ? [] : ofPacket,
    [...ages.values()],
    mode === 'exact' ? 'day' : mode,
    shiftWeeks,
  )
  const details = new Map([...ofDates(dates, said), ...ofAges(ages, said)])
  return new Map(
    used.map(({ pseudonym, sex }) => {
      const detail = details.get(pseudonym) ?? sex
      return [pseudonym, detail ? `[${pseudonym}, ${detail}]` : `[${pseudonym}]`]
    }),
  )
}

type Ages = ReadonlyMap<string, NonNullable<ReturnType<typeof readAge>>>

function agesOf(type: Entity['type'], pseudonym: string, form = '') {
  const age = type === 'age' ? readAge(form) : null
  return age ? [[pseudonym, age] as const] : []
}

function ofDates(dates: readonly Entity[], said: SaidDates) {
  return dates.map(({ pseudonym }, index) => [pseudonym, said.dates[index] ?? ''] as const)
}

function ofAges(ages: Ages, said: SaidDates) {
  return [...ages].map(([pseudonym, { years }]) => [pseudonym, said.ageBand(years)] as const)
}
