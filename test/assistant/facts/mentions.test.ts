import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates, findLabels, findNumbers, findProperNames } from '../../../assistant/facts/mentions.ts'
import { textSegments } from '../../../assistant/facts/text-segments.ts'

const place = (unit: string | null, units: string[] = []) =>
  ({ kind: 'number', unit, units, from: null, to: null }) as const
const KG = place('kg', ['lb'])
const CREATININE = place('mg/dL', ['µmol/L'])
const PULSE = place('/min')
const args = (found: readonly { arg: string }[]) => found.map(({ arg }) => arg)

describe('numbers in a text', () => {
  test.each([
    ['a score of -2.5', place(null), ['-2.5']],
    ['Age: 83', place('years'), ['83 years']],
    ['We give 30 days’ notice', place('years'), []],
    ['Weight: 58 kg', KG, ['58 kg']],
    ['58kg', KG, ['58 kg']],
    ['weighed 128 lbs today', KG, ['128 lb']],
    ['1,058.5 kg', KG, ['1058.5 kg']],
    ['a 58-kg woman', KG, ['58 kg']],
    ['between 58 and 60 kg', KG, ['58..60 kg']],
    ['58-60 kg', KG, ['58..60 kg']],
    ['58 to 60 kg', KG, ['58..60 kg']],
    ['creatinine 1.2 mg/dL (106 µmol/L)', CREATININE, ['1.2 mg/dL', '106 µmol/L']],
    [
      'Pulse: 88 bpm, 20 breaths per minute, 18 breaths/min, 22/min.',
      PULSE,
      ['88 /min', '20 /min', '18 /min', '22 /min'],
    ],
    ['She is an 83-year-old woman', place('years'), ['83 years']],
    ['five years of imprisonment', place('years'), ['5 years']],
    ['Age: 83', place('years'), ['83 years']],
    ['a score of 4', place(null), ['4']],
    ['INR 2.5 under warfarin', place(null), ['2.5']],
    ['creatinine 1.2 mg/dL over the last week', CREATININE, ['1.2 mg/dL']],
    ['60 kg under diuretics', KG, ['60 kg']],
  ])('%s', (text, wanted, found) => {
    expect(args(findNumbers(text, wanted))).toEqual(found)
  })

  test.each([
    ['58 mmHg', KG, 'a unit of something else'],
    ['58', KG, 'a bare number where a unit is due'],
    ['over 100 kg', KG, 'a bound'],
    ['< 100 kg', KG, 'a bound'],
    ['a weight loss of approximately 5 kg', KG, 'a change'],
    ['lost 5 kg', KG, 'a change'],
    ['reduced by 2 kg', KG, 'a change'],
    ['room B58 kg', KG, 'a part of a word'],
    ['surgery 10 years ago', place('years'), 'a moment'],
    ['score 3/4', place(null), 'one of two numbers'],
    ['58 kg', place(null), 'a unit where there is none'],
    ['a gain in weight of about 6 kg', KG, 'a change'],
    ['0.7 kg above dry weight', KG, 'a difference'],
    ['2 kg less than before', KG, 'a difference'],
    ['3 kg over his usual dry weight', KG, 'a difference'],
    ['NX3 8DT', place(null), 'a part of a code'],
  ])('%s is no value: %3$s', (text, wanted) => {
    expect(findNumbers(text, wanted)).toEqual([])
  })
})

describe('dates in a text', () => {
  test.each([
    ['2026-06-01', '2026-06-01'],
    ['1 June 2026', '2026-06-01'],
    ['1st of June, 2026', '2026-06-01'],
    ['30th day of June, 2023', '2023-06-30'],
    ['11th, November, 1960', '1960-11-11'],
    ['June 1, 2026', '2026-06-01'],
    ['Sept. 3rd, 2026', '2026-09-03'],
    ['01.06.2026', '2026-06-01'],
    ['13/06/2026', '2026-06-13'],
    ['06/13/2026', '2026-06-13'],
    ['13-06-2026', '2026-06-13'],
    ['2026/06/13', '2026-06-13'],
    ['13-Jun-2026', '2026-06-13'],
    ['13. Juni 2026', '2026-06-13'],
    ['1er décembre 2026', '2026-12-01'],
    ['13 de junio de 2026', '2026-06-13'],
  ])('%s is %s', (text, day) => {
    expect(args(findDates(`on ${text}, when`))).toEqual([day])
  })

  test.each([
    '31 February 2026',
    'June 2026',
    '1 June',
    '05/06/2026',
    '2026-02-31',
    'case 2023-458-01',
    '05-06-2026',
    'x/2026/06/13/',
  ])('%s is no whole date that is certain', (text) => {
    expect(findDates(text)).toEqual([])
  })
})

