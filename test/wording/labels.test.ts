import { expect, it } from 'vitest'
import { withinSentence } from '../../wording/phrases.ts'

it.each([
  ['Long-term dialysis', 'long-term dialysis'],
  ['Date of birth', 'date of birth'],
  ['Child-Pugh class', 'Child-Pugh class'],
  ['SpO2', 'SpO2'],
  ['INR', 'INR'],
])('the label %s is %s in the middle of a sentence', (label, said) => {
  expect(withinSentence(label)).toBe(said)
})
