import { expect, test } from 'vitest'
import type { KeptSheet, Sheet, SheetInput } from '../../contract/knowledge/sheet.ts'
import { answerShown, sheetText, stepsOf } from '../../contract/knowledge/sheet-words.ts'
import { changeWords } from '../../renderer/sheets/kept-sheets.tsx'
import { restsWords } from '../../renderer/sheets/sheet-result.tsx'
import { inventCalculators, inventSheet } from './stand-in/invented-calculators.ts'
import { verbatim } from '../../wording/message.ts'

function sheetOf(name: string): Sheet {
  const calculator = inventCalculators().find((one) => one.name === name)
  if (!calculator) throw new Error(`no calculator ${name}`)
  return inventSheet(calculator, [], [{ relation: 'has', args: ['patient', 'diabetes'], holds: 'no' }])
}

const labelled = (label: string, state: SheetInput['state']) => ({ label, state }) as SheetInput

test('it is said what the result rests on and what is missing, in words that fit into a sentence', () => {
  const known = ['Age', 'Heart failure', 'GCS'].map((label) => labelled(label, 'recorded'))
  expect(restsWords(known)).toBe('Known: age, heart failure and GCS. Nothing is missing.')
  expect(restsWords([...known.slice(0, 1), labelled('A past stroke', 'missing')])).toBe(
    'Known: age. Missing: a past stroke.',
  )
  expect(restsWords([labelled('Sex', 'missing'), labelled('Weight', 'conflict')])).toBe('Missing: sex and weight.')
  expect(restsWords(['A', 'B', 'C', 'D', 'E', 'F'].map((label) => labelled(label, 'missing')))).toBe(
    'Missing: a, b, c, d and 2 more.',
  )
  expect(
    restsWords(['Kind of claim', 'Fraud, concealment or mistake'].map((label) => labelled(label, 'recorded'))),
  ).toBe('Known: kind of claim; fraud, concealment or mistake. Nothing is missing.')
})

test('the steps of a sum are its parts, those of a formula its inputs', () => {
  const steps = stepsOf(sheetOf('cha2ds2vasc'))
  expect(steps.map(({ words, value, isOpen }) => [words, value, isOpen])).toContainEqual(['Diabetes', '0', false])
  expect(steps.filter(({ isOpen }) => isOpen)).toHaveLength(3)
  expect(stepsOf(sheetOf('dose'))).toEqual([{ words: 'Weight', value: 'not recorded', isOpen: true }])
})

test('of a sum of many parts those that add nothing are one step, and where nothing is known the inputs are the steps', () => {
  const sheet = sheetOf('cha2ds2vasc')
  const part = (say: string, count: string) => ({ say, points: { low: count, high: count }, because: '' })
  const many = [part('a pulse of 40 or less', '3'), ...Array.from({ length: 20 }, (_, at) => part(`part ${at}`, '0'))]
  const sum = { ...sheet, calculation: { ...sheet.calculation, parts: many } }
  expect(stepsOf(sum).map(({ words, value }) => [words, value])).toEqual([
    ['A pulse of 40 or less', '3'],
    ['All other parts', '0'],
  ])
  const unknown = sheet.inputs.map((input) => ({ ...input, state: 'missing' as const, value: null, holds: null }))
  expect(stepsOf({ ...sum, inputs: unknown })).toHaveLength(unknown.length)
})

