import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesIn } from '../../checks/places.ts'

const LETTER = `# Discharge letter

Basic Information
Name: M. Roe
Age: 73
**Gender**: Female

Medicines:
| Medicine | Dose | Status |
| --- | --- | --- |
| Furosemide | 40 mg twice daily | Increased |
| Bisoprolol | 2.5 mg once daily | Unchanged |

Course

Naproxen was stopped. She was weaned off oxygen.

**Date of letter:**
10 June 2025`

const shown = (text: string) => placesIn(text).map(({ kind, text: words, label }) => [kind, words.trim(), label])

test('a form is read row by row, a table by row and head, prose by sentence, a value with its label', () => {
  expect(shown(LETTER)).toEqual([
    ['item', 'Name: M. Roe', 'Basic Information'],
    ['item', 'Age: 73', 'Basic Information'],
    ['item', '**Gender**: Female', 'Basic Information'],
    ['row', '| Medicine | Dose | Status |', '| Medicine | Dose | Status |'],
    ['row', '| Furosemide | 40 mg twice daily | Increased |', '| Medicine | Dose | Status |'],
    ['row', '| Bisoprolol | 2.5 mg once daily | Unchanged |', '| Medicine | Dose | Status |'],
    ['sentence', 'Naproxen was stopped.', 'Course'],
    ['sentence', 'She was weaned off oxygen.', 'Course'],
    ['two-sentences', 'Naproxen was stopped. She was weaned off oxygen.', 'Course'],
    ['sentence', '10 June 2025', '**Date of letter:**'],
  ])
})

test('an item of several sentences is read sentence by sentence, below its label', () => {
  expect(shown('Onset: Born at 40 weeks. Cyanosis came at once.')).toEqual([
    ['sentence', 'Onset: Born at 40 weeks.', 'Onset:'],
    ['sentence', 'Cyanosis came at once.', 'Onset:'],
    ['two-sentences', 'Onset: Born at 40 weeks. Cyanosis came at once.', 'Onset:'],
  ])
})

test('rows that continue a table take the head that was set before them', () => {
  const [row] = placesIn('Ramipril\t–\tWithheld', { above: 'Medicine\tDose\tStatus' })
  expect(row).toMatchObject({ kind: 'row', label: 'Medicine\tDose\tStatus' })
})

test('every place is a piece of the text at its offsets, in order, whatever the text', () => {
  const line = fc.constantFrom(
    'Age: 73',
    'A\tB\tC',
    '| a | b |',
    '- An item.',
    'One. Two! Three?',
    '',
    '# Head',
    'Title Line',
    '   ',
    'Label:',
  )
  const text = fc.oneof(
    fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
    fc.string({ maxLength: 80 }),
  )
  fc.assert(
    fc.property(text, (whole) => {
      for (const { start, end, text: words } of placesIn(whole)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(whole.length)
        expect(whole.slice(start, end)).toBe(words)
      }
    }),
  )
})

test('a row of a form whose whole line is bold is a place, and a heading of that shape above prose is none', () => {
  const form =
    '**Court: Danbury**\n**Chief Judge: C. Ward**\n\n**Judge: G. Robinson**\n\n**March 2022: The audit**\n\nThe audit was altered.'
  expect(placesIn(form).map(({ text, head }) => [text, head])).toEqual([
    ['**Court: Danbury**', ''],
    ['**Chief Judge: C. Ward**', ''],
    ['**Judge: G. Robinson**', ''],
    ['The audit was altered.', '**March 2022: The audit**'],
  ])
})

test('below a label stands its value, however it is written, and a label above another is the heading of both', () => {
  const record =
    'Personal History:\nBirthplace:\nClearwater\n\nPhysical Examination:\nSkin:\nWarm\n\nDiagnosis:\nAsthma'
  expect(placesIn(record).map(({ text, head }) => [text, head])).toEqual([
    ['Clearwater', 'Personal History:\nBirthplace:'],
    ['Warm', 'Physical Examination:\nSkin:'],
    ['Asthma', 'Diagnosis:'],
  ])
})

test('a line that goes on is no heading of what it goes on with', () => {
  const cover = '(1) PENNIFOLD ESTATES LIMITED\n\nLandlord and\n\n(2) LARKSPUR BAKERY LIMITED\n\nTenant'
  expect(placesIn(cover).map(({ text, head }) => [text, head])).toContainEqual(['(2) LARKSPUR BAKERY LIMITED', ''])
})

