import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { datedSentences, foldLines, isWithin } from '../../../assistant/surveys/make-chronology.ts'
import { findPartialDates } from '../../../assistant/surveys/find-partial-dates.ts'
import type { ChronologyEvent, ChronologyInput } from '../../../contract/answers/survey.ts'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const datesIn = (text: string) => findPartialDates(text).map(({ date }) => date)
const allFound = (text: string) =>
  datedSentences(
    text.split('\f').map((page, at, all) => ({
      page: at + 1,
      start: all.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0),
      text: page,
    })),
  )
const found = (text: string) => allFound(text).sentences

describe('dates in a text', () => {
  test('are days, months and years, as much as is said for certain', () => {
    expect(datesIn('On 3 May 2021 he left; in March 2023 he came back. Since 2019, nothing.')).toEqual([
      '2021-05-03',
      '2023-03',
      '2019',
    ])
    // Which is the month cannot be told.
    expect(datesIn('Signed 03/04/2023.')).toEqual(['2023'])
    expect(datesIn('Signed 23/04/2023.')).toEqual(['2023-04-23'])
    expect(datesIn('Seen on 5 March and again on March 9th.')).toEqual([null, null])
  })

  test.each([
    ['on 3-May-2019', ['2019-05-03']],
    ['on 2019/05/03 he', ['2019-05-03']],
    ['on 23-05-2019', ['2019-05-23']],
    ['on 03-05-2019', ['2019']],
    ['MAY 2019: nothing', ['2019-05']],
    ['In Summer 2019 he left.', ['2019']],
    ['It ran between 2015 and 2019.', ['2015', '2019']],
    ['It ran from 2015 to 2019, then not.', ['2015', '2019']],
    ['am 3. Mai 2019', ['2019-05-03']],
    ['le 5 décembre 2020 et en mars 2021', ['2020-12-05', '2021-03']],
    ['el 5 de mayo de 2019', ['2019-05-05']],
    ['on 3 and 4 May 2019', ['2019-05-03', '2019-05-04']],
    ['from 3 to 9 May 2019', ['2019-05-03', '2019-05-09']],
    ['on 3, 4 and 9 May 2019', ['2019-05-03', '2019-05-04', '2019-05-09']],
    ['from the 3rd to the 9th of May 2019', ['2019-05-03', '2019-05-09']],
    ['3–9 May 2019', ['2019-05-03', '2019-05-09']],
    ['May 3-9, 2019', ['2019-05-03', '2019-05-09']],
    ['from 28 December until 3 January 2020', ['2019-12-28', '2020-01-03']],
    ['letters of 5 June and 3 March 2020', [null, '2020-03-03']],
    ['letters of 3 March and 5 June 2020', ['2020-03-03', '2020-06-05']],
    ['see page 12, 4 May 2019', ['2019-05-04']],
    ['see clause 3 and 4 May 2019', ['2019-05-04']],
  ])('are all of them: %s', (text, dates) => {
    expect(datesIn(text)).toEqual(dates)
  })

  test('without a sure day are told from those without a year', () => {
    const lacking = (text: string) => findPartialDates(text).map(({ date, lacks }) => [date, lacks])
    for (const text of ['03/05/23', '03.05.23', '3-May-19', '13/05/98'])
      expect(lacking(text)).toEqual([[null, 'order']])
    expect(lacking('on 5 March')).toEqual([[null, 'year']])
    expect(lacking('clause 12.4.10, version 1.2.3, ratio 3/4, code 40-47-84, 1/2/3')).toEqual([])
  })

  test('are not numbers, nor words that are spelled like months', () => {
    expect(datesIn('In 2000 patients the dose of 2019 mg may 2023 times march on.')).toEqual([])
    expect(datesIn('Between 2019 and 2021 cases rose; see section 2010.')).toEqual([])
  })
})

