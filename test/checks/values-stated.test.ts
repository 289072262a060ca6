import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ComputedQuantity, isStatedIn, valuesStated } from '../../checks/values-stated.ts'

const value = (low: string, unit: string | null = null, high = low) => ({ kind: 'number' as const, low, high, unit })
const day = (low: string, high = low) => ({ kind: 'date' as const, low, high, unit: null })

const CLEARANCE: ComputedQuantity = {
  names: [],
  asks: ['What is the creatinine clearance of …?', 'How well do the kidneys of … work?'],
  values: [value('52.7402', 'mL/min')],
}
const SCORE: ComputedQuantity = {
  names: [],
  asks: ['What is the CHA2DS2-VASc score of …?', 'How high is the stroke risk of …?'],
  values: [value('4')],
}
const RANGE: ComputedQuantity = { ...SCORE, values: [value('4', null, '8')] }
const LIMIT: ComputedQuantity = {
  names: [],
  asks: ['When does the limitation period end?'],
  values: [day('2026-06-20')],
}
const DOSE: ComputedQuantity = {
  names: ['enoxaparin'],
  asks: ['What dose of enoxaparin does … need?'],
  values: [value('60', 'mg')],
}
const ASKED = 'And now?'

/** What is stated and is not the rule's. */
function otherValues(sentence: string, quantity: ComputedQuantity, question: string): readonly string[] {
  const { values, agrees } = valuesStated(sentence, quantity, question)
  return agrees ? [] : values
}

describe('a number with a point or a comma is read as the language of its sentence writes it', () => {
  const dose = (computed: string): ComputedQuantity => ({
    ...DOSE,
    asks: [...DOSE.asks, 'Dosis von Enoxaparin'],
    values: [value(computed, 'mg')],
  })
  const english = (said: string) => `The dose of enoxaparin for the patient is ${said} mg.`
  const german = (said: string) => `Die Dosis von Enoxaparin für den Patienten beträgt ${said} mg.`

  test.each([
    ['1250', '1.250', english, false],
    ['1250', '1,250', english, true],
    ['1.25', '1,250', english, false],
    ['1.25', '1.25', english, true],
    ['1250', '1.250', german, true],
    ['1.25', '1,25', german, true],
    ['1.25', '1.250', german, false],
    ['1250', '1,250', german, false],
    ['30.3', '30,3', english, true],
  ] as const)('of a computed %s mg "%s mg"', (computed, said, sentence, agrees) => {
    expect(valuesStated(sentence(said), dose(computed), ASKED).agrees).toBe(agrees)
  })
})

