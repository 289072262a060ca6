import { describe, expect, test } from 'vitest'
import {
  BREAK,
  del,
  expectedOf,
  ins,
  marked,
  type MarkedCase,
  movedFrom,
  movedTo,
  NOTICE,
  numbered,
  p,
  RENT,
  ROOF,
  toldOf,
} from './marked-docx.ts'

const CASES: readonly MarkedCase[] = [
  {
    what: 'a paragraph whose new place alone is marked',
    after: marked('ins', movedTo(NOTICE)) + p(RENT) + p(ROOF) + p(BREAK),
    untracked: ['To another place, words unchanged'],
  },
  {
    what: 'a paragraph whose old place alone is marked',
    after: p(NOTICE) + p(RENT) + p(ROOF) + p(BREAK) + marked('del', movedFrom(NOTICE)),
    untracked: ['To another place, words unchanged'],
  },
  {
    what: 'a clause that is marked as moved, and whose number the program counts',
    before: numbered(RENT) + numbered(ROOF) + numbered(BREAK) + numbered(NOTICE),
    after:
      numbered(movedTo(NOTICE), 'ins') +
      numbered(RENT) +
      numbered(ROOF) +
      numbered(BREAK) +
      numbered(movedFrom(NOTICE), 'del'),
    tracked: ['To 1, words unchanged'],
    counts: ['Number 1 → 2', 'Number 2 → 3', 'Number 3 → 4'],
  },
  {
    what: 'numbers that were typed, of which one was typed anew without a mark and one with',
    before: p(`1. ${RENT}`) + p(`2. ${ROOF}`) + p(`3. ${BREAK}`),
    after: p(`1. ${RENT}`) + p(`4. ${ROOF}`) + p(del('3'), ins('5'), `. ${BREAK}`),
    tracked: ['Number 3 → 5'],
    untracked: ['Number 2 → 4'],
  },
  {
    what: 'two signs, of which one is marked',
    after:
      p('The Tenant shall pay', ins(','), ' the Landlord; £500 a month on the first day of each month.') +
      p(ROOF) +
      p(BREAK) +
      p(NOTICE),
    untracked: ['Quotation marks, dashes or other signs'],
  },
  {
    what: 'two signs that are both marked',
    after:
      p('The Tenant shall pay', ins(','), ' the Landlord', ins(';'), ' £500 a month on the first day of each month.') +
      p(ROOF) +
      p(BREAK) +
      p(NOTICE.slice(0, -1), del('.')),
    tracked: ['Quotation marks, dashes or other signs', 'Quotation marks, dashes or other signs'],
  },
  {
    what: 'a sign that was put in without a mark beside a capital that is marked',
    after:
      p(RENT) +
      p('The Landlord shall repair the roof, ', del('a'), ins('A'), 'nd the main walls of the Building.') +
      p(BREAK) +
      p(NOTICE),
    untracked: ['Quotation marks, dashes or other signs'],
  },
  {
    what: 'a capital that is marked and one that is not',
    after:
      p(RENT) +
      p('The Landlord shall repair the ', del('r'), ins('R'), 'oof and the main walls of the Building.') +
      p(BREAK.replace('written', 'Written')) +
      p(NOTICE),
    tracked: ['Capitals: roof → Roof'],
    untracked: ['Capitals: written → Written'],
  },
]

describe('what a Word file marks of moves, numbers, signs and capitals', () => {
  test.each(CASES)('$what', async (marks) => {
    expect(await toldOf(marks)).toEqual(expectedOf(marks))
  })
})
