import type * as z from 'zod'
import { NotFoundError } from './store-errors.ts'

/**
 * What rows hold, in the caller's shape. One that holds no object any more comes as its text, which fits no shape: its neighbours are read
 * all the same, and it stays where it is.
 */
export function jsonRows<T>(rows: readonly { readonly json: string }[]): readonly T[] {
  return rows.map(({ json }) => {
    const value = jsonIn(json)
    return (typeof value === 'object' && value !== null ? value : json) as T
  })
}

/** What one row holds. Throws `NotFoundError` where it holds no object any more: there is no such thing that could be shown. */
export function jsonObject<T>(json: string, what: string): T {
  const value = jsonIn(json)
  if (typeof value !== 'object' || value === null)
    throw new NotFoundError(`${what} is damaged, and cannot be read. It is kept as it is.`)
  return value as T
}

/** What one row holds that can be made again; null where it holds no object any more. */
export function jsonObjectOrNull<T>(json: string | undefined): T | null {
  const value = json === undefined ? null : jsonIn(json)
  return typeof value === 'object' ? (value as T | null) : null
}

/** The value that a text writes down; undefined: none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a column holds; where it is of no such shape, what the caller makes of its text, which stays where it is. */
export function jsonColumn<T>(text: string, shape: z.ZodType<T>, otherwise: (text: string) => T): T {
  const read = shape.safeParse(jsonIn(text))
  return read.success ? read.data : otherwise(text)
}

const LONGEST_SHOWN = 300

/** The same in a sentence for people, who are shown what there is. */
export function damagedWords(what: string, text: string): string {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text
  return `${what} is damaged. It is kept as it is: ${shown}`
}