describe('names in a text', () => {
  const CONDITIONS = [
    { name: 'af', label: 'atrial fibrillation' },
    { name: 'stroke', label: 'stroke, TIA or thromboembolism' },
    { name: 'heart_failure', label: 'heart failure' },
    { name: 'surgery', label: 'surgery or immobility in the last four weeks' },
  ]
  test.each([
    ['She has Atrial  Fibrillation.', ['af']],
    ['Known AF.', ['af']],
    ['two strokes and a TIA', ['stroke', 'stroke']],
    ['heart-failure clinic', ['heart_failure']],
    ['after surgery', ['surgery']],
  ])('%s', (text, found) => {
    expect(args(findLabels(text, CONDITIONS))).toEqual(found)
  })

  test('a label that only has more to say is no list of names', () => {
    const choices = [
      { name: 'hypertension', label: 'hypertension, treated or not' },
      { name: 'grade_1_2', label: 'grade 1 or 2' },
    ]
    expect(args(findLabels('Ramipril not restarted, potassium 2 mmol/L; hypertension treated', choices))).toEqual([
      'hypertension',
    ])
    expect(args(findLabels('encephalopathy grade 1 or 2', choices))).toEqual(['grade_1_2'])
  })

  test('of one thing are not those of several', () => {
    const leg = [{ name: 'swollen_leg', label: 'one swollen leg' }]
    expect(args(findLabels('The swollen leg is warm.', leg))).toEqual(['swollen_leg'])
    expect(findLabels('Breathless, with swollen legs.', leg)).toEqual([])
  })

  test('are whole words, and abbreviations only in capitals', () => {
    expect(findLabels('heatstroke, sunstroke of af or tia', CONDITIONS)).toEqual([])
    expect(args(findLabels('female', [{ name: 'male', label: 'male' }]))).toEqual([])
  })

  test('of people have two words, or an initial', () => {
    expect(args(findProperNames('The claimant, Ann Smith, met J. Marsh in London.'))).toEqual([
      '"Ann Smith"',
      '"J. Marsh"',
    ])
  })
})

describe('segments of a text', () => {
  const pieces = (text: string) => textSegments(text).map(({ start, end }) => text.slice(start, end))

  test('are sentences, also over broken lines, and the lines of a form', () => {
    expect(pieces('She is well. Her weight is\nnow 58 kg.\nPulse: 80\nTemp: 37')).toEqual([
      'She is well.',
      'Her weight is\nnow 58 kg.',
      'Pulse: 80',
      'Temp: 37',
    ])
    expect(pieces('Arrest\nDate: 5 May 2023\nPlea: none')).toEqual(['Arrest\nDate: 5 May 2023', 'Plea: none'])
    expect(pieces('**Date:**\n15 May 2023\n\nDr. Smith signed.')).toEqual([
      '**Date:**\n15 May 2023',
      'Dr. Smith signed.',
    ])
  })

  test('keep every letter, in order, once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'b ', '. ', '\n', ':', '\n\n', '- ', 'Dr. ', '\f', '1')), (parts) => {
        const text = parts.join('')
        const segments = textSegments(text)
        const letters = (written: string) => written.replace(/\s/g, '')
        expect(letters(segments.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(letters(text))
        for (const [index, { start, end }] of segments.entries()) {
          expect(start).toBeGreaterThanOrEqual(segments[index - 1]?.end ?? 0)
          expect(end).toBeGreaterThan(start)
        }
      }),
    )
  })
})
