import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../compare/compare-texts.ts'
import { compared, plain, said } from './compare-text.ts'

const CLAUSES = [
  '1. Rent',
  '1.1 The Tenant shall pay £42,500 a year in four equal instalments.',
  '1.2 The rent is reviewed on 25 March 2029 by an independent surveyor.',
  '2. Repairs',
  '2.1 The Landlord shall repair the roof and the main walls of the Building.',
  '2.2 The Tenant must not alter the Premises without the consent of the Landlord.',
  '3. Notices',
  '3.1 A notice to the Tenant may be left at the Premises between nine and five on a working day.',
  '3.2 In this clause a working day is a day other than a Saturday, a Sunday or a bank holiday.',
]
const LEASE = CLAUSES.join('\n')
const withClause = (at: number, ...instead: readonly string[]) => CLAUSES.toSpliced(at, 1, ...instead).join('\n')
const replaced = (one: string, other: string) => said(LEASE, LEASE.replace(one, other))

describe('what is said of a change', () => {
  test.each([
    ['£42,500', '£44,750', 'numbers', '£42,500 a year', '£44,750 a year'],
    ['25 March 2029', '25 March 2031', 'numbers', '25 March 2029', '25 March 2031'],
    ['four equal', 'two equal', 'numbers', 'four', 'two'],
    ['a year', 'a month', 'numbers', '£42,500 a year', '£42,500 a month'],
    ['Landlord shall repair', 'Landlord may repair', 'obligations', 'shall repair', 'may repair'],
    ['must not alter', 'must alter', 'obligations', 'must not alter', 'must alter'],
    [
      'without the consent',
      'with the consent',
      'obligations',
      'Premises without the consent',
      'Premises with the consent',
    ],
  ])('%s made %s is a change of %s, told with what it belongs to', (one, other, group, before, after) => {
    expect(replaced(one, other)).toEqual([[group, 'replaced', { before, after, isQuoted: false }]])
  })

  test('a clause that is quoted in short is cut between words', () => {
    const long = `3.3 ${'A party that neglects its correspondence waives no entitlement whatsoever. '.repeat(6)}`.trim()
    const [, , change] = said(LEASE, `${LEASE}\n${long}`)[0] as unknown as [string, string, { readonly text: string }]
    expect(change.text).toContain(' … ')
    const words = new Set(long.match(/\p{L}+/gu))
    expect(change.text.match(/\p{L}+/gu)?.filter((word) => !words.has(word))).toEqual([])
  })

  test.each([
    ['independent surveyor', 'experienced surveyor', 'independent', 'experienced'],
    ['main walls', 'walls', 'main walls', 'walls'],
    ['on a working day', 'on any working day', 'on a working', 'on any working'],
  ])('%s made %s is a change of wording, in quotation marks', (one, other, before, after) => {
    expect(replaced(one, other)).toEqual([['wording', 'replaced', { before, after, isQuoted: true }]])
  })

  test('another party is a change of the parties', () => {
    expect(replaced('consent of the Landlord', 'consent of the Surveyor')).toEqual([
      ['parties', 'replaced', { before: 'Landlord', after: 'Surveyor', isQuoted: true }],
    ])
  })

  test('a name among words in capitals is a party where the text has it as a name elsewhere', () => {
    const text = `${LEASE}\n4.1 The plan is drawn by Ashdown. IN NO EVENT AND UNDER NO CIRCUMSTANCES SHALL ASHDOWN BE LIABLE FOR ANY LOSS OF PROFIT OR OF CUSTOM THAT ARISES OUT OF IT.`
    expect(said(text, text.replace('ASHDOWN', 'CARVER'))).toEqual([
      ['parties', 'replaced', { before: 'ASHDOWN', after: 'CARVER', isQuoted: true }],
    ])
    expect(said(text, text.replace('PROFIT', 'INCOME')).map(([group]) => group)).toEqual(['wording'])
  })

  test('a line of equals signs under a heading is no wording', () => {
    const text = `Guidance\n========\n${LEASE}`
    expect(said(text, text.replace('========', '==========='))).toEqual([])
  })

  test.each(['§ 101 applies to the lease.', 'the lease follows § 101.'])(
    'a sign of a section that came or went is layout: %s',
    (words) => {
      const text = `${LEASE}\n4.1 In the end ${words}`
      expect(said(text, text.replace('§ ', '')).map(([group]) => group)).toEqual(['layout'])
    },
  )

  test('a duty that was struck out is told as whose it was and to do what', () => {
    expect(said(LEASE, withClause(4))).toEqual([
      ['obligations', 'duty', { isNew: false, party: 'Landlord', act: 'repair the roof and the main walls …' }],
    ])
  })

  test('a clause that came with a heading is one change', () => {
    const changes = said(LEASE, `${LEASE}\n4. Costs\n4.1 Each Party shall bear its own costs of this Lease.`)
    expect(changes).toEqual([
      ['obligations', 'duty', { isNew: true, party: 'Party', act: 'bear its own costs of this Lease' }],
    ])
  })

  test('a clause that stands elsewhere now is moved, not deleted and new', () => {
    const moved = [...CLAUSES.slice(0, 7), CLAUSES[8], '4. General', CLAUSES[7]?.replace('3.1', '4.1')].join('\n')
    expect(said(LEASE, moved)).toContainEqual([
      'moved',
      'moved',
      { to: '4.1', under: 'General', isWithin: false, parts: 1, isReworded: false },
    ])
  })

  test('a word that changed in a clause that moved is told beside the move', () => {
    const moved = [CLAUSES[4], ...CLAUSES.slice(0, 4), ...CLAUSES.slice(5)]
      .join('\n')
      .replace('shall repair', 'may repair')
    const changes = said(LEASE, moved)
    expect(changes).toContainEqual([
      'obligations',
      'replaced',
      { before: 'shall repair', after: 'may repair', isQuoted: false },
    ])
    expect(changes).toContainEqual(['moved', 'moved', expect.objectContaining({ isReworded: true })])
  })

  test('a sentence that moved into another paragraph is one move', () => {
    const sentence = ' Notices by electronic mail are not valid at any time.'
    const [one, other] = [
      LEASE.replace('working day.', `working day.${sentence}`),
      LEASE.replace('Building.', `Building.${sentence}`),
    ]
    expect(said(one, other)).toEqual([
      ['moved', 'moved', { to: '2.1', under: 'Repairs', isWithin: false, parts: 1, isReworded: false }],
    ])
  })

  test('a paragraph that moved to the end of another one is a move, and what came with it is told by itself', () => {
    const sentence = 'Notices by electronic mail are not valid at any time.'
    const one = `${LEASE.replace('2. Repairs', `1.3 ${sentence}\n2. Repairs`)}`
    const other = `${LEASE}\n4. General\n4.1 The headings of this Lease are for convenience alone. ${sentence}`
    const changes = said(one, other)
    expect(changes).toContainEqual(['moved', 'moved', expect.objectContaining({ to: '4.1', isReworded: false })])
    expect(changes).toContainEqual([
      'wording',
      'part',
      expect.objectContaining({ isNew: true, text: expect.stringMatching(/convenience alone\.$/) }),
    ])
    expect(changes).toHaveLength(2)
  })

  test('a paragraph that moved and was parted is told as moves', () => {
    const [first, second] = [
      'The Guarantor pays on the first demand in writing.',
      'A claim under the guarantee ends with the term of this Lease.',
    ]
    const one = LEASE.replace('2. Repairs', `1.3 Guarantee. ${first} ${second}\n2. Repairs`)
    const other = `${LEASE}\n4. Guarantee\n4.1 ${first}\n4.2 ${second}`
    const changes = said(one, other)
    expect(changes.filter(([group]) => group === 'moved')).toHaveLength(2)
    expect(changes.map(([group]) => group)).not.toContain('obligations')
  })

  test('a paragraph that was parted and got as much again in its midst is neither deleted nor moved', () => {
    const [first, second, third] = [
      'A member proposes an amendment by writing to the secretary of the club.',
      'The letter must contain the words that are to be replaced and the words that replace them.',
      'The vote begins with the day on which the letter arrived and ends after seven days.',
    ]
    const added =
      'The words are those of the printed copy in the hall. The letter bears the names of all who stand behind it in full. ' +
      'A copy hangs on the board beside the door. Several amendments in one letter have a cover sheet that describes each of them.'
    const one = `${LEASE}\n4. Amendments\n${first} ${second} ${third}`
    const other = `${LEASE}\n4. Amendments\n${first}\n${second.replace('the words that are', 'exactly the words that are')} ${added}\n${third}`
    expect(compared(plain(one), plain(other)).changes.map(({ kind, before }) => [kind, before?.words])).toEqual([
      ['changed', []],
      ['changed', []],
    ])
  })

  test('a short item that changed its place in a list is moved', () => {
    const one = '1. Check the airway.\n2. Call for senior help.\n3. Give oxygen by mask.\n4. Record the time.'
    const moved = '1. Call for senior help.\n2. Check the airway.\n3. Give oxygen by mask.\n4. Record the time.'
    expect(said(one, moved).map(([group]) => group)).toContain('moved')
  })

  test('what is so only of the number in front of a clause is layout', () => {
    expect(said(LEASE, LEASE.replace('3.2 In', '3.3 In'))).toEqual([
      ['layout', 'renumbered', { before: '3.2', after: '3.3' }],
    ])
  })

  test('a reference that follows the new number of its clause is layout, one that does not is a change of a number', () => {
    const [one, other] = [
      `${LEASE}\n4.1 Clause 3.2 applies to every notice.`,
      `${LEASE}\n4.1 Clause 3.3 applies to every notice.`,
    ]
    expect(said(one, other.replace('3.2 In', '3.3 In'))).toContainEqual(['layout', 'reference', expect.anything()])
    expect(said(one, other)).toEqual([['numbers', 'reference', { before: 'Clause 3.2', after: 'Clause 3.3' }]])
  })

  test.each([
    ['Clause 3.2 applies to every notice.', 'Clause 3.3 is waived for every notice.', 'wording'],
    ['The Tenant shall keep clause 3.2 in full.', 'The Tenant may ignore clause 3.3 in full.', 'obligations'],
    ['The Tenant keeps clause 3.2 for two years.', 'The Tenant forgets clause 3.3 for two years.', 'wording'],
    ['Section 3.2 binds the Tenant alone.', 'Section 3.3 binds the Landlord alone.', 'parties'],
    ['Clause 3.2 applies gladly to notices.', 'Clause 3.2 applies sadly to notices.', 'wording'],
    ['Clause 3.2 applies to every notice.', 'Clause 9.9 is waived for every notice.', 'numbers'],
  ])('what was rewritten around a reference is no reference: %s', (one, other, group) => {
    const before = `${LEASE}\n4.1 ${one}`
    const after = `${LEASE.replace('3.2 In', '3.3 In')}\n4.1 ${other}`
    expect(said(before, after).map(([found]) => found)).toContain(group)
  })

  test('the same amount or day in other words is layout', () => {
    expect(replaced('25 March 2029', 'March 25, 2029').map(([group]) => group)).toEqual(['layout'])
    expect(replaced('four equal', '4 equal').map(([group]) => group)).toEqual(['layout'])
  })

  test('spelling, capitals, quotation marks and dashes are layout', () => {
    const text = `${LEASE}\n4.1 The “Deposit” is held by the Landlord – without interest – in the colour of his office.`
    expect(said(text, text.replace('colour', 'color')).map(([group]) => group)).toEqual(['layout'])
    expect(said(text, text.replace('3. Notices', '3. NOTICES')).map(([group]) => group)).toEqual(['layout'])
    expect(said(text, text.replace('“Deposit”', '"Deposit"')).map(([group]) => group)).toEqual(['layout'])
    expect(said(text, text.replaceAll('–', '-')).map(([group]) => group)).toEqual(['layout'])
  })

  test('a sign that changed where a paragraph was parted is told', () => {
    const one = 'It is called the “Deposit”. The Landlord holds it, and the Tenant gets it back.'
    const other = one.replace('”. ', '".\n\n')
    expect(said(one, other).map(([group]) => group)).toEqual(['layout'])
  })

  test('a letter that makes another word is no matter of spelling', () => {
    const text = `${LEASE}\n4.1 The Tenant shall contact the agent under this contract and keep the contact warm under the contract.`
    expect(said(text, text.replace('this contract', 'this contact')).map(([group]) => group)).toEqual(['wording'])
  })

  test.each([
    ['peroneal', 'perineal', 'wording'],
    ['abduction', 'adduction', 'wording'],
    ['agreement', 'agreenent', 'layout'],
  ])('%s made %s once is a slip only where that is no word: %s', (word, other, group) => {
    const text = `The ${word} of the first day.\n\nThe ${word} of the second day.\n\nThe ${word} of the third day.`
    const isWord = (one: string) => one !== 'agreenent'
    const after = plain(text.replace(`${word} of the second`, `${other} of the second`))
    expect(compared(plain(text), after, { isWord }).changes.map((change) => change.group)).toEqual([group])
  })

  test('a heading that means another thing keeps its place', () => {
    expect(said(LEASE, LEASE.replace('3. Notices', '3. Service'))).toEqual([
      ['wording', 'replaced', { before: 'Notices', after: 'Service', isQuoted: true }],
    ])
  })

  test('numbers come before duties, these before parties, wording and moves, and layout last', () => {
    const after = [CLAUSES[8], ...CLAUSES.slice(0, 8)]
      .join('\n')
      .replace('£42,500', '£44,750')
      .replace('shall repair', 'may repair')
      .replace('consent of the Landlord', 'consent of the Surveyor')
      .replace('independent', 'experienced')
      .replace('3. Notices', '3. NOTICES')
    expect(said(LEASE, after).map(([group]) => group)).toEqual([
      'numbers',
      'obligations',
      'parties',
      'wording',
      'moved',
      'layout',
    ])
  })
})

