import { afterEach, describe, expect, test } from 'vitest'
import { messageSchema } from '../../contract/message.ts'
import { message, verbatim } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { setLanguage } from '../../wording/translate.ts'

afterEach(() => setLanguage(ENGLISH))

const ofAnotherVersion = 'This note was written by another version of Consilium and cannot be shown.'

describe('a message of the engine', () => {
  test('is put into the language in use, with sizes, days and lists as that language writes them', () => {
    const size = message('language.verbatim', { words: { memory: 2.5 * 2 ** 30 } })
    const day = message('language.verbatim', { words: { date: '2026-06-03' } })
    const list = message('language.verbatim', { words: { all: ['a', 'b'] } })
    expect([size, day, list].map(messageText)).toEqual(['2.5 GB', '3 June 2026', 'a and b'])
    setLanguage(GERMAN)
    expect([size, day, list].map(messageText)).toEqual(['2,5 GB', '3. Juni 2026', 'a und b'])
  })

  test('may hold another message', () => {
    const inner = message('quantities.more', { count: 2 })
    expect(messageText(message('language.verbatim', { words: inner }))).toBe('2 more')
  })

  test.each(['nothing.of.this', 'constructor', 'language', 'language.constructor', 'language.locale.length', ''])(
    'with the unknown key "%s" is said to be of another version',
    (key) => {
      expect(messageText({ key, values: {} })).toBe(ofAnotherVersion)
    },
  )

  test('whose values are not those of the text is said to be of another version', () => {
    expect(messageText({ key: 'quantities.more', values: {} })).toBe(ofAnotherVersion)
  })

  test.each([{ share: 0.4 }, { all: [{ share: 0.4 }] }, { any: 'x' }, [1], true, null])(
    'with the value %j, as a later version may have, is read, said to be of another version, and kept as it is',
    (words) => {
      const stored = { key: 'language.verbatim', values: { words } }
      const read = messageSchema.parse(stored)
      expect(messageText(read)).toBe(ofAnotherVersion)
      expect(read).toEqual(stored)
    },
  )

  test('that is none is not read as one', () => {
    for (const none of [{ key: 'language.verbatim' }, { key: 5, values: {} }, null, 5])
      expect(messageSchema.safeParse(none).success).toBe(false)
  })

  test('with braces and tags in a value is shown as it is', () => {
    expect(messageText(verbatim('a {b} <c>d</c> # '))).toBe('a {b} <c>d</c> # ')
  })

  test('is read from the form it travels in, and from the words that were kept before', () => {
    const sent = message('language.verbatim', { words: { any: ['x', 'y'] } })
    expect(messageSchema.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent)
    expect(messageText(messageSchema.parse('Kept words.'))).toBe('Kept words.')
  })
})
