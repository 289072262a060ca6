import { ageClass } from './age-class.ts'
import type { Entity, PseudonymMap } from './pseudonym-map.ts'
import { readDate, slashOrder } from './read-date.ts'
import { type DateMode, sayDates } from './say-dates.ts'

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
  // A date that a person put on the list leaves without anything, though the others leave exactly.
  const told =
    mode === 'exact'
      ? []
      : sayDates(
          dates.map(({ forms }) => readDate(forms[0] ?? '', order)),
          mode,
          shiftWeeks,
        )
  const ofDates = new Map(dates.map(({ pseudonym }, index) => [pseudonym, told[index] ?? '']))
  return new Map(
    used.map(({ pseudonym, type, forms, sex }) => {
      const detail = type === 'age' ? ageClass(forms[0] ?? '') : (ofDates.get(pseudonym) ?? sex)
      return [pseudonym, detail ? `[${pseudonym}, ${detail}]` : `[${pseudonym}]`]
    }),
  )
}
