import { describe, expect, test } from 'vitest'
import { compareReadings } from '../../../assistant/drafts/compare-readings.ts'
import type { Change } from '../../../contract/drafts/comparison.ts'
import { readDocument } from '../../../library/read/read-document.ts'
import { READ_LIMITS } from '../../../library/read/read-limits.ts'
import type { ReadPage } from '../../../library/read/read-page.ts'
import { isAttached } from '../../../library/read/read-source.ts'
import { englishText } from '../../../wording/message-text.ts'
import { typedDocx } from '../../library/read/typed-docx.ts'

const WHO = 'w:author="R. Lindqvist" w:date="2026-05-15T17:20:00Z"'
const BY = { by: 'R. Lindqvist', date: '2026-05-15T17:20:00Z' }
const OTHER = 'w:author="A. Okafor" w:date="2026-05-16T08:00:00Z"'
const BY_OTHER = { by: 'A. Okafor', date: '2026-05-16T08:00:00Z' }

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const ins = (text: string, who = WHO) => `<w:ins w:id="1" ${who}>${run(text)}</w:ins>`
const del = (text: string, who = WHO) =>
  `<w:del w:id="2" ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const movedFrom = (text: string) =>
  `<w:moveFrom w:id="3" ${WHO}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:moveFrom>`
const movedTo = (text: string) => `<w:moveTo w:id="4" ${WHO}>${run(text)}</w:moveTo>`
const p = (...content: readonly string[]) =>
  `<w:p>${content.map((one) => (one.startsWith('<') ? one : run(one))).join('')}</w:p>`
/** A paragraph whose end was inserted or deleted too. */
const marked = (mark: 'ins' | 'del', ...content: readonly string[]) =>
  `<w:p><w:pPr><w:rPr><w:${mark} w:id="5" ${WHO}/></w:rPr></w:pPr>${content.join('')}</w:p>`
/** A paragraph whose number the program counts. */
const numbered = (content: string, mark?: 'ins' | 'del') =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${mark ? `<w:rPr><w:${mark} w:id="6" ${WHO}/></w:rPr>` : ''}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`
const table = (...cells: readonly string[]) =>
  `<w:tbl><w:tr><w:tc>${p('Item')}</w:tc><w:tc>${p('Price')}</w:tc></w:tr><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`

const RENT = 'The Tenant shall pay the Landlord £500 a month on the first day of each month.'
const ROOF = 'The Landlord shall repair the roof and the main walls of the Building.'
const BREAK = 'The Landlord may end this Lease by six months’ written notice to the Tenant.'
const NOTICE = 'A notice to the Tenant may be left at the Premises between nine and five on a working day.'
const PLAIN = [RENT, ROOF, BREAK, NOTICE].map((text) => p(text)).join('')

type Case = {
  readonly what: string
  readonly before?: string
  readonly after: string
  /** What is said of the changes that the file marks, and of those that it does not. */
  readonly tracked?: readonly string[]
  readonly untracked?: readonly string[]
  /** And of those that the program of the file makes by itself. */
  readonly counts?: readonly string[]
  /** All who marked one. */
  readonly by?: typeof BY | readonly (typeof BY)[]
}

const CASES: readonly Case[] = [
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

const NUMBERING = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

async function read(body: string): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = []
  const never = new AbortController().signal
  for await (const item of readDocument(
    typedDocx(body, { 'numbering.xml': NUMBERING }),
    { name: 'lease.docx' },
    READ_LIMITS,
    never,
  ))
    if (!isAttached(item)) pages.push(item)
  return pages
}

async function changesOf(before: string, after: string): Promise<readonly Change[]> {
  const [one, other] = [await read(before), await read(after)]
  const changes: Change[] = []
  const sides = [one, other].map((pages, at) => ({ name: `${at}.docx`, textVersion: 0, pages }))
  for await (const event of compareReadings(sides[0]!, sides[1]!, {
    isWord: () => true,
    signal: new AbortController().signal,
  }))
    if (event.type === 'change') changes.push(event)
  return changes
}

describe('what a Word file marks as changed, and what it does not', () => {
  test.each(CASES)('$what', async ({ before = PLAIN, after, tracked = [], untracked = [], counts = [], by = BY }) => {
    const changes = await changesOf(before, after)
    const counted = changes.filter((change) => change.tracked === null)
    const saidOf = (all: readonly Change[]) => all.map(({ said }) => englishText(said)).toSorted()
    const none = changes.filter((change) => change.tracked === 'none')
    const marks = changes.filter(({ tracked: mark }) => mark !== 'none' && mark !== null)
    const authors = [by].flat()
    for (const change of marks) expect(authors).toContainEqual(change.tracked)
    if (marks.length > 0)
      expect(new Set(marks.map(({ tracked: mark }) => JSON.stringify(mark))).size).toBe(authors.length)
    expect({ tracked: saidOf(marks), untracked: saidOf(none), counted: saidOf(counted) }).toEqual({
      tracked: [...tracked].toSorted(),
      untracked: [...untracked].toSorted(),
      counted: [...counts].toSorted(),
    })
  })

  test('files without marks say nothing of any', async () => {
    const changes = await changesOf(PLAIN, PLAIN.replace('six', 'two'))
    expect(changes.map(({ tracked }) => tracked)).toEqual([null])
  })
})
