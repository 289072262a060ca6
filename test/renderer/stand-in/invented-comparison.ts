import type { Change, ChangeGroup, ChangeSide, CompareEnd } from '../../../contract/drafts/comparison.ts'
import type { PageText } from '../../../contract/document.ts'
import { verbatim } from '../../../wording/message.ts'
import { typedPages } from './typed-page.ts'

const clause = (text: string) => ['list-item', 1, text] as const
const heading = (text: string) => ['heading', 2, text] as const

const SENT = [
  heading('3. Rent'),
  clause('3.1 The rent is £42,500 a year, payable by equal quarterly payments in advance.'),
  heading('12. Landlord’s break'),
  clause(
    '12.1 The Landlord may end this Lease at any time after 25 March 2029 by giving the Tenant not less than six months’ written notice.',
  ),
  clause('12.2 A notice under clause 12.1 has effect only if the Landlord intends to rebuild the Building.'),
  clause('12.3 On the break date the Landlord shall repay to the Tenant any rent paid for a period after that date.'),
  heading('13. Notices'),
  clause('13.1 A notice sent by e-mail is not validly served.'),
  clause('13.2 A notice to the Tenant may be left at the Premises between 9.00 and 17.00 on a working day.'),
  clause('13.3 In this clause a working day is a day other than a Saturday, a Sunday or a bank holiday in England.'),
  heading('16. General'),
  clause('16.1 This Lease is governed by the law of England and Wales.'),
  ['table', 1, 'Item\tRate, £\nRoof\t1,250\nLift\t310'],
] as const

const RETURNED = [
  heading('3. Rent'),
  clause('3.1 The rent is £44,750 a year, payable by equal quarterly payments in advance.'),
  heading('12. Landlord’s break'),
  clause(
    '12.1 The Landlord may end this Lease at any time after 25 March 2029 by giving the Tenant not less than three months’ written notice.',
  ),
  clause('12.2 A notice under clause 12.1 has effect only if the Landlord intends to rebuild the Building.'),
  clause('12.3 On the break date the Landlord may repay to the Tenant any rent paid for a period after that date.'),
  clause('12.4 The Tenant has no claim for fittings that it leaves behind.'),
  heading('13. Notices'),
  clause('13.1 A notice sent by electronic mail is not validly served.'),
  clause('13.2 In this clause a working day is a day other than a Saturday, a Sunday or a bank holiday in England.'),
  heading('16. General'),
  clause('16.1 This Lease is governed by the law of England and Wales.'),
  clause('16.2 A notice to the Tenant may be left at the Premises between 9.00 and 17.00 on a working day.'),
  ['table', 1, 'Item\tRate, £\nRoof\t1,400\nLift\t310'],
] as const

/** Two versions of a lease, of two pages each. */
export function inventLeaseVersions(): { readonly before: readonly PageText[]; readonly after: readonly PageText[] } {
  const inPages = (blocks: typeof SENT | typeof RETURNED, cut: number) =>
    typedPages([
      { page: 1, label: null, blocks: blocks.slice(0, cut) },
      { page: 2, label: null, blocks: blocks.slice(cut) },
    ])
  return { before: inPages(SENT, 6), after: inPages(RETURNED, 7) }
}

type Planned = {
  readonly kind: Change['kind']
  readonly group: ChangeGroup
  readonly said: string
  /** The beginning of the clause, and the words of it that differ. */
  readonly before?: readonly [clause: string, words: string]
  readonly after?: readonly [clause: string, words: string]
  readonly isTracked: boolean
}

const PLANNED: readonly Planned[] = [
  {
    kind: 'changed',
    group: 'numbers',
    said: 'six months → three months',
    before: ['12.1', 'six'],
    after: ['12.1', 'three'],
    isTracked: true,
  },
  {
    kind: 'changed',
    group: 'numbers',
    said: '£42,500 a year → £44,750 a year',
    before: ['3.1', '£42,500'],
    after: ['3.1', '£44,750'],
    isTracked: true,
  },
  {
    kind: 'changed',
    group: 'numbers',
    said: '1,250 → 1,400',
    before: ['Roof', '1,250'],
    after: ['Roof', '1,400'],
    isTracked: false,
  },
  {
    kind: 'changed',
    group: 'obligations',
    said: 'shall repay → may repay',
    before: ['12.3', 'shall'],
    after: ['12.3', 'may'],
    isTracked: false,
  },
  { kind: 'added', group: 'wording', said: 'New: no claim for fittings', after: ['12.4', ''], isTracked: true },
  {
    kind: 'changed',
    group: 'wording',
    said: '“e-mail” → “electronic mail”',
    before: ['13.1', 'e-mail'],
    after: ['13.1', 'electronic mail'],
    isTracked: true,
  },
  {
    kind: 'moved',
    group: 'moved',
    said: 'To 16.2, words unchanged',
    before: ['13.2 A', ''],
    after: ['16.2', ''],
    isTracked: true,
  },
  {
    kind: 'changed',
    group: 'layout',
    said: 'Number 13.3 → 13.2',
    before: ['13.3', '13.3'],
    after: ['13.2', '13.2'],
    isTracked: true,
  },
]

/** What changed between those two, as the engine tells it. */
export function inventChanges(): readonly Change[] {
  const { before, after } = inventLeaseVersions()
  return PLANNED.map((planned, index) => ({
    changeId: `change-${index + 1}`,
    kind: planned.kind,
    group: planned.group,
    weight: 100 - index,
    isReworded: false,
    before: planned.before ? sideOf(before, planned.before) : null,
    after: planned.after ? sideOf(after, planned.after) : null,
    said: verbatim(planned.said),
    tracked: planned.isTracked ? { by: 'R. Lindqvist', date: '2026-05-15T17:20:00Z' } : 'none',
  }))
}

export function inventCompareEnd(changes: readonly Change[]): CompareEnd {
  const notTracked = changes.filter(({ tracked }) => tracked === 'none').length
  return {
    type: 'compare-end',
    changes: changes.length,
    tracked: changes.length - notTracked,
    notTracked,
    sameShare: 0.94,
    notCompared: [],
    unrelated: false,
    beforeVersion: 1,
    afterVersion: 1,
    comments: [
      { by: 'R. Lindqvist', date: '2026-05-15T17:25:00Z', text: 'My client insists on this.', about: 'three months’' },
    ],
  }
}

function sideOf(pages: readonly PageText[], [begins, words]: readonly [string, string]): ChangeSide {
  for (const { page, text, start, blocks } of pages)
    for (const block of blocks) {
      const rows = block.kind === 'table' ? text.slice(block.start, block.end).split('\n') : []
      const row = rows.find((one) => one.startsWith(begins))
      const said = row ?? text.slice(block.start, block.end)
      if (!said.startsWith(begins)) continue
      const from = start + (row === undefined ? block.start : text.indexOf(row, block.start))
      const at = from + said.indexOf(words)
      return {
        start: from,
        end: from + said.length,
        text: said,
        number: /^[\d.]+/.exec(said)?.[0] ?? '',
        section: '',
        page,
        words: words === '' ? [] : [{ start: at, end: at + words.length }],
      }
    }
  throw new Error(`Expected a clause that begins with “${begins}”.`)
}
