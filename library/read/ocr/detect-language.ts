import { type Language, languageOf } from '../../../text/languages.ts'
import type { OcrLanguage } from './ocr-languages.ts'

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
