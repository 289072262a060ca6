import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES, languageAmong, loadMessages } from '../../wording/messages/languages.ts'

test('each folder of messages is a language that can be loaded', async () => {
  const folders = readdirSync(new URL('../../wording/messages/', import.meta.url), { withFileTypes: true })
  const codes = folders.filter((one) => one.isDirectory()).map(({ name }) => name)
  expect([...LANGUAGES].toSorted()).toEqual(codes.toSorted())
  const locales = await Promise.all(codes.map(async (code) => (await loadMessages(code)).language.locale))
  expect(locales.map((tag) => tag.split('-')[0])).toEqual(codes)
})

test('what is no language is refused with those that there are', async () => {
  await expect(loadMessages('xx')).rejects.toThrow('Expected one of de, en and got xx.')
  expect(languageAmong(['fr', 'xx'])).toBe('en')
})
