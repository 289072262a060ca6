import { existsSync } from 'node:fs'
import { type Language, languageOf } from '../../../text/languages.ts'
import type { OcrRequest } from '../read-page.ts'
import { type ReadWarning, warning } from '../read-warning.ts'
import { languageFile } from './recognise-words.ts'

/** Tesseract's names of the languages whose data comes with the app, and how they are called. */
export const OCR_LANGUAGES = {
  eng: 'English',
  deu: 'German',
  fra: 'French',
  spa: 'Spanish',
  ita: 'Italian',
  por: 'Portuguese',
  nld: 'Dutch',
  pol: 'Polish',
} as const

export type OcrLanguage = keyof typeof OCR_LANGUAGES

/** Which languages a page is recognised with, and what the user is told about those that are missing. */
export type LanguageChoice = {
  /** Chosen by the user: all together on every page. Empty: one of `detectable`, found page by page. */
  readonly chosen: readonly string[]
  readonly detectable: readonly OcrLanguage[]
  readonly warnings: readonly ReadWarning[]
}

/** What of the request can be had: only languages whose data is in the folder. */
export function languageChoice(request: OcrRequest): LanguageChoice {
  const isThere = (language: string) => existsSync(languageFile(request.dataFolder, language))
  const chosen = request.languages.filter(isThere)
  const detectable = (Object.keys(OCR_LANGUAGES) as OcrLanguage[]).filter(isThere)
  const missing = request.languages.filter((language) => !isThere(language))
  return { chosen, detectable, warnings: missing.map((language) => missingWarning(language, chosen)) }
}

/** Said when no page can be recognised at all. */
export const NO_DATA_WARNING = warning(
  'missing-ocr-language',
  'Scanned pages were not recognised: the recognition data is missing. Install Consilium again, then read the document again.',
)

function missingWarning(language: string, others: readonly string[]): ReadWarning {
  const used =
    others.length > 0 ? `only ${others.map(languageName).join(' and ')} was used` : 'the language was detected'
  return warning(
    'missing-ocr-language',
    `The data for recognising ${languageName(language)} is missing; ${used}. Install Consilium again, or choose another language.`,
  )
}

function languageName(language: string): string {
  return Object.hasOwn(OCR_LANGUAGES, language) ? OCR_LANGUAGES[language as OcrLanguage] : `"${language}"`
}

const CODES: readonly (readonly [OcrLanguage, Language])[] = [
  ['eng', 'en'],
  ['deu', 'de'],
  ['fra', 'fr'],
  ['spa', 'es'],
  ['ita', 'it'],
  ['por', 'pt'],
  ['nld', 'nl'],
  ['pol', 'pl'],
]

/** The language of a recognised text among `among`, or null where that is not clear (`languageOf`). */
export function detectLanguage(text: string, among: readonly OcrLanguage[]): OcrLanguage | null {
  const codes = CODES.filter(([ocr]) => among.includes(ocr))
  const found = languageOf(
    text,
    codes.map(([, language]) => language),
  )
  return codes.find(([, language]) => language === found)?.[0] ?? null
}
