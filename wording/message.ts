import type { ICUArgs, MessageKeys, NestedKeyOf, NestedValueOf } from 'use-intl/core'
import type { Messages } from './translate.ts'

/**
 * What the engine says, before it is put into words: the key of a text of the catalogue, and its values. It travels, and is kept, in
 * this form; each surface puts it into its own language.
 */
export type Message = { readonly key: string; readonly values: Readonly<Record<string, MessageValue>> }

/** A value whose words depend on the language is sent as what it is. `bytes` is a size in powers of ten, `memory` in powers of two. */
export type MessageValue =
  | string
  | number
  | Message
  | { readonly bytes: number }
  | { readonly memory: number }
  /** A number as rules hold it, `1.5`. */
  | { readonly figure: string }
  /** ISO, a time or a day of the calendar. */
  | { readonly date: string }
  /** `a, b and c`. */
  | { readonly all: readonly (string | Message)[] }
  /** `a, b or c`. */
  | { readonly any: readonly (string | Message)[] }

/** The path of a text in the catalogue, as `failures.documents.gone`. */
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>
type Arguments<Key extends MessageKey> = ICUArgs<
  NestedValueOf<Messages, Key>,
  { ICUArgument: MessageValue; ICUNumberArgument: number; ICUDateArgument: never }
>

/** A text of the catalogue with its values, which the compiler checks: `message('failures.noPage', { document, page })`. */
export function message<Key extends MessageKey>(
  key: Key,
  ...[values]: keyof Arguments<Key> extends never ? [] : [values: Arguments<Key>]
): Message {
  return { key, values: (values ?? {}) as Message['values'] }
}

/** Several sentences, one behind the other. */
export function sentences(first: Message, ...more: readonly Message[]): Message {
  return more.reduce((before, then) => message('language.sentences', { first: before, then }), first)
}

/** Whether something of unknown shape, such as a part of a result, is a message. */
export function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null || !('key' in value && 'values' in value)) return false
  return Object.keys(value).length === 2 && typeof value.key === 'string' && typeof value.values === 'object'
}

/** Words that are the same in every language, such as what a file or a provider said, or what was kept before messages were. */
export function verbatim(words: string): Message {
  return message('language.verbatim', { words })
}
