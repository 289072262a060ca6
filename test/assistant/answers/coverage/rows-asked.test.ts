import { describe, expect, test } from 'vitest'
import { passage, readWhole } from './read-whole.ts'

const BLOODS = `## Renal

| Date | Source | Na | K | Creat | eGFR | Comment |
|---|---|---|---|---|---|---|
| 11/03/25 | Clinic | 138 | 4.7 | 116 | 41 | |
| 18/03/25 | GP | 137 | 5.2 | 128 | 36 | repeat |
| 01/04/25 | GP | 136 | 5.9 | 139 | 33 | phoned |

## Observations

| Day | BP | Temp (°C) |
|---|---|---|
| 11 March 2025 | 122/80 | 36.8 |
| 12 March 2025 | 118/76 | |`

function rowsFor(question: string, text = BLOODS): readonly string[] {
  const whole = readWhole(question, [], [passage('S1', 'bloods.md', text)])
  return whole.lacking([]).map(({ place }) => place.text.replaceAll(/\s*\|\s*/g, ' ').trim())
}

describe('the row of a day in a table that has a column for what is asked', () => {
  test.each([
    ['What was the serum potassium on the 18th of March?', '18/03/25 GP 137 5.2 128 36 repeat'],
    ['How high was her creatinine on 1 April 2025?', '01/04/25 GP 136 5.9 139 33 phoned'],
    ['Wie hoch war das Kalium am 11.3.2025?', '11/03/25 Clinic 138 4.7 116 41'],
    ['What was her blood pressure on 12 March 2025?', '12 March 2025 118/76'],
    ['What is her latest eGFR?', '01/04/25 GP 136 5.9 139 33 phoned'],
  ])('%s', (question, row) => {
    expect(rowsFor(question)).toEqual([row])
  })

  test.each([
    ['of another day', 'What was the potassium on 19 March?'],
    ['of what has no column', 'What was the magnesium on 18 March?'],
    ['whose cell is empty', 'What was her temperature on 12 March 2025?'],
    ['of no day', 'What was the potassium?'],
    ['of something else on that day', 'Why was the potassium repeated on 18 March?'],
  ])('there is none %s', (_why, question) => {
    expect(rowsFor(question)).toEqual([])
  })
})
