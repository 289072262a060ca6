import type * as z from 'zod'

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
