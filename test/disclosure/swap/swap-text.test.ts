import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sexBoundWords } from '../../../disclosure/swap/swap-packet.ts'
import { findSwaps, swapText } from '../../../disclosure/swap/swap-text.ts'

const ALL = { sex: true, origin: true }

describe('swapText', () => {
  test.each([
    [
      'Mr [PERSON-2, m] said he took his dose; I told him so.',
      'Ms [PERSON-2, f] said she took her dose; I told her so.',
    ],
    ['The choice is hers. Her husband left her.', 'The choice is his. His wife left him.'],
    ['She saw her own doctor, and they gave her a leaflet.', 'He saw his own doctor, and they gave him a leaflet.'],
    ['A 62 yo F, [AGE-1, 60 to 69]M, sex: f.', 'A 62 yo M, [AGE-1, 60 to 69]F, sex: m.'],
    ['MALE, 70. SHE’s the daughter-in-law.', 'FEMALE, 70. HE’s the son-in-law.'],
    ['A Nigerian man, a Black woman, a Muslim.', 'A Norwegian woman, a White man, a Christian.'],
    [
      'Herr [PERSON-1, m] klagt, er hat Schmerzen, und seine Akte ist mit ihm hier.',
      'Frau [PERSON-1, f] klagt, sie hat Schmerzen, und ihre Akte ist mit ihm hier.',
    ],
    [
      'Die Klägerin ist nicht im Recht, und der Klägerin wurde gekündigt.',
      'Der Kläger ist nicht im Recht, und dem Kläger wurde gekündigt.',
    ],
  ])('%s', (text, swapped) => {
    expect(swapText(text, ALL)).toBe(swapped)
  })

  test.each([
    'HER2 positive, left bundle branch block below the bundle of His, on the Isle of Man.',
    'Irish law and the Dutch courts; black stool, white cells; a Christian name.',
    'Miss two doses of it, then see me. MS and MR of the spine. 98 F.',
    'Der Mangel ist nicht von der Hand zu weisen, und man sieht das.',
  ])('leaves what is of nobody: %s', (text) => {
    expect(swapText(text, ALL)).toBe(text)
  })

  test('says which German words stay, for they mean more than one thing', () => {
    expect(findSwaps('Das ist nicht für sie, und Herrn [PERSON-1, m] traf ich mit ihm.', ALL).left).toEqual([
      'sie',
      'Herrn',
      'ihm',
    ])
  })

  test('swaps only what it is told to', () => {
    expect(swapText('A Syrian woman.', { sex: false, origin: true })).toBe('A Swedish woman.')
    expect(swapText('A Syrian woman.', { sex: true, origin: false })).toBe('A Syrian man.')
  })
})

test('words of one sex alone are found, whatever their ending', () => {
  expect(sexBoundWords(['Prostatic cancer, PSA 4.', 'She is pregnant; cervical spine, lactate 2.'])).toEqual([
    'Prostatic',
    'PSA',
    'pregnant',
  ])
})

const ENGLISH = fc
  .constantFrom(
    ...'he she He She HIS his her himself man woman Female male boy wife husband daughter sons nephew Nigerian Swiss Jewish mosque the patient took report lease of by and not in [PERSON-2,f] [PERSON-14,m] [S1] [R2] [DATE-3,day] 5mg 12.5 2026-03-04 31 March'.split(
      ' ',
    ),
  )
  .map((word) => word.replace(',f', ', f').replace(',m', ', m').replace(',day', ', day 185, Tuesday'))
const text = fc
  .array(fc.tuple(ENGLISH, fc.constantFrom(' ', ' ', '. ', ', ', '\n')), { maxLength: 40 })
  .map((words) => words.flat().join(''))

describe('whatever the text', () => {
  test('swapped twice it is the text again', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(swapText(swapText(one, ALL), ALL)).toBe(one)
      }),
    )
  })

  test('also where "him" or Mrs stand, it is so from the first swapping on', () => {
    const any = fc.array(
      fc.constantFrom(
        'Mrs Lee ',
        'Miss Lee ',
        'him ',
        'hers ',
        'him. ',
        'book ',
        'Mr Lee ',
        'er hat ',
        'sie ',
        'und ',
        'nicht ',
        'die Patientin ',
        'dem Kläger ',
      ),
      {
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(any, (words) => {
        const once = swapText(words.join(''), ALL)
        const twice = swapText(once, ALL)
        expect(swapText(twice, ALL)).toBe(once)
      }),
    )
  })

  test('no number, date, pseudonym or mark of a source is another one', () => {
    const kept = (one: string) => one.match(/\d+(?:[.,-]\d+)*|\[[A-Z]+-\d+|\[[SR]\d+\]|March/g) ?? []
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (one) => {
        expect(kept(swapText(one, ALL))).toEqual(kept(one))
      }),
    )
  })
})