describe('what is no change', () => {
  test('lines that break elsewhere', () => {
    expect(said(LEASE, LEASE.replace('between nine and five', 'between nine\nand five'))).toEqual([])
    expect(said(LEASE, LEASE.replaceAll(' ', '\n'))).toEqual([])
  })

  test('a paragraph that was parted or joined', () => {
    const two = 'The lease begins on Monday. The Tenant pays on Friday, and the Landlord gives a receipt.'
    expect(said(two, two.replace('Monday. ', 'Monday.\n\n'))).toEqual([])
    expect(said(two.replace('Monday. ', 'Monday.\n\n'), two)).toEqual([])
  })

  test('pages that break elsewhere, with other lines at their edges', () => {
    const middle = LEASE.indexOf('roof')
    const [head, tail] = [LEASE.slice(0, middle), LEASE.slice(middle)]
    const edge = (text: string, page: number) => ({
      page,
      text: `Lease, page ${page}\n\n${text}`,
      blocks: [{ start: 0, end: `Lease, page ${page}`.length, kind: 'header', level: 0 }],
    })
    expect(compared(plain(LEASE), [edge(head, 1), edge(tail, 2)]).changes).toEqual([])
  })

  test('blanks that are longer or shorter, and go over several lines', () => {
    const form = (blank: string) => `The Tenant:${blank}\n\nThe Landlord is named below.\n${blank}\n${blank}\n`
    expect(said(form('________'), form('____________ ______'))).toEqual([])
    expect(said('Name: ________ (Tenant)', 'Name: Ann Hollis (Tenant)')).toHaveLength(1)
  })

  test('plain quotation marks and dashes throughout, as some readers of PDF give them', () => {
    const set = LEASE.replaceAll('Tenant', '“Tenant”').replace('2. Repairs', '2. Repairs – Roof')
    const plainlySet = set.replaceAll(/[“”]/g, '"').replaceAll('–', '-')
    expect(said(set, plainlySet)).toEqual([])
    expect(said(set, set.replace('“Tenant”', '"Tenant"')).map(([group]) => group)).toEqual(['layout'])
  })

  test('a word parted at the end of a line', () => {
    expect(said(LEASE, LEASE.replace('independent', 'inde-\npendent'))).toEqual([])
  })
})