describe('another value than a rule computes', () => {
  test.each([
    ['the number of something else under its name', 'The creatinine clearance is 131 µmol/L.', CLEARANCE, ['131']],
    ['another number in its unit, half named', 'Clearance came to 46 mL/min.', CLEARANCE, ['46']],
    ['a score of an older day', 'CHA2DS2-VASc score 3 on admission.', SCORE, ['3']],
    ['a number word', 'The stroke risk is five.', SCORE, ['five']],
    ['beside a range', 'The CHA2DS2-VASc is 9.', RANGE, ['9']],
    ['another day', 'The limitation period ends on 21 June 2026.', LIMIT, ['21 June 2026']],
    ['another month', 'The limitation period ends in May 2026.', LIMIT, ['May 2026']],
    ['another dose of the same drug', 'The dose of enoxaparin is 40 mg.', DOSE, ['40']],
    ['another dose a day', 'The dose of enoxaparin is 40 mg/day.', DOSE, ['40']],
    ['beside a bound', 'The creatinine clearance is 46 mL/min, which is above 30 mL/min.', CLEARANCE, ['46']],
    ['what it came to', 'The creatinine clearance fell from 61 to 46 mL/min.', CLEARANCE, ['61', '46']],
    ['about', 'The creatinine clearance is about 46 mL/min.', CLEARANCE, ['46']],
    ['in points', 'The CHA2DS2-VASc score is 3 points.', SCORE, ['3']],
    ['in points, for somebody', 'The CHA2DS2-VASc score is 3 points for this patient.', SCORE, ['3']],
    [
      'an end after a beginning',
      'The limitation period runs from 20 June 2023 and ends on 2 July 2027.',
      LIMIT,
      ['2 July 2027'],
    ],
    ['a last day', 'The limitation period ends before 2 July 2027.', LIMIT, ['2 July 2027']],
  ])('is stated: %s', (_, sentence, quantity, values) => {
    expect(otherValues(sentence, quantity, ASKED)).toEqual(values)
  })

  test.each([
    ['its value, rounded', 'The creatinine clearance is 52.7 mL/min.', CLEARANCE],
    ['its value, rounded to a whole', 'The creatinine clearance is 53 mL/min.', CLEARANCE],
    ['its value among others', 'From 131 µmol/L follows a creatinine clearance of 52.7 mL/min.', CLEARANCE],
    ['what it is computed from', 'Creatinine was 131 µmol/L on 17 June 2025.', CLEARANCE],
    ['a quantity in a longer unit', 'The eGFR is 46 mL/min/1.73 m².', CLEARANCE],
    ['the numbers in its name', 'The CHA2DS2-VASc was not recorded.', SCORE],
    ['what lies in its range', 'The CHA2DS2-VASc is 5.', RANGE],
    ['its day, written out', 'The limitation period ends on 20 June 2026.', LIMIT],
    ['its month', 'The limitation period ends in June 2026.', LIMIT],
    ['another day of another thing', 'The lease ends on 24 March 2031.', LIMIT],
    ['another drug', 'The dose of furosemide is 40 mg.', DOSE],
    ['no number', 'The creatinine clearance is low.', CLEARANCE],
    ['a bound', 'Enoxaparin is given once daily where the creatinine clearance is below 30 mL/min.', CLEARANCE],
    ['a bound by a sign', 'Creatinine clearance ≥30 mL/min: twice daily.', CLEARANCE],
    ['what is normal', 'The normal creatinine clearance is 90 to 120 mL/min.', CLEARANCE],
    ['what is normal, with a dash and both units', 'Creatinine clearance, normal: 90 mL/min–120 mL/min.', CLEARANCE],
    ['what lies between two bounds', 'With a creatinine clearance between 15 and 29 mL/min it is halved.', CLEARANCE],
    ['a page', 'The creatinine clearance was calculated from page 3 of the chart.', CLEARANCE],
    ['a section', 'The creatinine clearance is explained in section 4.2.', CLEARANCE],
    ['what is related to the body', 'The creatinine clearance is 46 mL/min/1.73 m².', CLEARANCE],
    ['what calls for something', 'A CHA2DS2-VASc score of 2 or more calls for anticoagulation.', SCORE],
    ['a threshold', 'This CHA2DS2-VASc score exceeds the threshold of 2.', SCORE],
    ['the points of one part', 'The CHA2DS2-VASc score gives 2 points for age of 75 or more.', SCORE],
    ['an age', 'The stroke risk rises with age over 75 years.', SCORE],
    ['a share of people', 'The stroke risk is 7.2 % a year.', SCORE],
    ['when it begins', 'The limitation period began on 20 June 2023 and ends three years later.', LIMIT],
    ['what it runs from', 'The limitation period ends three years from 20 June 2023.', LIMIT],
    ['what it ends after', 'The limitation period ends three years after 20 June 2023.', LIMIT],
    ['where it is changed', 'The dose of enoxaparin is halved below 30 mL/min.', DOSE],
    ['what it depends on', 'The dose of enoxaparin is halved when the clearance is 25 mL/min.', DOSE],
    ['what it is for each kilogram', 'The dose of enoxaparin is 1 mg/kg.', DOSE],
  ])('is not: %s', (_, sentence, quantity) => {
    expect(otherValues(sentence, quantity, ASKED)).toEqual([])
  })

  test('is found whatever it is the value for, where a name says nothing', () => {
    const said = 'The CHA2DS2-VASc score is 3.'
    expect(otherValues(said, { ...SCORE, names: ['high'] }, ASKED)).toEqual(['3'])
  })

  test('is also found by the words of the question', () => {
    const sentence = 'The renal function is 46.'
    expect(otherValues(sentence, CLEARANCE, ASKED)).toEqual([])
    expect(otherValues(sentence, CLEARANCE, 'How is her renal function?')).toEqual(['46'])
  })

  test('never is the value of the rule, however many digits are said', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), fc.nat(3), (number, digits) => {
        const quantity = { ...CLEARANCE, values: [value(String(number.toFixed(9)), 'mL/min')] }
        const said = Number(number.toFixed(9)).toFixed(digits)
        expect(otherValues(`The creatinine clearance is ${said} mL/min.`, quantity, ASKED)).toEqual([])
      }),
    )
  })
})

describe('a passage', () => {
  const states = (text: string, values: readonly string[]) => isStatedIn([text], values, SCORE, ASKED)

  test('states a value where one sentence or line has it with the words for it', () => {
    expect(states('Known: atrial fibrillation (CHA2DS2-VASc score 3). Age 74.', ['3'])).toBe(true)
    expect(states('| Test | Result |\n| CHA2DS2-VASc score | 3 |', ['3'])).toBe(true)
  })

  test('does not where the number stands elsewhere', () => {
    expect(states('The CHA2DS2-VASc score was not noted. He spent 3 days in hospital.', ['3'])).toBe(false)
    expect(states('Known: atrial fibrillation (CHA2DS2-VASc score 3).', ['5'])).toBe(false)
    expect(states('Anticoagulate with a CHA2DS2-VASc score of 3 or more.', ['3'])).toBe(false)
  })
})
