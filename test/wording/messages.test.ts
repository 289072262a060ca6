import { IntlMessageFormat } from 'intl-messageformat'
import { afterEach, describe, expect, test } from 'vitest'
import { formatBytes, formatShare } from '../../wording/format-quantity.ts'
import { dayWords, formatTimeLeft, formatWeekday } from '../../wording/format-time.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { listWords } from '../../wording/phrases.ts'
import { setLanguage, t, type Translation } from '../../wording/translate.ts'
import { messagesOf } from './messages-of.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Each value and tag that a message takes, with its kind; those of all branches together. */
function taken(elements: readonly Element[]): readonly string[] {
  const names = elements.flatMap((element): readonly string[] => {
    if (element.type === 0 || element.type === 7) return []
    if (element.type === 8) return [`<${element.value}>`, ...taken(element.children)]
    const branches = 'options' in element ? Object.values(element.options).flatMap(({ value }) => taken(value)) : []
    // A language may need forms of a plural where another writes the number alone.
    const kind = element.type === 6 ? 2 : element.type
    return [`${element.value} of kind ${kind}`, ...branches]
  })
  return [...new Set(names)].toSorted()
}

/** The forms of a plural for which a message has no words of its own. */
function formsLeftOut(elements: readonly Element[], locale: string): readonly string[] {
  return elements.flatMap((element): readonly string[] => {
    if (element.type === 8) return formsLeftOut(element.children, locale)
    if (!('options' in element)) return []
    const inside = Object.values(element.options).flatMap(({ value }) => formsLeftOut(value, locale))
    if (element.type !== 6) return inside
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    return [...pluralCategories.filter((form) => !(form in element.options)), ...inside]
  })
}

const parsed = (text: string, locale: string) => new IntlMessageFormat(text, locale).getAst()

const LANGUAGES: readonly [string, Translation][] = [
  ['English', ENGLISH],
  ['German', GERMAN],
]

describe.each(LANGUAGES)('the messages in %s', (_, messages) => {
  const all = messagesOf(messages)
  const { locale } = messages.language

  test('can all be read, have every form of each plural, and are not empty', () => {
    expect(all.filter(([, text]) => text.trim() === '')).toEqual([])
    expect(all.filter(([, text]) => formsLeftOut(parsed(text, locale), locale).length > 0)).toEqual([])
  })

  test('take the same values as those in English', () => {
    const english = new Map(messagesOf(ENGLISH).map(([key, text]) => [key, taken(parsed(text, 'en-GB'))]))
    expect(all.map(([key]) => key)).toEqual([...english.keys()])
    const other = all.filter(([key, text]) => String(taken(parsed(text, locale))) !== String(english.get(key)))
    expect(other).toEqual([])
  })
})

describe('another language', () => {
  afterEach(() => setLanguage(ENGLISH))

  test('is that of texts, numbers, sizes, lists and days at once', () => {
    expect([t('settings.appearance.language'), formatShare({ count: 1510, of: 2120, interval: null })]).toEqual([
      'Language',
      '1,510 of 2,120, 71\u00A0%',
    ])
    setLanguage(GERMAN)
    expect(t('settings.appearance.language')).toBe('Sprache')
    expect(formatShare({ count: 1510, of: 2120, interval: null })).toBe('1.510 von 2.120, 71\u00A0%')
    expect(formatBytes(2_490_000_000)).toBe('2,49 GB')
    expect(listWords(['Vertrag', 'Brief', 'Plan', 'Akte'], 2)).toBe('Vertrag, Brief und 2 weitere')
    expect(dayWords('2026-06-15')).toBe('Mo, 15. Juni 2026')
    expect(formatWeekday('2026-06-15T12:00:00Z')).toBe('Montag, 15. Juni 2026')
    expect(formatTimeLeft(240)).toBe('noch etwa 4\u00A0min')
  })

  test('groups no digits of a number that only names something', () => {
    setLanguage(GERMAN)
    const origin = t('evaluation.runs.origin', { model: 'm', time: 'heute', seed: '20260' })
    expect(origin).toBe('m, heute, Startwert 20260')
  })

  test('is left again', () => {
    setLanguage(GERMAN)
    setLanguage(ENGLISH)
    expect(dayWords('2026-06-15')).toBe('Mon 15 Jun 2026')
    expect(formatBytes(1)).toBe('1 byte')
  })
})
