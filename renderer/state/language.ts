import { useEffect, useState } from 'react'
import type { Settings } from '../../contract/application.ts'
import { MESSAGES } from '../../wording/messages/en/messages.ts'
import { LANGUAGES, languageAmong, loadMessages } from '../../wording/messages/languages.ts'
import { setLanguage, type Translation } from '../../wording/translate.ts'

/** The languages that the window speaks, each by its own name: `{ de: 'Deutsch', en: 'English' }`. */
export function languageNames(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    LANGUAGES.map((code) => [code, new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code]),
  )
}

/** The language for a choice: the one chosen, else the first of the system's that there is, else English. */
export function languageFor(chosen: Settings['language'], ofSystem: readonly string[]): string {
  return languageAmong(chosen === 'system' ? ofSystem : [chosen])
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
    document.documentElement.lang = messages ? code : languageAmong([])
    return document.documentElement.lang
  }
}

export const speak = createSpeaking(loadMessages)

/** The code of the language in use, to draw everything anew by once it has changed; null until that of the settings is there. */
export function useLanguage(settings: Settings | null): string | null {
  const chosen = settings?.language ?? null
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    if (chosen !== null) void speak(chosen).then((spoken) => spoken !== null && setCode(spoken))
  }, [chosen])
  return code
}
