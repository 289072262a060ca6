import { describe, expect, it } from 'vitest'
import { clauseHeadingLevel } from '../../../library/split/text-units.ts'

describe('lines of plain text', () => {
  it.each([
    ['ARTICLE IV', 1],
    ['Schedule 2 - Fees and Charges', 1],
    ['Section 12. Governing Law', 2],
    ['7.2 Notices', 3],
    ['1. Definitions', 2],
    ['10.4.1 Limits of Liability', 4],
    ['CONFIDENTIALITY', 1],
    ['**Evidence of the second audit in March**', 4],
    ['**7.2 Notices**', 3],
    ['HISTORY OF PRESENT ILLNESS:', 1],
  ])('%j is a heading of level %i', (line, level) => {
    expect(clauseHeadingLevel(line)).toBe(level)
  })

  it.each([
    'The tenant shall pay the rent.',
    '1. The tenant shall pay the rent on the first day of each month.',
    '12 Main Street, Springfield, was sold to the second buyer in June of that year',
    'Article 5 of the agreement says that notice must be given in writing to them',
    '42',
    '**Judge:**',
    '**Judge:** H. Torres',
    'BP',
    '',
    '2021-03-04',
  ])('%j is none', (line) => {
    expect(clauseHeadingLevel(line)).toBeNull()
  })
})
