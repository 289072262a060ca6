import { describe, expect, test } from 'vitest'
import { createDetector } from '../../../disclosure/identifiers/create-detector.ts'
import { wordLists } from '../word-lists.ts'
import { madeUpDetection } from './made-up-detector.ts'
import { inputOf, packetOf } from './made-up-packet.ts'

const { find } = createDetector(wordLists)
const detection = { ...madeUpDetection({}), find: (text: string) => find(text, []) }

/** What leaves of a text beside a visit in June 2025. */
function leaves(text: string, visit = 'Seen on 03.06.2025.'): string {
  const { built } = packetOf(inputOf(['How is this?', `${text}\n${visit}`]), detection)
  return built.segments[1]?.outgoing ?? ''
}

describe('a birthday leaves as a band', () => {
  test.each([
    'CALLOWAY, Edwin (M) 14/03/1951',
    'Patient: CALLOWAY, Edwin | M | 14/03/1951',
    'Herr Jonas Kaltwasser, Jahrgang 1951, kam allein.',
    'Pani Halina Wiśniewska, rocznik 1951, mieszka sama.',
    'La signora Maria Ronchetti, classe 1951, vive sola.',
    'Name\tDOB\tAdmitted\nEdwin Calloway\t14/03/1951\t02/06/2025',
    'Nome\tData di nascita\tRicovero\nMaria Ronchetti\t14/03/1951\t02/06/2025',
    'Mr Edwin Calloway (b. 1951) came.',
  ])('without a word for it right before: %s', (text) => {
    expect(leaves(text)).toMatch(/\[DATE-\d+, 70 to 79 years before the latest date\]/)
  })

  test.each([
    'Her son Tom Calloway (14/04/2017) lives with her.',
    'Ihre Tochter Mia Kaltwasser, 12.04.2017, lebt bei ihr.',
    'Name\tGeburtsdatum\nMia Kaltwasser\t12.04.2017',
    'CALLOWAY, Tom (M) 14/04/2017',
  ])('of a child too: %s', (text) => {
    expect(leaves(text)).toMatch(/\[DATE-\d+, 0 to 9 years before the latest date\]/)
  })

  test('of which two figures of a year are left, without any detail', () => {
    expect(leaves('Herr Jonas Kaltwasser, Jg. 51, kam.')).toMatch(/Jg\. \[DATE-1\], kam/)
  })
})

describe('a birthday with a year in two figures', () => {
  test.each([
    ['geb. 12.04.28', 'more than 89 years before'],
    ['DOB 14/04/29', 'more than 89 years before'],
    ['geboren op 14-04-27', 'more than 89 years before'],
    ['ur. 12.04.51', '70 to 79 years before'],
    ['nato il 14/04/48', '70 to 79 years before'],
    ['née le 14/04/30', 'more than 89 years before'],
    ['born 12-Apr-28', 'more than 89 years before'],
  ])('lies in the past: %s', (text, band) => expect(leaves(`${text}.`)).toContain(`, ${band} the latest date]`))

  test.each(['geb. 12.04.19', 'DOB 14/04/19', 'ur. 12.04.19'])(
    'tells no age where a child and a centenarian were both born so: %s',
    (text) => expect(leaves(`${text}.`)).toMatch(/\[DATE-1\]\./),
  )

  test.each([
    ['geb. 12.04.19, 6 Jahre alt.', '0 to 9 years before'],
    ['geb. 12.04.19, 106 Jahre alt.', 'more than 89 years before'],
    ['geb. 12.04.04.', '20 to 29 years before'],
  ])('is told where an age or the span of a life says which: %s', (text, band) => {
    expect(leaves(text)).toContain(`, ${band} the latest date]`)
  })

  test('beside a name is no day to come', () => {
    expect(leaves('Jonas Kaltwasser, 12.04.28')).toMatch(/\[DATE-1\]\n/)
    expect(leaves('Jonas Kaltwasser, 98 Jahre alt, kam.\nJonas Kaltwasser, 12.04.27')).toMatch(
      /\[DATE-1, more than 89 years before the latest date\]/,
    )
  })

  test('leaves other days as they are', () => {
    expect(leaves('Termin am 12.06.25.')).toContain('[DATE-1, day 10, Thursday]')
  })
})

test('nothing is told of a birth that lies behind all other dates', () => {
  expect(leaves('Geboren am 12.09.2025.')).toMatch(/am \[DATE-1\]\./)
})