test('a label ends with its value or its list where a blank line or a rule stands behind', () => {
  const record =
    '**Date of Judgment:**\n15 May 2023\n\n**___**\nM. Gray, Chief Judge\n\n**Sentence:**\n- Five years.\n\nIt is to deter.'
  expect(placesIn(record).map(({ text, label }) => [text, label])).toEqual([
    ['15 May 2023', '**Date of Judgment:**'],
    ['M. Gray, Chief Judge', ''],
    ['- Five years.', '**Sentence:**'],
    ['It is to deter.', ''],
  ])
})

test('a text that begins in the middle of a list stands under the label before it', () => {
  const before = '- Name: Q. Roe\n\nPast History:'
  const places = placesIn('- General health: good\n- Allergy: none', { before })
  expect(places.map(({ text, label }) => [text, label])).toEqual([
    ['- General health: good', 'Past History:'],
    ['- Allergy: none', 'Past History:'],
  ])
})

test('a clause begins with its number, of however many levels, and no amount begins one', () => {
  const shownOf = (text: string) => placesIn(text).map(({ kind, text: words }) => [kind, words])
  expect(
    shownOf(
      '## 1. Services\n1.1 The Supplier shall clean the surgery.\n1.2 The Supplier provides its materials.\n§ 12.3.1 “Fee” is £5.',
    ),
  ).toEqual([
    ['item', '1.1 The Supplier shall clean the surgery.'],
    ['item', '1.2 The Supplier provides its materials.'],
    ['item', '§ 12.3.1 “Fee” is £5.'],
  ])
  expect(shownOf('The dose was raised to\n2.5 mg a day.')).toEqual([
    ['sentence', 'The dose was raised to\n2.5 mg a day.'],
  ])
  expect(shownOf('The interest is\n1.25 Per cent.')).toEqual([['sentence', 'The interest is\n1.25 Per cent.']])
})

test('an item goes on over the end of its line where it has not ended, and prose behind it is its own', () => {
  const first = (text: string) => placesIn(text)[0]?.text
  expect(first('1.1 The Supplier shall clean the\nsurgery on each evening.')).toBe(
    '1.1 The Supplier shall clean the\nsurgery on each evening.',
  )
  expect(first('(a) the notice is given to the\nLandlord in writing; and\n(b) it is paid.')).toBe(
    '(a) the notice is given to the\nLandlord in writing; and',
  )
  expect(first('- Aspirin 75 mg\nThe patient went home.')).toBe('- Aspirin 75 mg')
  expect(first('- Aspirin was stopped.\nthe patient went home.')).toBe('- Aspirin was stopped.')
  expect(first('Age: 73\nand well')).toBe('Age: 73\nand well')
})

test('a short line with a comma is a heading, unless the comma ends it', () => {
  const headOf = (line: string) => placesIn(`${line}\n\nHe goes home.`).at(-1)?.head
  expect(headOf('Interest, costs and time')).toBe('Interest, costs and time')
  expect(headOf('Yours sincerely,')).toBe('')
})

test('a line that its writer ended is a sentence of its own, and a wrapped one is not', () => {
  const sentences = (text: string) =>
    placesIn(text).flatMap(({ kind, text: said }) => (kind === 'sentence' ? said : []))
  const paragraph =
    'She was treated with enoxaparin, and changed to rivaroxaban on 9 March, after a long flight from Boston.'
  expect(sentences(`Mrs I. Roe, born 2 November 1958\nAdmitted 8 March 2026\n\n${paragraph}`)).toEqual([
    'Mrs I. Roe, born 2 November 1958',
    'Admitted 8 March 2026',
    paragraph,
  ])
  const wrapped = paragraph.replace('and changed', 'and\nchanged').replace('after a', 'after\na')
  expect(sentences(wrapped)).toEqual([wrapped])
  const long = 'x '.repeat(70).trim()
  const denied = 'Bei keiner der Untersuchungen in den Jahren zuvor fand sich ein bekannter\nDiabetes mellitus.'
  expect(sentences(`${long}\n${denied}`).at(-1)).toContain('keiner')
  const narrow = 'The Contractor shall notify the\nEmployer of each delay and of\nIts cause within seven days.'
  expect(sentences(narrow)).toEqual([narrow])
})

test('all labels below a heading of labels are of it, until a blank line', () => {
  const exam =
    'Physical Examination:\nGeneral Condition:\nPulse: 72\nSystematic Examination:\nSkin: Normal\n\nPlan:\nRest.'
  expect(placesIn(exam).map(({ head }) => head)).toEqual([
    'Physical Examination:\nGeneral Condition:',
    'Physical Examination:\nSystematic Examination:',
    'Plan:',
  ])
})
