import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsOf } from '../../text/calendar-words.ts'
import { readDates } from '../../text/dates.ts'
import { impossibleDays } from '../../text/impossible-days.ts'
import { LANGUAGES } from '../../text/languages.ts'

const found = (text: string) => impossibleDays(text).map((day) => day.text)

test.each([
  ['The hearing is on 32 June at ten.', '32 June'],
  ['On December 35, 2018 he fell.', 'December 35, 2018'],
  ['She was seen on the 31st of April.', '31st of April'],
  ['Due by 30 February 2023.', '30 February 2023'],
  ['Born on 29 February 2023.', '29 February 2023'],
  ['Am 31. September wurde gekündigt.', '31. September'],
  ['Vom 32. März 2021 an.', '32. März 2021'],
  ['Le 31 juin 2020, il a signé.', '31 juin 2020'],
  ['El 30 de febrero de 2020 firmó.', '30 de febrero de 2020'],
  ['Dnia 31 czerwca 2020 podpisał.', '31 czerwca 2020'],
  ['Signed 31.06.2021 here.', '31.06.2021'],
  ['Signed 2021-02-30 here.', '2021-02-30'],
  ['Signed 31/06/2021 here.', '31/06/2021'],
])('%s names a day that no calendar has', (text, day) => {
  expect(found(text)).toEqual([day])
})

test.each([
  'Born on 29 February 2024, seen on 29 February.',
  'On 30 June 2021, 06/30/2021 and 30/06/2021, and on 2021-12-31.',
  'Of the group of 45 may be treated, and 50 march on.',
  'Room 40 June 2021, clause 31 June 2020, page 99 May 2021.',
  'There were 400 March visits, 35 May visits and 33.06.20 of others.',
  'In May 50 people and in June 2021 100 more, 32 % in April 33 %.',
  'Version 2021-13-05, which puts the day first, and version 30.02.2023.',
  'In June 31 patients were admitted, in February 30 and in April 31 % more.',
  'There were 31 April visits, 30 February invoices and 0 June admissions.',
  'Im Juni 31 Patienten, en février 30 patients.',
  'By June 45 claims had been made, and since June 98 he has been well.',
  'The 47th March for Life, 31 June Avenue and 31 September Films Ltd.',
  'Rule 31 June 2020, BMJ 45 June 2018 and § 31 Juni 2020.',
  'Reference 45-67-2019, number 99/55/2001 and Tel. 03-44-2010.',
])('%s names none', (text) => {
  expect(found(text)).toEqual([])
})

test('a day is a date or an impossible one, and never both, in every language', () => {
  const day = fc.record({
    language: fc.constantFrom(...LANGUAGES),
    month: fc.integer({ min: 0, max: 11 }),
    day: fc.integer({ min: 1, max: 45 }),
    year: fc.integer({ min: 1900, max: 2100 }),
  })
  fc.assert(
    fc.property(day, ({ language, month, day: number, year }) => {
      const text = `${number} ${monthsOf(language)[month]} ${year}`
      const isOne = number <= new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
      // "may" and "march" in small letters are other words.
      if (language === 'en') return
      expect([text, readDates(text).filter(({ kind }) => kind === 'day').length, found(text).length]).toEqual(
        isOne ? [text, 1, 0] : [text, 0, 1],
      )
    }),
  )
})
