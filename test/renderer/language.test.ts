// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest'
import { createSpeaking, languageFor, languageNames } from '../../renderer/state/language.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { t, type Translation } from '../../wording/translate.ts'

test('each folder of messages is a language, by its own name', () => {
  expect(languageNames()).toMatchObject({ de: 'Deutsch', en: 'English' })
})

test('the window speaks the language that was chosen, else the first of the system that it knows, else English', () => {
  expect(languageFor('de', ['en-US'])).toBe('de')
  expect(languageFor('system', ['fr-CA', 'de-AT', 'en-US'])).toBe('de')
  expect(languageFor('system', ['fr-CA'])).toBe('en')
  expect(languageFor('tlh', ['de-DE'])).toBe('en')
})

describe('the window', () => {
  afterEach(async () => {
    await createSpeaking(async () => ENGLISH)('en')
  })
  const TEXTS = { en: ENGLISH, de: GERMAN }

  test('speaks the language that was chosen last, whichever was loaded last', async () => {
    const german = Promise.withResolvers<Translation>()
    const speak = createSpeaking(async (code) => (code === 'de' ? german.promise : TEXTS.en))
    const first = speak('de')
    expect(await speak('en')).toBe('en')
    german.resolve(TEXTS.de)
    expect(await first).toBeNull()
    expect(t('highlights.add')).toBe('Highlight')
    expect(document.documentElement.lang).toBe('en')
  })

  test('speaks English where a language cannot be loaded', async () => {
    const speak = createSpeaking(async (code) => {
      if (code === 'de') throw new TypeError('Failed to fetch dynamically imported module')
      return TEXTS.en
    })
    expect(await speak('de')).toBe('en')
    expect(t('highlights.add')).toBe('Highlight')
    expect(document.documentElement.lang).toBe('en')
  })
})
