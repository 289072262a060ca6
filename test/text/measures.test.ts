import { describe, expect, test } from 'vitest'
import { absentFacts } from '../../checks/absent-facts.ts'
import { isSameMeasure, type Measure, measuresIn } from '../../text/measures.ts'
import { moneyIn } from '../../text/money.ts'

const only = (text: string) => measuresIn(text)[0] as Measure
const sums = (text: string) => moneyIn(text).map(({ currency, figure, times }) => `${currency} ${figure} × ${times}`)

describe('a measure is the same in whatever language and unit it is written', () => {
  test.each([
    ['24 Monate', '2 years'],
    ['zwei Jahre', '24 mois'],
    ['trois semaines', '21 días'],
    ['90 giorni', 'novanta giorni'],
    ['48 uur', '2 days'],
    ['5 lat', '60 miesięcy'],
    ['dwanaście miesięcy', '1 year'],
    ['vinte e um dias', 'three weeks'],
    ['1,5 Gramm', '1500 miligramos'],
    ['30 Prozent', '30 per cent'],
    ['900 EUR monatlich', '€900 a month'],
    ['1.250.000,50 €', '€1,250,000.50'],
    ['2,5 Millionen Euro', '€2.5 million'],
    ['10 jours ouvrables', '10 working days'],
    ['10 Arbeitstage', '10 business days'],
  ])('%s and %s', (one, other) => expect(isSameMeasure(only(one), only(other))).toBe(true))

  test.each([
    ['24 Monate', '3 Jahre'],
    ['trois semaines', '20 jours'],
    ['10 Werktage', '10 Tage'],
    ['900 EUR wöchentlich', '900 EUR monatlich'],
    ['5 złotych', '5 euro'],
  ])('%s is not %s', (one, other) => expect(isSameMeasure(only(one), only(other))).toBe(false))
})

test('a changed number is named in a sentence of any language, and one that is only written otherwise is not', () => {
  expect(absentFacts('Die Kündigungsfrist beträgt drei Monate.', ['Kündigungsfrist: 3 Monate'], '')).toEqual([])
  expect(absentFacts('Die Frist beträgt drei Monate.', ['Frist: 4 Monate'], '')).toEqual(['drei'])
  expect(absentFacts('Le délai est de 30 jours.', ['Délai : 30 mois'], '')).toEqual(['30 jours'])
})

test.each([
  ['Der Preis beträgt 1.250,50 € oder EUR 300.', ['EUR 1250.5 × 1', 'EUR 300 × 1']],
  ['Le prix est de 2,5 millions d’euros.', ['EUR 2.5 × 1000000']],
  ['El precio es de 12,50 euros.', ['EUR 12.5 × 1']],
  ['Czynsz wynosi 900 zł, kaucja 1800 złotych.', ['PLN 900 × 1', 'PLN 1800 × 1']],
  ["Die Busse beträgt CHF 1'200.", ['CHF 1200 × 1']],
  ['Il a lu trois livres et 20 livres encore.', []],
])('the sums of money of "%s"', (text, expected) => expect(sums(text)).toEqual(expected))

test.each([
  ['EUR 1.085 = USD 1.000', [1.085, 1]],
  ['EUR 1.000 = USD 1.085', [1, 1.085]],
  ['EUR 1 = USD 1.085', [1, 1.085]],
  ['1.085 dollars equal 1 euro', [1.085, 1]],
  ['The exchange rate is 1.085 dollars', [1.085]],
  ['Der Wechselkurs: EUR 1.085', [1.085]],
  ['EUR 1.200 = USD 1.302', [1200, 1302]],
  ['EUR 1.200 were paid', [1200]],
  ['Die Miete ist 1.200 Euro', [1200]],
])('"%s" has thousandths where it is a rate, and thousands else', (text, expected) => {
  expect(measuresIn(text).map(({ plain }) => plain)).toEqual(expected)
})

test.each(['under Article No. 214', 'pursuant to section number 12', 'gemäß Ziffer 7', 'artículo 5'])(
  'the number of a provision is no amount: %s',
  (text) => {
    expect(measuresIn(text).map(({ isPlace }) => isPlace)).toEqual([true])
  },
)