describe('tables', () => {
  const table = (rows: string) => [
    { page: 1, text: rows, blocks: [{ start: 0, end: rows.length, kind: 'table', level: 1 }] },
  ]
  const ROWS = 'Year\tRent\tDue\n2027\t£40,000\t25 March\n2028\t£41,000\t25 March\n2029\t£42,000\t25 March'

  test('a cell that changed is told in its row', () => {
    const { changes } = compared(table(ROWS), table(ROWS.replace('£41,000', '£61,000')))
    expect(changes).toMatchObject([
      { group: 'numbers', said: { before: '£41,000', after: '£61,000' }, after: { part: { kind: 'row' } } },
    ])
  })

  test.each([
    ['Rent\t500\t', 'Rent\t\t500', '500', 2, 3],
    ['Heating\tyes\told\t☒\t', 'Heating\tyes\tnew\t\t☒', '☒', 4, 5],
    ['\tTotal\t500', 'Total\t500\t', 'Total 500', 2, 1],
    ['Rent\t500\t\t25 March', 'Rent\t\t500\t25 March', '500', 2, 3],
    ['| Rent | 500 |  |', '| Rent |  | 500 |', '500', 2, 3],
  ])('a value that changed its column is told: %j made %j', (one, other, text, before, after) => {
    const { changes } = compared(table(`${ROWS}\n${one}`), table(`${ROWS}\n${other}`))
    expect(changes.filter(({ said: { kind } }) => kind === 'signs')).toEqual([])
    expect(changes).toContainEqual(
      expect.objectContaining({ group: 'numbers', said: { kind: 'column', text, before, after } }),
    )
  })

  test.each([
    ['a cell that came', 'Rent\t500\t25 March', 'Rent\t2027\t500\t25 March'],
    ['a cell that went', 'Rent\t2027\t500\t25 March', 'Rent\t500\t25 March'],
    ['an empty cell that was filled', 'Rent\t\t500', 'Rent\tnew\t500'],
    ['a word that came in a cell', 'Rent\t500', 'Old rent\t500'],
    ['an empty last cell', 'Rent\t500', 'Rent\t500\t'],
  ])('%s puts no other value into another column', (_, one, other) => {
    const { changes } = compared(table(`${ROWS}\n${one}`), table(`${ROWS}\n${other}`))
    expect(changes.filter(({ said: { kind } }) => kind === 'column')).toEqual([])
  })

  test('rows that changed in all but their names keep their places, and others get a turn all the way', () => {
    const count = 3000
    const rows = (of: (row: number) => string) => table(Array.from({ length: count }, (_, row) => of(row)).join('\n'))
    const [one, other] = [rows((row) => `Item${row}\t£${row + 5}`), rows((row) => `Item${row}\t€${count * 3 - row}`)]
    const steps = compareTexts(one, other)
    let turns = 0
    let next = steps.next()
    for (; !next.done; next = steps.next()) turns += 1
    expect(turns).toBeGreaterThan(count / 200)
    expect(next.value.aligned.filter(({ kind }) => kind === 'kept')).toHaveLength(count)
    const renamed = rows((row) => `Other${row}\t€${count * 3 - row}`)
    expect(compared(one, renamed).aligned.map(({ kind }) => kind)).toContain('added')
  })

  test('a row that went is one change', () => {
    const { changes } = compared(table(ROWS), table(ROWS.replace('2028\t£41,000\t25 March\n', '')))
    expect(changes).toMatchObject([{ kind: 'removed', group: 'numbers', said: { kind: 'part', part: 'row' } }])
  })
})

test('two documents of one kind about other things are unrelated, a half rewritten one is not', () => {
  const other = [
    'MINUTES of the meeting of the board on Monday',
    'The chair opened the meeting and welcomed the new members.',
    'The treasurer presented the accounts, which were approved.',
    'Nobody raised any other business, and the meeting closed at noon.',
  ].join('\n')
  expect(compared(plain(LEASE), plain(other)).isUnrelated).toBe(true)
  expect(compared(plain(LEASE), plain(CLAUSES.slice(0, 5).join('\n'))).isUnrelated).toBe(false)
})
