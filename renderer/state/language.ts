import { useEffect, useState } from 'react'
import type { Settings } from '../../contract/application.ts'
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

/** Puts the window into that language and gives its code: what is drawn from then on is in it. */
export async function speak(chosen: Settings['language']): Promise<string> {
  const code = languageFor(chosen, navigator.languages)
  const messages = await FOUND[PATHS.get(code) ?? '']?.()
  if (messages) setLanguage(messages.MESSAGES)
  document.documentElement.lang = code
  return code
}

/** The code of the language in use, to draw everything anew by once it has changed; the system's until there are settings. */
export function useLanguage(settings: Settings | null): string {
  const chosen = settings?.language ?? 'system'
  const [code, setCode] = useState(document.documentElement.lang)
  useEffect(() => {
    let isCurrent = true
    void speak(chosen).then((spoken) => isCurrent && setCode(spoken))
    return () => {
      isCurrent = false
    }
  }, [chosen])
  return code
}
