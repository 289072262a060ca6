import * as z from 'zod'
import { damagedError } from '../../store/stored-json.ts'
import type { Message } from '../../wording/message.ts'

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

/** The same of a list that is one value. */
export function readableList<T>(shape: z.ZodType<T>, value: unknown): readonly T[] {
  return Array.isArray(value) ? readableRows(shape, value) : []
}

/** The same of a record that is one value. */
export function readableRecord<T>(shape: z.ZodType<T>, value: unknown): Readonly<Record<string, T>> {
  const entries = entriesOf(value).flatMap(([key, one]) => {
    const read = shape.safeParse(one)
    return read.success ? [[key, read.data] as const] : []
  })
  return Object.fromEntries(entries)
}

/** Of the parts of an object those that fit: the caller has a default for each. */
export function readableParts<Shape extends z.core.$ZodShape>(
  shape: z.ZodObject<Shape>,
  value: unknown,
): Partial<z.infer<z.ZodObject<Shape>>> {
  const given = Object.fromEntries(entriesOf(value))
  const known = Object.entries(shape.shape).flatMap(([key, part]) => {
    const read = z.safeParse(part, given[key])
    return Object.hasOwn(given, key) && read.success ? [[key, read.data] as const] : []
  })
  return Object.fromEntries(known) as Partial<z.infer<z.ZodObject<Shape>>>
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

/** One row that was asked for. Throws `NOT_FOUND` where it cannot be read: `what` says which it is, "The run 3". */
export function readableRow<T>(shape: z.ZodType<T>, row: unknown, what: Message): T {
  const read = shape.safeParse(row)
  if (!read.success) throw damagedError(what)
  return read.data
}
