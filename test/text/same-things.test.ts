import { expect, test } from 'vitest'
import sameThings from '../../text/same-things.json' with { type: 'json' }
import { headsOf, isNamedThere, thingsNamed } from '../../text/same-things.ts'

const isNamedBy = (question: string, place: string) =>
  thingsNamed(question).some(({ others }) => isNamedThere(others, place))

test.each([
  ['What was her heart rate?', 'Pulse 118/min'],
  ['What was the oxygen saturation?', 'SpO2 91 % on air'],
  ['Is she allergic to anything?', 'Allergies: penicillin'],
  ['Who is the lessor?', 'Landlord: Pennifold Estates Limited'],
  ['Wie war der Puls?', 'Herzfrequenz 88/min'],
  ['Quelle était la tension artérielle ?', 'BP 132/84 mmHg'],
  ['Has she had a thrombosis?', 'A thrombus in the popliteal vein'],
  ['What was the LVEF?', 'Ejection fraction 30 %'],
  ['Which antibiotic was she given?', 'trimethoprim 200 mg twice a day'],
  ['Welchen Betablocker nimmt sie?', 'Bisoprolol 2,5 mg'],
  ['What dose of the loop diuretic is she on?', 'furosemide 40 mg od'],
  ['What did she weigh on leaving hospital?', 'Discharge weight 76.8 kg'],
])('"%s" is of what "%s" names', (question, place) => {
  expect(isNamedBy(question, place)).toBe(true)
})

test.each([
  ['What was the HR?', 'after one hr'],
  ['What was her heart rate?', 'The rate of interest'],
  ['When is the rent due?', 'The rent deposit is due'],
  ['Is she on amoxicillin?', 'No antibiotic was given'],
  ['Was trimethoprim given?', 'amoxicillin 500 mg'],
])('"%s" is not of what "%s" names', (question, place) => {
  expect(isNamedBy(question, place)).toBe(false)
})

test('of names within each other the longest counts', () => {
  const [thing, ...more] = thingsNamed('Was a chest X-ray taken?')
  expect(more).toEqual([])
  expect(isNamedThere(thing?.others ?? [], 'CXR: clear')).toBe(true)
  expect(headsOf(thing?.others ?? [])).toContain('cxr')
})

const lines = [...sameThings.clinic, ...sameThings.law, ...sameThings.everyday].map((line) =>
  line.split(': ').map((names) => names.split(', ')),
)

test('each name of each line finds all others, and names are never listed twice', () => {
  for (const [names = []] of lines) {
    expect([...new Set(names.map((name) => name.toLowerCase()))]).toEqual(names.map((name) => name.toLowerCase()))
    for (const one of names)
      for (const other of names.filter((name) => name !== one))
        expect([one, other, isNamedBy(`x ${one} y`, `x ${other} y`)]).toEqual([one, other, true])
  }
})

test('each name of a kind finds each thing of that kind', () => {
  for (const [names = [], ofKind = []] of lines)
    for (const one of names)
      for (const other of ofKind)
        expect([one, other, isNamedBy(`x ${one} y`, `x ${other} y`)]).toEqual([one, other, true])
})
