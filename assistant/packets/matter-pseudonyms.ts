import { randomInt } from 'node:crypto'
import * as z from 'zod'
import { IDENTIFIER_TYPES } from '../../disclosure/identifiers/identifier.ts'
import type { Entity, PseudonymMap } from '../../disclosure/pseudonyms/pseudonym-map.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { readableRows } from '../home/readable-rows.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

type Kept = Pick<OpenMatter, 'store'>

/** What stands for whom, as it is kept. */
export const KeptEntity = z.object({
  pseudonym: z.string(),
  type: z.enum(IDENTIFIER_TYPES),
  forms: z.array(z.string()),
  sex: z.enum(['f', 'm']).nullable(),
  birth: z.enum(['told', 'beside']).nullable().exactOptional(),
  bands: z.array(z.object({ years: z.number(), from: z.number(), to: z.number().nullable() })).exactOptional(),
})

export const SHIFT_KEY = 'dateShiftWeeks'
/** One to ten years, before or after; by whole weeks, so that weekdays stay. */
const LEAST_WEEKS = 52
const MOST_WEEKS = 520

/**
 * The map of a matter, with its secret shift of dates, which is drawn once. Throws `DAMAGED` where a part of it cannot be read: a name
 * would not be found in what leaves, or would get a second pseudonym, and two shifts tell both.
 */
export function matterPseudonyms(matter: Kept): PseudonymMap {
  const entities = knownEntities(matter)
  const known = new Set(entities.map(({ pseudonym }) => pseudonym))
  const damaged = matter.store.pseudonyms.list().filter(({ pseudonym }) => !known.has(pseudonym))
  if (damaged.length > 0)
    throw new Failure(
      'DAMAGED',
      message('failures.outgoing.damagedPseudonyms', {
        pseudonyms: { all: damaged.map(({ pseudonym }) => pseudonym) },
      }),
    )
  return { entities, shiftWeeks: shiftWeeks(matter.store.settings) }
}

/** Those that can be read, for what comes back. */
export function knownEntities({ store }: Kept): readonly Entity[] {
  return readableRows(KeptEntity, store.pseudonyms.list())
}

export function saveMatterPseudonyms({ store }: Kept, { entities }: PseudonymMap): void {
  store.pseudonyms.save(entities)
}

function shiftWeeks(settings: Kept['store']['settings']): number {
  const known = z.int().safeParse(settings.get(SHIFT_KEY)).data
  if (known !== undefined) return known
  if (settings.has(SHIFT_KEY)) throw new Failure('DAMAGED', message('failures.outgoing.damagedShift'))
  const drawn = randomInt(LEAST_WEEKS, MOST_WEEKS + 1) * (randomInt(2) === 0 ? 1 : -1)
  settings.set(SHIFT_KEY, drawn)
  return drawn
}