describe('dated sentences', () => {
  test('are whole, one for each of their dates, and a date alone on its line takes what follows with it', () => {
    expect(found('Er zog am 3. Mai 2019 aus. Dann kam nichts.').map(({ text }) => text)).toEqual([
      'Er zog am 3. Mai 2019 aus.',
    ])
    expect(
      found('Hired on 3 May 2021 and dismissed on 9 June 2022. Nothing else.\n\n4 July 2022\nMs Roe appealed.'),
    ).toEqual([
      { date: '2021-05-03', page: 1, start: 0, end: 49, text: 'Hired on 3 May 2021 and dismissed on 9 June 2022.' },
      { date: '2022-06-09', page: 1, start: 0, end: 49, text: 'Hired on 3 May 2021 and dismissed on 9 June 2022.' },
      { date: '2022-07-04', page: 1, start: 65, end: 93, text: '4 July 2022\nMs Roe appealed.' },
    ])
  })

  test('are not dates of birth, nor headers and footers', () => {
    expect(found('Date of birth: 4 May 1960\nAdmitted on 4 May 2020.').map(({ text }) => text)).toEqual([
      'Admitted on 4 May 2020.',
    ])
    expect(found('John Roe, born 4 May 1960, was admitted on 4 May 2020.').map(({ date }) => date)).toEqual([
      '2020-05-04',
    ])
    const pages = ['He came on 1 May 2020.', 'He fell on 2 May 2020.', 'He left on 3 May 2020.']
    const printed = pages.map((text, at) => `Roe v Doe, printed 9 June 2021, sheet ${at}\n\n${text}\n\nFiled here`)
    expect(found(printed.join('\f')).map(({ text }) => text)).toEqual(pages)
    expect(found('Page 1 of 3, 9 June 2021').length).toBe(0)
  })

  test('that only their day tells from those of other pages are no header', () => {
    const pages = [3, 4, 5].map((of) => `Seen on ${of} April 2023, no complaints.`)
    expect(found(pages.join('\f')).map(({ date }) => date)).toEqual(['2023-04-03', '2023-04-04', '2023-04-05'])
    const printed = [1, 2, 3].map((of) => `Roe v Doe, printed 9 June 2021, sheet ${of}\n\nHe fell on ${of} May 2020.`)
    expect(allFound(printed.join('\f'))).toMatchObject({ sentences: { length: 3 }, inHeaders: 3 })
  })

  test('that cite a page are none that number it', () => {
    const cited = [
      'The lease was signed on 9 June 2021 (page 2 of 4).',
      'He was admitted on 3 May 2021, page 2 of 4',
      'See page 1 of 3 for what Ms Roe wrote on 4 May 2021',
    ]
    for (const text of cited) expect(found(text).map((one) => one.text)).toEqual([text])
    for (const text of ['Page 1 of 3, 9 June 2021', 'Roe v Doe - 9 June 2021 - page 1 / 3'])
      expect(allFound(text)).toMatchObject({ sentences: [], inHeaders: 1 })
    const inside = 'One.\n\nTwo.\n\nPage 1 of 3, 9 June 2021\n\nThree.\n\nFour.'
    expect(found(inside).map(({ date }) => date)).toEqual(['2021-06-09'])
  })

  test('stand word for word at their places, whatever the text', () => {
    const piece = fc.constantFrom(
      '3 May 2021',
      'March 2023',
      'in 2019,',
      '2020-02-30',
      'Date:',
      '\n',
      '\f',
      '. ',
      'Mr. ',
      ' ',
      '|',
      '-',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 12 }))), (pieces) => {
        const text = pieces.join(' ')
        for (const { start, end, text: words, date } of found(text)) {
          expect(text.slice(start, end)).toBe(words)
          expect(words.trim()).toBe(words)
          expect(datesIn(words)).toContain(date)
        }
      }),
    )
  })
})

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([one, length]) => one.toISOString().slice(0, length))

function sentence(at: string, quote: string, document = 'a.txt') {
  const place = { documentId: document, reference: null, textVersion: 1, page: null, start: 0, end: quote.length }
  return { date: at, citation: { source: '', document, quote, ...place } }
}

