import type * as z from 'zod'
import { damagedError } from '../../store/stored-json.ts'

/**
 * The rows of a table that can be read, in the shape of today. One that cannot, as an odd reply or a fault of ours may have left it, is
 * passed over and kept as it is, and takes no other with it; it is shown beside the list (`damaged-entries.ts`).
 */
export function readableRows<T>(shape: z.ZodType<T>, rows: readonly unknown[]): readonly T[] {
  return rows.flatMap((row) => {
    const read = shape.safeParse(row)
    return read.success ? [read.data] : []
  })
}

/** One row that was asked for. Throws `NotFoundError` where it cannot be read: `what` says which it is, "The run 3". */
export function readableRow<T>(shape: z.ZodType<T>, row: unknown, what: string): T {
  const read = shape.safeParse(row)
  if (!read.success) throw damagedError(what)
  return read.data
}
