import { randomInt } from 'node:crypto'
import * as z from 'zod'
import type { Entity, PseudonymMap } from '../../disclosure/pseudonyms/pseudonym-map.ts'
import type { OpenMatter } from '../home/open-matters.ts'

const SHIFT = 'dateShiftWeeks'
/** One to ten years, before or after; by whole weeks, so that weekdays stay. */
const LEAST_WEEKS = 52
const MOST_WEEKS = 520

/** The map of a matter, with its secret shift of dates, which is drawn once. */
export function matterPseudonyms({ store }: Pick<OpenMatter, 'store'>): PseudonymMap {
  return { entities: store.pseudonyms.list() as readonly Entity[], shiftWeeks: shiftWeeks(store.settings) }
}

export function saveMatterPseudonyms({ store }: Pick<OpenMatter, 'store'>, { entities }: PseudonymMap): void {
  store.pseudonyms.save(entities)
}

function shiftWeeks(settings: OpenMatter['store']['settings']): number {
  const known = z.int().safeParse(settings.get(SHIFT)).data
  if (known !== undefined) return known
  const drawn = randomInt(LEAST_WEEKS, MOST_WEEKS + 1) * (randomInt(2) === 0 ? 1 : -1)
  settings.set(SHIFT, drawn)
  return drawn
}
