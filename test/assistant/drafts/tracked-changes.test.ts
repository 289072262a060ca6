import { describe, expect, test } from 'vitest'
import {
  BREAK,
  BY,
  BY_OTHER,
  changesOf,
  del,
  expectedOf,
  ins,
  marked,
  type MarkedCase,
  movedFrom,
  movedTo,
  NOTICE,
  OTHER,
  p,
  PLAIN,
  RENT,
  ROOF,
  run,
  table,
  toldOf,
  WHO,
} from './marked-docx.ts'

const CASES: readonly MarkedCase[] = [
  {
    what: 'a replaced word is marked',
    after:
      p(RENT) +
      p(ROOF) +
      p('The Landlord may end this Lease by ', del('six'), ins('three'), ' months’ written notice to the Tenant.') +
      p(NOTICE),
    tracked: ['six months → three months'],
  },
  {
    what: 'a word was replaced without a mark beside one that is marked',
    after:
      p(RENT.replace('£500', '£700')) +
      p(ROOF) +
      p('The Landlord may end this Lease by ', del('six'), ins('three'), ' months’ written notice to the Tenant.') +
      p(NOTICE),
    tracked: ['six months → three months'],
    untracked: ['£500 a month → £700 a month'],
  },
  {
    what: 'both in one sentence',
    after:
      p('The Tenant shall pay the Landlord ', del('£500'), ins('£600'), ' a month on the third day of each month.') +
      p(ROOF) +
      p(BREAK) +
      p(NOTICE),
    tracked: ['£500 a month → £600 a month'],
    untracked: ['first → third'],
  },
  {
    what: 'a denial that was put in without a mark',
    after:
      p(RENT) + p(ROOF.replace('shall', 'shall not')) + p(BREAK) + p(NOTICE.replace('between', ''), ins(' between')),
    tracked: ['New: “between”'],
    untracked: ['shall repair → shall not repair', '“Premises between nine” → “Premises nine”'],
  },
  {
    what: 'a modal word that is marked',
    after:
      p(RENT) +
      p('The Landlord ', del('shall'), ins('may'), ' repair the roof and the main walls of the Building.') +
      p(BREAK) +
      p(NOTICE),
    tracked: ['shall repair → may repair'],
  },
  {
    what: 'a modal word that was exchanged without a mark in a file that marks an insertion',
    after: p(RENT) + p(ROOF.replace('shall', 'may')) + p(BREAK) + p(NOTICE, ins(' It may be sent by post.')),
    tracked: ['New: “It may be sent by post”'],
    untracked: ['shall repair → may repair'],
  },
  {
    what: 'words that are marked as inserted',
    after:
      p('The Tenant shall ', ins('promptly '), 'pay the Landlord £500 a month on the first day of each month.') +
      p(ROOF) +
      p(BREAK) +
      p(NOTICE),
    tracked: ['“pay” → “promptly pay”'],
  },
  {
    what: 'the same word once with a mark and once without',
    after:
      p('The Tenant shall ', ins('promptly '), 'pay the Landlord £500 a month on the first day of each month.') +
      p(ROOF.replace('repair', 'promptly repair')) +
      p(BREAK) +
      p(NOTICE),
    tracked: ['“pay” → “promptly pay”'],
    untracked: ['“repair” → “promptly repair”'],
  },
  {
    what: 'words that are marked as deleted',
    after:
      p(RENT) +
      p('The Landlord shall repair the roof ', del('and the main walls '), 'of the Building.') +
      p(BREAK) +
      p(NOTICE),
    tracked: ['“roof and the main walls” → “roof”'],
  },
  {
    what: 'words that were deleted without a mark',
    after:
      p(RENT) +
      p(ROOF.replace(' and the main walls', '')) +
      p(BREAK) +
      p('A ', del('note'), ins('notice'), NOTICE.slice(8)),
    untracked: ['“roof and the main walls” → “roof”'],
  },
  {
    what: 'a whole paragraph that is marked as deleted',
    after: p(RENT) + marked('del', del(ROOF)) + p(BREAK) + p(NOTICE),
    tracked: ['Landlord’s duty to repair the roof and the main walls …: deleted'],
  },
  {
    what: 'a whole paragraph that is gone without a mark',
    after:
      p(RENT) +
      marked('del', del('Something that the Landlord had put in before and took out again.')) +
      p(BREAK) +
      p(NOTICE),
    untracked: ['Landlord’s duty to repair the roof and the main walls …: deleted'],
  },
  {
    what: 'a whole paragraph that is marked as inserted',
    after: PLAIN + marked('ins', ins('The Tenant must insure the contents of the Premises.')),
    tracked: ['Tenant’s duty to insure the contents of the Premises: new'],
  },
  {
    what: 'a whole paragraph that was put in without a mark beside one with a mark',
    after:
      PLAIN +
      marked('ins', ins('The Tenant must insure the contents of the Premises.')) +
      p('The Tenant must paint the outside in every third year.'),
    tracked: ['Tenant’s duty to insure the contents of the Premises: new'],
    untracked: ['Tenant’s duty to paint the outside in every third year: new'],
  },
  {
    what: 'a paragraph that is marked as moved',
    after: marked('ins', movedTo(NOTICE)) + p(RENT) + p(ROOF) + p(BREAK) + marked('del', movedFrom(NOTICE)),
    tracked: ['To another place, words unchanged'],
  },
  {
    what: 'a paragraph that was moved without a mark',
    after:
      p(NOTICE) + p(RENT) + p(ROOF) + p('The ', del('Lessor'), ins('Landlord'), BREAK.slice('The Landlord'.length)),
    untracked: ['To another place, words unchanged'],
  },
  {
    what: 'a price in a table that is marked',
    before: PLAIN + table(p('Roof'), p('£900')),
    after: PLAIN + table(p('Roof'), p(del('£900'), ins('£800'))),
    tracked: ['£900 → £800'],
  },
  {
    what: 'a price in a table without a mark',
    before: PLAIN + table(p('Roof'), p('£900')),
    after: PLAIN + table(p('Roof', ins(' and walls')), p('£800')),
    tracked: ['“Roof” → “Roof and walls”'],
    untracked: ['£900 → £800'],
  },
  {
    what: 'a letter that is marked inside a word',
    before: PLAIN + p('The colour of the door is white.'),
    after: PLAIN + p('The colo', del('u'), 'r of the door is white.'),
    tracked: ['Spelling: colour → color'],
  },
  {
    what: 'an ending that is marked as inserted',
    after:
      p(RENT) +
      p('The Landlord shall repair the roof', ins('s'), ' and the main walls of the Building.') +
      p(BREAK) +
      p(NOTICE),
    tracked: ['“roof” → “roofs”'],
  },
  {
    what: 'an ending that is marked as deleted',
    after:
      p(RENT) +
      p('The Landlord shall repair the roof and the main wall', del('s'), ' of the Building.') +
      p(BREAK) +
      p(NOTICE),
    tracked: ['“walls” → “wall”'],
  },
  {
    what: 'an ending that went without a mark',
    after: p(RENT) + p(ROOF.replace('walls', 'wall')) + p(BREAK) + p(NOTICE, ins(' It may be sent by post.')),
    tracked: ['New: “It may be sent by post”'],
    untracked: ['“walls” → “wall”'],
  },
  {
    what: 'a day that was put later without a mark behind words that are marked as deleted',
    after:
      p(
        'The Tenant shall pay the Landlord £500 a month',
        del(' in advance and without set-off'),
        ' on the tenth day of each month.',
      ) +
      p(ROOF) +
      p(BREAK) +
      p(NOTICE),
    untracked: ['first → tenth'],
  },
  {
    what: 'words that somebody put in and somebody else took out again',
    after:
      p(RENT, `<w:ins w:id="7" ${WHO}>${del('It is paid in cash.')}</w:ins>`) +
      p(ROOF) +
      p(BREAK.replace('six', 'two')) +
      p(NOTICE),
    untracked: ['six months → two months'],
  },
  {
    what: 'two authors, each with a mark',
    after:
      p('The Tenant shall pay the Landlord ', del('£500'), ins('£600'), ' a month on the first day of each month.') +
      p(
        'The Landlord ',
        del('shall', OTHER),
        ins('may', OTHER),
        ' repair the roof and the main walls of the Building.',
      ) +
      p(BREAK) +
      p(NOTICE),
    by: [BY, BY_OTHER],
    tracked: ['£500 a month → £600 a month', 'shall repair → may repair'],
  },
  {
    what: 'a party that was exchanged without a mark',
    after:
      p(RENT) +
      p(ROOF) +
      p(BREAK.replace('notice to the Tenant', 'notice to the Surveyor')) +
      p('A notice ', ins('of any kind '), NOTICE.slice('A notice '.length)),
    tracked: ['“notice” → “notice of any kind”'],
    untracked: ['“Tenant” → “Surveyor”'],
  },
  {
    what: 'a paragraph that is marked as parted in two',
    after:
      p(RENT) +
      marked('ins', run('The Landlord shall repair the roof'), del(' and'), ins('.')) +
      p(ins('He shall repair '), 'the main walls of the Building.') +
      p(BREAK.replace('six', 'nine')) +
      p(NOTICE),
    untracked: ['six months → nine months'],
    tracked: ['and → He shall repair'],
  },
  {
    what: 'everything that was changed is marked, so that nothing is left',
    after:
      p(
        'The Tenant ',
        del('shall'),
        ins('must'),
        ' pay the Landlord £500 a month on the ',
        del('first'),
        ins('last'),
        ' day of each month.',
      ) +
      p(ROOF) +
      marked('del', del(BREAK)) +
      p(NOTICE),
    tracked: [
      'Landlord’s right to end this Lease by six months’ written notice …: deleted',
      'first → last',
      '“shall pay” → “must pay”',
    ],
  },
  {
    what: 'a unit that was exchanged without a mark beside a number that is marked',
    after:
      p(RENT) +
      p(ROOF) +
      p('The Landlord may end this Lease by ', del('six'), ins('eight'), ' weeks’ written notice to the Tenant.') +
      p(NOTICE),
    untracked: ['six months → eight weeks'],
  },
  {
    what: 'a sentence that was rewritten without a mark where another one is marked',
    after:
      p(RENT) +
      p(ROOF) +
      p(BREAK) +
      p('Notices go to the agent of the Tenant by registered post and count from the day on which they arrive there.') +
      marked('ins', ins('The Tenant must insure the contents of the Premises.')),
    tracked: ['Tenant’s duty to insure the contents of the Premises: new'],
    untracked: [
      '“A notice to the Tenant may be left at the Premises between nine and five on a working day.”: deleted',
      '“Notices go to the agent of the Tenant by registered post and count from the day on which they arrive there.”: new',
    ],
  },
]

describe('what a Word file marks as changed, and what it does not', () => {
  test.each(CASES)('$what', async (marks) => {
    expect(await toldOf(marks)).toEqual(expectedOf(marks))
  })

  test('files without marks say nothing of any', async () => {
    const changes = await changesOf(PLAIN, PLAIN.replace('six', 'two'))
    expect(changes.map(({ tracked }) => tracked)).toEqual([null])
  })
})
