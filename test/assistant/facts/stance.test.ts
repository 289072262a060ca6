import { describe, expect, test } from 'vitest'
import { stanceTo } from '../../../assistant/facts/stance.ts'
import { standsBeside } from '../../../assistant/facts/find-candidates.ts'

function stance(text: string, word: string, above = '') {
  const start = text.indexOf(word)
  return stanceTo(text, { start, end: start + word.length }, above)
}

describe('what a sentence makes of something that it names', () => {
  test.each([
    ['She has diabetes.', 'yes'],
    ['Known diabetes since 2010', 'yes'],
    ['There is no history of diabetes.', 'no'],
    ['No hypertension, diabetes or asthma.', 'no'],
    ['She denies diabetes', 'no'],
    ['diabetes: none', 'no'],
    ['diabetes was ruled out', 'no'],
    ['She is without diabetes', 'no'],
    ['No fever but diabetes', 'yes'],
    ['Not only diabetes', 'yes'],
    ['Her mother had diabetes.', 'neither'],
    ['Family history of diabetes', 'neither'],
    ["Spouse's Health Condition: died of diabetes", 'neither'],
    ['Seen with her mother, she has diabetes', 'yes'],
    ['Possible diabetes', 'neither'],
    ['at risk of diabetes', 'neither'],
    ['Next visit: diabetes clinic, 22 July', 'neither'],
    ['Seen by the diabetes nurse', 'neither'],
    ['Father had asthma; she has diabetes', 'yes'],
    ['Non-smoker, diabetes', 'yes'],
    ['diabetes: no complaints for a year', 'yes'],
    ['It is not given to a patient with diabetes.', 'neither'],
  ])('%s: %s', (text, expected) => {
    expect(stance(text, 'diabetes')).toBe(expected)
  })

  test.each([
    ['Naproxen 250 mg twice a day', 'yes'],
    ['She takes naproxen.', 'yes'],
    ['Has taken no naproxen since 3 June', 'no'],
    ['Heart failure, probably brought on by naproxen', 'neither'],
    ['Kidney injury due to naproxen', 'neither'],
    ['Allergy: naproxen (vomiting)', 'neither'],
    ['Finished the naproxen on 4 March', 'neither'],
    ['He took his last naproxen on Monday', 'neither'],
    ['naproxen was stopped on 3 June', 'neither'],
    ['naproxen gel applied to the knee', 'neither'],
    ['naproxen must not be given with methotrexate', 'neither'],
  ])('of a medicine, %s: %s', (text, expected) => {
    const start = text.toLowerCase().indexOf('naproxen')
    expect(stanceTo(text, { start, end: start + 'naproxen'.length }, '', true)).toBe(expected)
  })

  test('a condition that something is due to is still there', () => {
    expect(stance('Neuropathy due to diabetes', 'diabetes')).toBe('yes')
  })

  test('what stands in a list of other diagnoses is not said of the patient', () => {
    expect(stance('Gastric cancer', 'cancer', 'Differential Diagnosis:')).toBe('neither')
    expect(stance('Gastric cancer', 'cancer', 'Diagnosis:')).toBe('yes')
    expect(stance('Diagnosis:\nGastric cancer', 'cancer', 'Family History:')).toBe('yes')
    expect(stance('Family History:\nGastric cancer', 'cancer', 'Diagnosis:')).toBe('neither')
  })
})

describe('a value beside the words of its relation', () => {
  const beside = (words: string[], text: string, value: string) =>
    standsBeside(words, text, { start: text.indexOf(value), end: text.indexOf(value) + value.length, arg: '' })

  test.each([
    [['weigh', 'weight'], 'Weight: 58 kg', '58 kg'],
    [['weigh', 'weight'], 'Her weight was 58 kg', '58 kg'],
    [['weigh', 'weight'], 'On 2 June, the patient weighed 58 kg', '58 kg'],
    [['weigh', 'weight'], 'Weight on 2026-06-01: 58 kg', '58 kg'],
    [['weigh', 'weight'], 'Weight (1 June 2026): 58 kg', '58 kg'],
    [['pulse'], 'Temp 37 °C, Pulse 88 bpm', '88 bpm'],
    [['born'], 'Name: J. Marsh\nDate of Birth: 7 April 1965', '7 April'],
    [['arrested'], '**Event: Arrest**\n**Date:** 12 January 2023', '12 January'],
    [['arrested'], 'J. Gonzalez was arrested on 12 March 2023', '12 March'],
    [['judgment'], '**Date of Judgment:**\n15 May 2023', '15 May'],
  ])('%j: %s', (words, text, value) => {
    expect(beside(words, text, value)).toBe(true)
  })

  test.each([
    [['age'], 'Appendectomy at age 25', '25'],
    [['age'], 'Menarche Age: 12', '12'],
    [['age'], 'Last Menstruation: Age 50', '50'],
    [['weigh', 'weight'], 'Weight fell while the child had 58 kg', '58 kg'],
    [['weigh', 'weight'], 'A parcel of 58 kg', '58 kg'],
  ])('not %j: %s', (words, text, value) => {
    expect(beside(words, text, value)).toBe(false)
  })
})
