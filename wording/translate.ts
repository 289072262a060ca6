import { createTranslator, type NamespaceKeys, type NestedKeyOf, type NestedValueOf } from 'use-intl/core'
import { MESSAGES } from './messages/en/messages.ts'

/** Every text of the window by its key, in English; the literal types tell the compiler which values each one takes. */
export type Messages = typeof MESSAGES

/** The same texts in another language: the same keys, any words. */
export type Translation<Part = Messages> = Part extends string
  ? string
  : { readonly [Key in keyof Part]: Translation<Part[Key]> }

type Translator = ReturnType<typeof createTranslator<Messages>>

/** A language ready for use. */
export type Language = { readonly messages: Messages; readonly translator: Translator }

const ENGLISH = languageOf(MESSAGES)
let ofProcess = ENGLISH
let ofCall: () => Language | undefined = () => undefined
let ofWords: Language | null = null

/** The language in use: that of the call under way where there is one (`followCalls`), else that of the process. */
const language = (): Language => ofWords ?? ofCall() ?? ofProcess

/**
 * The text of a key in the language in use, with its values; plurals, numbers and dates by `Intl`: `t('library.pages', { count: 3 })`.
 * `t.rich` takes a component for each tag of the text.
 */
export const t = Object.assign(((...key) => language().translator(...key)) as Translator, {
  rich: ((...key) => language().translator.rich(...key)) as Translator['rich'],
})

type GroupName = NamespaceKeys<Messages, NestedKeyOf<Messages>>
type Group<Name extends GroupName> = NestedValueOf<Messages, Name>
/** The name of a group whose texts can be said as they are: none takes a value, has tags or is a group itself. */
type PlainGroup<Name extends GroupName> =
  Extract<Group<Name>[keyof Group<Name>], object | `${string}{${string}` | `${string}<${string}`> extends never
    ? Name
    : never

/** All texts of a group by their keys: `texts('settings.appearance.themes')`, the choices of a control. */
export function texts<Name extends GroupName>(group: PlainGroup<Name>): Readonly<Record<keyof Group<Name>, string>> {
  return groupNamed(group) as never
}

/** Whether a group has a text for a word of data, which may be of a later version. */
export function hasText<Name extends GroupName>(group: Name, key: string): key is Extract<keyof Group<Name>, string> {
  return Object.hasOwn(groupNamed(group), key)
}

/** The text of a group for a word of data, such as the kind of a record; null where there is none, as in a record of a later version. */
export function knownText<Name extends GroupName>(group: PlainGroup<Name>, key: string): string | null {
  const known = groupNamed(group)
  return Object.hasOwn(known, key) ? (known[key] ?? null) : null
}

/** Whether there is a text for a key of data, which may be of a later version. */
export function hasMessage(key: string): boolean {
  const at = key.lastIndexOf('.')
  const group = at < 0 ? null : groupNamed(key.slice(0, at))
  return (
    group !== null && Object.hasOwn(Object(group), key.slice(at + 1)) && typeof group[key.slice(at + 1)] === 'string'
  )
}

function groupNamed(name: string): Readonly<Record<string, string>> {
  const inside = (part: unknown, key: string) =>
    Object.hasOwn(Object(part), key) ? (part as Record<string, unknown>)[key] : undefined
  return name.split('.').reduce<unknown>(inside, language().messages) as never
}

/** Puts all texts into another language. Only the window does so, before it is drawn anew; the command line stays English. */
export function setLanguage(messages: Translation): void {
  if (messages !== ofProcess.messages) ofProcess = languageOf(messages)
}

/**
 * Lets each call have a language of its own, behind its awaits as well: the engine, which serves several windows, knows which call is
 * under way (`assistant/router/language-of-call.ts`). Undefined outside of all calls.
 */
export function followCalls(current: () => Language | undefined): void {
  ofCall = current
}

/** What a language model reads, and what is kept for comparing, is the same whoever asks. `say` must not wait for anything. */
export function inEnglish<Said>(say: () => Said): Said {
  return saidIn(ENGLISH, say)
}

/** What `say` says in a language, whatever the call. It must not wait for anything. */
export function saidIn<Said>(spoken: Language, say: () => Said): Said {
  const before = ofWords
  ofWords = spoken
  try {
    return say()
  } finally {
    ofWords = before
  }
}

/** The language of numbers, dates and lists, as `Intl` names it: `en-GB`. */
export function locale(): string {
  return language().messages.language.locale
}

/** What is costly to make and depends on the language, made once for each: `perLocale((tag) => new Intl.NumberFormat(tag))`. */
export function perLocale<Made>(make: (tag: string) => Made): () => Made {
  const made = new Map<string, Made>()
  return () => {
    const tag = locale()
    const known = made.get(tag)
    if (known !== undefined) return known
    const one = make(tag)
    made.set(tag, one)
    return one
  }
}

/** Costly, for its messages are read as they are used: made once for each language. */
export function languageOf(messages: Translation): Language {
  return { messages: messages as Messages, translator: translatorOf(messages as Messages) }
}

function translatorOf(messages: Messages): Translator {
  return createTranslator<Messages>({
    locale: messages.language.locale,
    messages,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // A text that is missing or misspelt is a fault of ours, found by the compiler and the tests.
    onError(error) {
      throw error
    },
  })
}
