import { expect, test } from 'vitest'
import type { KeptSheet, Sheet, SheetInput } from '../../contract/sheet.ts'
import { sheetText } from '../../renderer/sheets/keep-sheet.tsx'
import { changeWords } from '../../renderer/sheets/kept-sheets.tsx'
import { restsWords, stepsOf } from '../../renderer/sheets/sheet-result.tsx'
import { inventCalculators, inventSheet } from './stand-in/invented-calculators.ts'

function sheetOf(name: string): Sheet {
  const calculator = inventCalculators().find((one) => one.name === name)
  if (!calculator) throw new Error(`no calculator ${name}`)
  return inventSheet(calculator, [], [{ relation: 'has', args: ['patient', 'diabetes'], holds: 'no' }])
}

const labelled = (label: string, state: SheetInput['state']) => ({ label, state }) as SheetInput

test('it is said what the result rests on and what is missing, in words that fit into a sentence', () => {
  const known = ['Age', 'Heart failure', 'GCS'].map((label) => labelled(label, 'recorded'))
  expect(restsWords(known)).toBe('Based on age, heart failure and GCS. Nothing is missing.')
  expect(restsWords([...known.slice(0, 1), labelled('A past stroke', 'missing')])).toBe(
    'Based on age. One answer is missing: a past stroke.',
  )
  expect(restsWords([labelled('Sex', 'missing'), labelled('Weight', 'conflict')])).toBe(
    'Nothing is known yet. 2 answers are missing: sex and weight.',
  )
})

test('the steps of a sum are its parts, those of a formula its inputs', () => {
  const steps = stepsOf(sheetOf('cha2ds2vasc'))
  expect(steps.map(({ words, value, isOpen }) => [words, value, isOpen])).toContainEqual(['Diabetes', '0', false])
  expect(steps.filter(({ isOpen }) => isOpen)).toHaveLength(3)
  expect(stepsOf(sheetOf('dose'))).toEqual([{ words: 'Weight', value: 'not recorded', isOpen: true }])
})

test('copied, a sheet says of each input what is known and where from', () => {
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
    changed: [],
  }
  expect(changeWords(kept)).toBe('')
  expect(changeWords({ ...kept, changed: ['Height', 'Weight'], now: '27.8' })).toBe(
    'New since: Height and Weight. Now 27.8 kg/m².',
  )
  expect(changeWords({ ...kept, now: null, isHere: false })).toBe('Its rules are not used in this matter any more.')
})