test('the parts of an item, of which at most one counts, are one step', () => {
  const sheet = sheetOf('cha2ds2vasc')
  const part = (say: string, low: string, high: string, item: number) => ({
    say,
    points: { low, high },
    item,
    holds: low === high ? ('no' as const) : ('unknown' as const),
    steps: [],
  })
  const parts = [
    part('pulse 41 to 50', '0', '1', 0),
    part('pulse 91 to 110', '0', '1', 0),
    part('pulse 111 to 130', '0', '2', 0),
    { ...part('not alert', '3', '3', 1), holds: 'yes' as const },
    part('temperature 35.0 or less', '0', '0', 2),
    part('temperature 39.1 or more', '0', '0', 2),
  ]
  const sum = { kind: 'sum' as const, result: { low: '3', high: '5' }, parts }
  const ground = { rule: 'news2', title: 'NEWS2', pack: 'p', source: null, sourceRead: false, reviewed: true }
  const grounds = [{ ...ground, validFrom: null, validTo: null, steps: [sum] }]
  const proof = { sentence: 'the score is 3 to 5', holds: 'unknown' as const, grounds }
  const said = parts.map(({ say, points }) => ({ say, points, because: '' }))
  const steps = stepsOf({ ...sheet, calculation: { ...sheet.calculation, parts: said, proof } })
  expect(steps.map(({ words, value }) => [words, value])).toEqual([
    ['Pulse', '0 to 2'],
    ['Not alert', '3'],
    ['Temperature, none of these: 35.0 or less; 39.1 or more', '0'],
  ])
})

test('codes and ranges stand on a sheet as people write them, and a conflict is none that was not recorded', () => {
  const [input] = sheetOf('dose').inputs
  if (!input) throw new Error('the sheet asks for nothing')
  const grade = {
    kind: 'name' as const,
    type: 'grade',
    open: false,
    choices: [{ name: 'grade_1_2', label: 'Grade 1 or 2' }],
  }
  const asked = { ...input, args: ['patient', null], state: 'recorded' as const, holds: 'yes' as const }
  expect(answerShown({ ...asked, value: '35..40 kg' })).toBe('35 to 40 kg')
  expect(answerShown({ ...asked, value: 'grade_1_2', places: [grade, grade] })).toBe('Grade 1 or 2')
  expect(answerShown({ ...asked, value: null, holds: 'unknown' })).toBe('not known')
  expect(answerShown({ ...asked, value: null, holds: null, state: 'conflict' })).toBe('values conflict')
})

test('copied, a sheet says of whom it is, what documents state, and of each input what is known and where from', () => {
  const sheet = sheetOf('cha2ds2vasc')
  const named = sheetText({
    ...sheet,
    subjects: [{ type: 'patient', name: 'anna' }],
    stated: [
      {
        value: '3',
        documentId: 'd',
        document: 'letter.pdf',
        quote: 'CHA2DS2-VASc score 3',
        day: null,
        why: [verbatim('It would be 3 with “Diabetes: yes”')],
      },
    ],
    calculation: { ...sheet.calculation, warning: 'Only in atrial fibrillation.' },
  })
  expect(named).toContain('CHA2DS2-VASc for anna, as of 2026-06-03: 0 to 3')
  expect(named).toContain('- letter.pdf says 3: “CHA2DS2-VASc score 3” It would be 3 with “Diabetes: yes”.')
  expect(named).toContain('Only in atrial fibrillation.')
  expect(named).toContain('- Diabetes: no, given for this sheet')
  expect(sheetText(sheetOf('cha2ds2vasc'))).toContain('CHA2DS2-VASc, as of 2026-06-03: 0 to 3')
  expect(sheetText(sheetOf('cha2ds2vasc'))).toContain('- Diabetes: no')
  expect(sheetText(sheetOf('dose'))).toContain('- Weight: not recorded')
})

test('a kept sheet says what is new since and what it would be now, and nothing where nothing is', () => {
  const kept: KeptSheet = {
    goal: 'bmi',
    title: 'Body mass index',
    about: [],
    asOf: '2026-06-03',
    result: '24.7',
    unit: 'kg/m²',
    now: '24.7',
    isHere: true,
    problem: null,
    changed: [],
  }
  expect(changeWords(kept)).toBe('')
  expect(changeWords({ ...kept, changed: ['Height', 'Weight'], now: '27.8' })).toBe(
    'Changed since: Height and Weight. Now 27.8 kg/m².',
  )
  expect(changeWords({ ...kept, now: null, isHere: false, problem: verbatim('There is no such calculator.') })).toBe(
    'Its rules are not used in this matter any more.',
  )
  expect(changeWords({ ...kept, now: null, problem: verbatim('The rules were stopped.') })).toBe(
    'The rules were stopped.',
  )
})
