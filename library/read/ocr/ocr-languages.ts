import type { Notice } from '../../../contract/document.ts'
import { existsSync } from 'node:fs'
import { type Language, languageOf } from '../../../text/languages.ts'
import type { OcrRequest } from '../read-page.ts'
import { warning } from '../read-warning.ts'
import { type Message, message, verbatim } from '../../../wording/message.ts'
import { languageFile } from './recognise-words.ts'

/** Tesseract's names of the languages whose data comes with the app. */
export const OCR_LANGUAGES = ['eng', 'deu', 'fra', 'spa', 'ita', 'por', 'nld', 'pol'] as const
export type OcrLanguage = (typeof OCR_LANGUAGES)[number]

/** Which languages a page is recognised with, and what the user is told about those that are missing. */
export type LanguageChoice = {
  /** Chosen by the user: all together on every page. Empty: one of `detectable`, found page by page. */
  readonly chosen: readonly string[]
  readonly detectable: readonly OcrLanguage[]
  readonly warnings: readonly Notice[]
}

/** What of the request can be had: only languages whose data is in the folder. */
export function languageChoice(request: OcrRequest): LanguageChoice {
  const isThere = (language: string) => existsSync(languageFile(request.dataFolder, language))
  const chosen = request.languages.filter(isThere)
  const detectable = OCR_LANGUAGES.filter(isThere)
  const missing = request.languages.filter((language) => !isThere(language))
  return { chosen, detectable, warnings: missing.map((language) => missingWarning(language, chosen)) }
}

/** Said when no page can be recognised at all. */
export const NO_DATA_WARNING = warning('missing-ocr-language', message('reading.pictures.noData'))

function missingWarning(language: string, others: readonly string[]): Notice {
  const missing = { language: languageName(language) }
  if (others.length === 0) return warning('missing-ocr-language', message('reading.pictures.noLanguage', missing))
  const used = { all: others.map(languageName) }
  return warning('missing-ocr-language', message('reading.pictures.onlyLanguages', { ...missing, others: used }))
}

function languageName(language: string): Message {
  const known = OCR_LANGUAGES.find((one) => one === language)
  return known === undefined ? verbatim(`"${language}"`) : message(`language.names.${known}`)
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
