import { afterEach, expect, test } from 'vitest'
import { lawPlace, lawPlaceWords, typedLawPlace } from '../../wording/law-place.ts'
import { verbatim } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { setLanguage } from '../../wording/translate.ts'

afterEach(() => setLanguage(ENGLISH))

const words = (place: string) => {
  const said = lawPlace(place)
  return messageText(typeof said === 'string' ? verbatim(said) : said)
}

test('a place of law is shown and typed in German, and known by the name that rules have for it', () => {
  setLanguage(GERMAN)
  expect(['England and Wales', 'Germany', 'Ruritania'].map(lawPlaceWords)).toEqual([
    'England und Wales',
    'Deutschland',
    'Ruritania',
  ])
  expect(['England and Wales', 'Ruritania'].map(words)).toEqual(['England und Wales', 'Ruritania'])
  expect([' deutschland ', 'Germany', 'Ruritania'].map(typedLawPlace)).toEqual(['Germany', 'Germany', 'Ruritania'])
})
