import { describe, expect, it } from 'vitest'
import { rowInWords } from '../../../../assistant/answers/claims/row-in-words.ts'

const LABORATORY = '| Test | Unit | Reference | 3 June 2025 | 5 June 2025 | 7 June 2025 |'
const POTASSIUM = '| Potassium | mmol/L | 3.5-5.3 | 5.9 H | 5.4 H | - |'

describe('A row of a table as a sentence of an answer', () => {
  it('tells the name of each column beside its cell, and leaves out what is not filled in', () => {
    expect(rowInWords(POTASSIUM, LABORATORY, 'How did potassium change?')).toBe(
      'Potassium · Unit: mmol/L · Reference: 3.5-5.3 · 3 June 2025: 5.9 H · 5 June 2025: 5.4 H',
    )
  })
  it('tells of several days the one that was asked for first, and no other', () => {
    expect(rowInWords(POTASSIUM, LABORATORY, 'What was the potassium on 5 June?')).toBe(
      'Potassium · 5 June 2025: 5.4 H · Unit: mmol/L · Reference: 3.5-5.3',
    )
  })
  it('says of the day that was asked for that nothing was filled in', () => {
    expect(rowInWords(POTASSIUM, LABORATORY, 'What was the potassium on 7 June 2025?')).toContain('7 June 2025: -')
  })
  it('reads two cells as a name and what it has', () => {
    expect(rowInWords('Consultant\tDr Sunniva Brandt', 'Ward\t7', 'Who is the consultant?')).toBe(
      'Consultant: Dr Sunniva Brandt',
    )
  })
  it('keeps the day of the only column', () => {
    expect(rowInWords('| Potassium | 5.1 |', '| Test | 17 June 2025 |', 'What was the potassium?')).toBe(
      'Potassium · 17 June 2025: 5.1',
    )
  })
  it('takes a day for the name of no column where the table may have no head', () => {
    expect(rowInWords('Annual Rent\t£38,400 a year', 'Date\t25 March 2021', 'What is the rent?')).toBe(
      'Annual Rent: £38,400 a year',
    )
  })
  it('tells all days where the question asks for what lies between two', () => {
    expect(rowInWords(POTASSIUM, LABORATORY, 'How did it change between 3 June and 7 June 2025?')).toContain('5 June')
  })
  it('takes years as names of columns', () => {
    expect(rowInWords('Rent\t38,400\t39,900', 'Item\t2024\t2025', 'What was the rent?')).toBe(
      'Rent · 2024: 38,400 · 2025: 39,900',
    )
  })
  it('names no columns where the first row says what the others say', () => {
    expect(rowInWords('Sodium\t133\tmmol/L', 'Potassium\t5.9\tmmol/L', 'What was the sodium?')).toBeNull()
  })
  it('names no columns where the first row of a table without a mark is a row like the others', () => {
    expect(rowInWords('Ramipril\tstopped\tkidney injury', 'Bisoprolol\tcontinued\tstable', '')).toBeNull()
  })
  it('names columns above a figure or nothing', () => {
    const head = 'Medicine\tDose\tStatus'
    expect(rowInWords('Furosemide\t40 mg\tIncreased', head, '')).toBe('Furosemide · Dose: 40 mg · Status: Increased')
    expect(rowInWords('Ramipril\t-\tWithheld', head, '')).toBe('Ramipril · Status: Withheld')
  })
  it('names no columns where the row has more cells than the head', () => {
    expect(rowInWords('a\tb\tc\td', 'A\tB\tC', '')).toBeNull()
  })
})
