import { describe, expect, test } from 'vitest'
import { askingClause, questionForms } from '../../../assistant/rules/goal-finder.ts'

describe('the forms of a question', () => {
  test('short forms of the trade are spelled out beside the question as it was asked', () => {
    expect(questionForms('Could it be a PE?')).toEqual(['Could it be a PE?', 'Could it be a pulmonary embolism?'])
    expect(questionForms('How much pred is that?')).toContain('How much prednisolone is that?')
    expect(questionForms('Is the PEG tube blocked?')).toEqual(['Is the PEG tube blocked?'])
  })

  test.each([
    ['Calf swollen, on the pill: could it be a clot?', 'could it be a clot?'],
    ['The lease was signed in March. When does it end?', 'When does it end?'],
    ['When does the lease end?', null],
    ['Sodium 128, what now?', null],
    ['Is the lease, as signed in March, still in force', null],
  ])('where a case is told first the clause that asks is taken alone: %s', (question, clause) => {
    expect(askingClause(question)).toBe(clause)
  })
})
