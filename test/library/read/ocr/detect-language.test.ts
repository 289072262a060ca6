import { describe, expect, test } from 'vitest'
import { detectLanguage, OCR_LANGUAGES, type OcrLanguage } from '../../../../library/read/ocr/ocr-languages.ts'
import { TEXTS_BY_LANGUAGE } from './texts-by-language.ts'

const ALL: readonly OcrLanguage[] = OCR_LANGUAGES

describe('the language of a text', () => {
  test.each(ALL)('is told from one sentence: %s', (language) => {
    const texts = TEXTS_BY_LANGUAGE[language]
    const found = texts.map((text) => detectLanguage(text, ALL))
    expect(texts.filter((_, index) => found[index] !== null && found[index] !== language)).toEqual([])
    expect(found.filter((one) => one === language).length).toBeGreaterThanOrEqual(11)
  })

  test.each(ALL)('is told from a page that lost its accents and a letter in thirty: %s', (language) => {
    const page = TEXTS_BY_LANGUAGE[language].join(' ')
    expect(detectLanguage(spoiled(page), ALL)).toBe(language)
  })

  test('is only one of those that are there', () => {
    expect(detectLanguage(TEXTS_BY_LANGUAGE.pol.join(' '), ['eng', 'deu'])).toBeNull()
  })

  test.each([
    '',
    'Müller GmbH',
    '12 345,67 89 1011 12',
    'Novak Kowalski Rossi Dupont Smith Jansen Silva',
    'Lorem ipsum dolor sit amet consectetur adipiscing',
  ])('is left open where it is not clear: "%s"', (text) => expect(detectLanguage(text, ALL)).toBeNull())
})

/** As if recognised with English data. */
function spoiled(text: string): string {
  const plain = text.replaceAll('ł', 'l').replaceAll('ß', 'B').normalize('NFD').replace(/\p{M}/gu, '')
  return [...plain].map((letter, index) => (index % 30 === 7 ? 'x' : letter)).join('')
}
