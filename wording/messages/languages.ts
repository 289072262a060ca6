import { inEnglish, type Language, languageOf, saidIn, type Translation } from '../translate.ts'

/** How the messages of each language are loaded. A folder of messages is a language once it stands here. */
const LOADERS: Readonly<Record<string, () => Promise<{ readonly MESSAGES: Translation }>>> = {
  de: () => import('./de/messages.ts'),
  en: () => import('./en/messages.ts'),
}

/** The codes of the languages that Consilium speaks. */
export const LANGUAGES: readonly string[] = Object.keys(LOADERS)

const FALLBACK = 'en'

/** The first of some languages (`de-AT`, `de`) that Consilium speaks; English where it speaks none. */
export function languageAmong(tags: readonly string[]): string {
  const codes = tags.map((tag) => tag.split('-')[0]?.toLowerCase() ?? tag)
  return codes.find((code) => LANGUAGES.includes(code)) ?? FALLBACK
}

/** The messages of a language by its code; throws where they cannot be loaded, as in a window whose host is gone. */
export async function loadMessages(code: string): Promise<Translation> {
  const load = LOADERS[code]
  if (load === undefined) throw new Error(`Expected one of ${LANGUAGES.join(', ')} and got ${code}.`)
  return (await load()).MESSAGES
}

const loaded = new Map<string, Promise<Language>>()
const ready = new Map<string, Language>()

/** A language ready for use, by its code; loaded once, and where that failed again for whoever asks next. */
export function loadLanguage(code: string): Promise<Language> {
  const known = loaded.get(code) ?? loadMessages(code).then((messages) => madeReady(code, languageOf(messages)))
  loaded.set(code, known)
  known.catch(() => loaded.delete(code))
  return known
}

function madeReady(code: string, language: Language): Language {
  ready.set(code, language)
  return language
}

/**
 * What `say` says in the language of this code, such as that of words which were kept, whatever the call. In that of the call where it was
 * never loaded here. It must not wait for anything.
 */
export function saidInNamed<Said>(code: string, say: () => Said): Said {
  if (code === FALLBACK) return inEnglish(say)
  const language = ready.get(code)
  return language ? saidIn(language, say) : say()
}
