import type * as z from 'zod'
import { Correction } from '../contract/card.ts'
import { Decision } from '../contract/decision.ts'
import { Opinion } from '../contract/opinion.ts'
import { Routing } from '../contract/routing.ts'
import type { OpenMatter } from './open-matters.ts'

/**
 * The rows of a table that can be read, in the shape of today. One that cannot, as an odd reply or a fault of ours may have left it, is
 * passed over and kept as it is, and takes no other with it; the doctor counts them.
 */
export function readableRows<T>(shape: z.ZodType<T>, rows: readonly unknown[]): readonly T[] {
  return rows.flatMap((row) => {
    const read = shape.safeParse(row)
    return read.success ? [read.data] : []
  })
}

/** How many rows of an open matter cannot be read. */
export function damagedRows({ store }: OpenMatter): number {
  const lost = (shape: z.ZodType, rows: readonly unknown[]) => rows.length - readableRows(shape, rows).length
  return (
    lost(Opinion, store.opinions.list()) +
    lost(Decision, store.decisions.list()) +
    lost(Routing, store.routings.list()) +
    lost(Correction, store.corrections.list()) +
    store.answers.damaged()
  )
}
