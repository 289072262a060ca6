import { useEffect, useState } from 'react'
import type { Settings } from '../../contract/application.ts'
import { MESSAGES } from '../../wording/messages/en/messages.ts'
import { setLanguage, type Translation } from '../../wording/translate.ts'

/** Each folder of messages is a language; it is loaded when it is chosen. */
const FOUND = import.meta.glob<{ readonly MESSAGES: Translation }>('../../wording/messages/*/messages.ts')

const PATHS: ReadonlyMap<string, string> = new Map(
  Object.keys(FOUND).map((path) => [path.replace(/^.*messages\/|\/messages\.ts$/g, ''), path]),
)
const FALLBACK = 'en'

/** The languages that the window speaks, each by its own name: `{ de: 'Deutsch', en: 'English' }`. */
export function languageNames(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...PATHS.keys()].map((code) => [code, new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code]),
  )
}

/** The language for a choice: the one chosen, else the first of the system's that there is, else English. */
export function languageFor(chosen: Settings['language'], ofSystem: readonly string[]): string {
  const wanted = chosen === 'system' ? ofSystem.map((tag) => tag.split('-')[0] ?? tag) : [chosen]
  return wanted.find((code) => PATHS.has(code)) ?? FALLBACK
}

/**
 * Puts the window into the language of a choice and gives its code: what is drawn from then on is in it. Null where another was chosen
 * while its messages were loaded. English, which the window holds, where they cannot be.
 */
export function createSpeaking(load: (code: string) => Promise<Translation>) {
  let choices = 0
  return async (chosen: Settings['language']): Promise<string | null> => {
    choices += 1
    const choice = choices
    const code = languageFor(chosen, navigator.languages)
    const messages = await load(code).catch(() => null)
    if (choice !== choices) return null
    setLanguage(messages ?? MESSAGES)
    document.documentElement.lang = messages ? code : FALLBACK
    return document.documentElement.lang
  }
}

export const speak = createSpeaking(async (code) => {
  const found = await FOUND[PATHS.get(code) ?? '']?.()
  return found?.MESSAGES ?? MESSAGES
})

/** The code of the language in use, to draw everything anew by once it has changed; null until that of the settings is there. */
export function useLanguage(settings: Settings | null): string | null {
  const chosen = settings?.language ?? null
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    if (chosen !== null) void speak(chosen).then((spoken) => spoken !== null && setCode(spoken))
  }, [chosen])
  return code
}
