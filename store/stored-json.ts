import type * as z from 'zod'
import { messageSchema } from '../contract/message.ts'
import type { CipherDatabase } from './cipher-database.ts'
import { Failure } from '../wording/failure.ts'
import { message, type Message, verbatim } from '../wording/message.ts'

/** Values that JSON can hold, by key. The caller knows their shapes and checks what it reads. */
export interface JsonSettings {
  /** Undefined when it was never set, or is damaged: `has` tells which. */
  get(key: string): unknown
  has(key: string): boolean
  /** What was damaged before stays beside it, under a key of its own. */
  set(key: string, value: unknown): void
  remove(key: string): void
  /** Undefined for what is damaged. */
  all(): Readonly<Record<string, unknown>>
}

const DAMAGED_ENDING = ' (damaged)'

/** Whether a setting is what stood there before another was set: nobody needs it. */
export function isReplacedSetting(key: string): boolean {
  return key.endsWith(DAMAGED_ENDING)
}

/** Over the table `settings`, which both kinds of store have. */
export function createJsonSettings(database: CipherDatabase): JsonSettings {
  const select = database.prepare<{ json: string }>('SELECT json FROM settings WHERE key = ?')
  const selectAll = database.prepare<{ key: string; json: string }>('SELECT key, json FROM settings ORDER BY key')
  const upsert = database.prepare(
    'INSERT INTO settings (key, json) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json',
  )
  const remove = database.prepare('DELETE FROM settings WHERE key = ?')
  return {
    get(key) {
      const row = select.get(key)
      return row && jsonIn(row.json)
    },
    has: (key) => select.get(key) !== undefined,
    set: (key, value) =>
      database.transaction(() => {
        const before = select.get(key)?.json
        if (before !== undefined && jsonIn(before) === undefined) upsert.run(key + DAMAGED_ENDING, before)
        upsert.run(key, JSON.stringify(value))
      }),
    remove: (key) => void remove.run(key),
    all: () => Object.fromEntries(selectAll.all().map(({ key, json }) => [key, jsonIn(json)])),
  }
}

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

/** What one row holds. Throws `NOT_FOUND` where it holds no object any more: there is no such thing that could be shown. */
export function jsonObject<T>(json: string, what: Message): T {
  const value = jsonIn(json)
  if (typeof value !== 'object' || value === null) throw damagedError(what)
  return value as T
}

/** Of one thing that was asked for: `what` says which, "The run". */
export function damagedError(what: Message): Failure {
  return new Failure('NOT_FOUND', message('failures.store.damagedThing', { what }))
}

/** What one row holds; null where it holds no object any more. */
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

/** As much of a damaged text as people are shown of it. */
export function shownText(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text
}

/** What a column of words holds, which older versions wrote as they are said. */
export function messageColumn(text: string): Message {
  return jsonColumn<Message>(text, messageSchema, verbatim)
}