describe('lines', () => {
  test('are sorted by date, and no sentence is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(date, fc.string())), (given) => {
        const lines = foldLines(given.map(([at, quote]) => sentence(at, quote)))
        const dates = lines.map((line) => line.date)
        expect(dates).toEqual(dates.toSorted())
        expect(lines.reduce((sum, { citations }) => sum + citations.length, 0)).toBe(given.length)
        expect(lines.every(({ text, citations }) => citations[0]?.quote === text)).toBe(true)
      }),
    )
  })

  test('that say the same of one date are one, with all their places', () => {
    const lines = foldLines([
      sentence('2021-05', 'The lease was signed in May 2021.'),
      sentence('2021-05-03', 'The lease was signed on 3 May 2021 in York.', 'a.txt'),
      sentence('2021-05-03', 'The lease was signed, on 3 May 2021, in York', 'b.txt'),
      sentence('2021-05-03', 'The tenant fell ill on 3 May 2021.', 'b.txt'),
    ])
    expect(lines.map(({ date: at, citations }) => [at, citations.map(({ document }) => document)])).toEqual([
      ['2021-05', ['a.txt']],
      ['2021-05-03', ['a.txt', 'b.txt']],
      ['2021-05-03', ['b.txt']],
    ])
  })

  test('that contradict each other stay apart, however alike they are', () => {
    const pairs = [
      ['On 3 May 2021 Ms Roe was given 5 mg of warfarin.', 'On 3 May 2021 Ms Roe was given 50 mg of warfarin.'],
      ['On 3 May 2021 Ms Roe did receive the notice.', 'On 3 May 2021 Ms Roe did not receive the notice.'],
      [
        'The rent of 3 May 2021 was £1,200 for the whole upper floor.',
        'The rent of 3 May 2021 was £1,900 for the whole upper floor.',
      ],
      ['On 3 May 2021 the tenant may repair the old roof.', 'On 3 May 2021 the tenant must repair the old roof.'],
      [
        'On 3 May 2021 the tenant of the upper floor refused to pay the landlord the rent.',
        'On 3 May 2021 the tenant of the upper floor was to pay the landlord the rent.',
      ],
      ['On 3 May 2021 the landlord paid Ms Roe.', 'On 3 May 2021 Ms Roe paid the landlord.'],
      [
        'On 3 May 2021 Ms Roe left the flat, the garden, the shed and the yard in good order.',
        'On 3 May 2021 Ms Roe allegedly left the flat, the garden, the shed and the yard in good order.',
      ],
      [
        'On 3 May 2021 she fell on stairs outside and broke the left wrist, seen by a nurse.',
        'On 3 May 2021 she fell on stairs outside and broke the right wrist, seen by a nurse.',
      ],
    ] as const
    for (const pair of pairs)
      expect(foldLines(pair.map((quote) => sentence('2021-05-03', quote))).map(({ text }) => text)).toEqual(pair)
    const same = ['The lease was signed on 3 May 2021.', 'The lease was signed on May 3, 2021.']
    expect(foldLines(same.map((quote) => sentence('2021-05-03', quote))).length).toBe(1)
  })

  test('lie within limits by any of their days', () => {
    expect(isWithin('2023-03', '2023-03-10', null)).toBe(true)
    expect(isWithin('2023', '2023-12', '2024')).toBe(true)
    expect(isWithin('2023-03-09', '2023-03-10', null)).toBe(false)
    expect(isWithin('2023-04', null, '2023-03')).toBe(false)
    expect(isWithin('2023-03-31', null, '2023-03')).toBe(true)
    fc.assert(fc.property(date, (at) => isWithin(at, at, at)))
  })
})

const LETTER = 'Ms Roe was hired on 3 May 2021.\r\n\r\nShe was seen in March 2023. 🩺 Her date of birth: 4 June 1990.'
const COPY = 'Ms Roe was hired on 3 May 2021.\n\nShe left on 9 June 2024, on a day like 5 March. Seen 03/05/23.'

describe('a chronology', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  const run = async (more: Partial<ChronologyInput> = {}) => {
    const events: ChronologyEvent[] = []
    for await (const event of await use.client.survey.chronology({ matter: 'Roe', ...more })) events.push(event)
    return events
  }

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await use.client.matter.create({ name: 'Roe' })
    const paths = [await use.write('copy.txt', COPY), await use.write('letter.txt', LETTER)]
    for await (const _ of await use.client.library.addPaths({ matter: 'Roe', paths }));
  })
  afterAll(() => life.disposeAsync())

  test('gives the sentences of all documents in order of time, with what was read', async () => {
    const events = await run()
    const lines = events.filter((event) => event.type === 'event')
    expect(lines.map(({ date: at, text, citations }) => [at, text, citations.map(({ document }) => document)])).toEqual(
      [
        ['2021-05-03', 'Ms Roe was hired on 3 May 2021.', ['copy.txt', 'letter.txt']],
        ['2023-03', 'She was seen in March 2023.', ['letter.txt']],
        ['2024-06-09', 'She left on 9 June 2024, on a day like 5 March.', ['copy.txt']],
      ],
    )
    expect(events.at(-1)).toMatchObject({
      type: 'chronology-end',
      events: 3,
      documents: 2,
      withoutYear: 1,
      withoutOrder: 1,
      inHeaders: 0,
    })
    expect(events.at(-1)).toMatchObject({ passagesRead: 2, passages: 2, notRead: [], stopped: false })
    for (const { document, start, end, quote } of lines.flatMap(({ citations }) => citations)) {
      const [page] = await use.client.library.text({ matter: 'Roe', document })
      expect(page?.text.slice(start, end)).toBe(quote)
    }
  })

  test('is of the wanted documents and time alone', async () => {
    const events = await run({ documents: ['letter.txt'], from: '2022' })
    expect(events.flatMap((event) => (event.type === 'event' ? event.date : []))).toEqual(['2023-03'])
  })
})
