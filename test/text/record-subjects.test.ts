import { expect, test } from 'vitest'
import { subjectAt, subjectsIn } from '../../text/record-subjects.ts'

const LIST = `Minutes of the meeting

**Patient 3: A. Tewkes.** Sigmoid cancer. No allergies.

**Patient 5: R. Tewksbury.** Rectal cancer, male, 71.
Allergic to penicillin.`

test('the people of whom a list of patients speaks are told, with where each begins', () => {
  expect(subjectsIn(LIST).map(({ words }) => words)).toEqual([
    ['a', 'tewkes'],
    ['r', 'tewksbury'],
  ])
})

test.each([
  ['Patient: Anna Roe\nPatientin: Berta Poe', ['roe', 'poe']],
  ['| Patient | Luz García |\nPaciente: Luz García', ['garcía']],
  ['Patient name: Roe, Anna (Ward 4)', ['anna']],
  ['The patient: she was well.\nPatients: all were seen.', []],
])('one person named twice is one, and prose names nobody: %s', (text, last) => {
  expect(subjectsIn(text).map(({ words }) => words.at(-1))).toEqual(last)
})

test('a line is of the one who is named last above it', () => {
  const subjects = subjectsIn(LIST)
  expect(subjectAt(subjects, LIST.indexOf('No allergies'))?.words).toContain('tewkes')
  expect(subjectAt(subjects, LIST.indexOf('penicillin'))?.words).toContain('tewksbury')
  expect(subjectAt(subjects, 0)).toBeNull()
})
