import { expect, test } from 'vitest'
import { languageFor, languageNames } from '../../renderer/state/language.ts'

test('each folder of messages is a language, by its own name', () => {
  expect(languageNames()).toMatchObject({ de: 'Deutsch', en: 'English' })
})

test('the window speaks the language that was chosen, else the first of the system that it knows, else English', () => {
  expect(languageFor('de', ['en-US'])).toBe('de')
  expect(languageFor('system', ['fr-CA', 'de-AT', 'en-US'])).toBe('de')
  expect(languageFor('system', ['fr-CA'])).toBe('en')
  expect(languageFor('tlh', ['de-DE'])).toBe('en')
})
