import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../contract/drafts/comparison.ts'
import type { PageText } from '../../contract/document.ts'
import { pairRows } from '../../renderer/drafts/versions/pair-rows.ts'
import { versus } from '../../renderer/drafts/check/versus.ts'
import { inventChanges, inventLeaseVersions } from './stand-in/invented-comparison.ts'
import { typedPages } from './stand-in/typed-page.ts'

const pagesOf = (paragraphs: readonly string[]): readonly PageText[] =>
  typedPages([{ page: null, label: null, blocks: paragraphs.map((text) => ['paragraph', 0, text] as const) }])

const wordsOf = (rows: ReturnType<typeof pairRows>, side: 'before' | 'after') =>
  rows.flatMap((row) => row[side].map(({ text }) => text))

describe('two texts in rows', () => {
  test('hold each part of each text once, in its order, whatever the changes say', () => {
    const paragraph = fc.constantFrom('alpha', 'beta', 'gamma', 'delta')
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), fc.array(paragraph, { maxLength: 12 }), (before, after) => {
        const rows = pairRows(pagesOf(before), pagesOf(after), [])
        expect(wordsOf(rows, 'before')).toEqual(before)
        expect(wordsOf(rows, 'after')).toEqual(after)
      }),
    )
  })

  test('stand level where nothing or only words changed, and alone where a part was added or moved', () => {
    const { before, after } = inventLeaseVersions()
    const rows = pairRows(before, after, inventChanges())
    const startOf = (parts: readonly { readonly text: string }[]) => parts[0]?.text.split(/\s/)[0] ?? '-'
    expect(rows.map((row) => `${startOf(row.before)} ${startOf(row.after)}`)).toEqual([
      '3. 3.',
      '3.1 3.1',
      '12. 12.',
      '12.1 12.1',
      '12.2 12.2',
      '12.3 12.3',
      '- 12.4',
      '13. 13.',
      '13.1 13.1',
      '13.2 -',
      '13.3 13.2',
      '16. 16.',
      '16.1 16.1',
      '- 16.2',
      'Item Item',
      'Roof Roof',
      'Lift Lift',
    ])
  })

  test('keep what one change touches in one row, over the end of a page as well', () => {
    const before = typedPages([
      { page: 1, label: null, blocks: [['paragraph', 0, 'The rent is due']] },
      { page: 2, label: null, blocks: [['paragraph', 0, 'on the first day.']] },
    ])
    const after = pagesOf(['The rent is due on the last day.'])
    const side = { number: '', section: '', page: null, words: [], text: '' }
    const change: Change = {
      changeId: 'c1',
      kind: 'changed',
      group: 'wording',
      isReworded: false,
      weight: 1,
      before: { ...side, start: 0, end: 33 },
      after: { ...side, start: 0, end: 32 },
      said: { key: 'drafts.views', values: {} },
      tracked: null,
    }
    const rows = pairRows(before, after, [change])
    expect(rows.map((row) => [row.before.length, row.after.length])).toEqual([[2, 1]])
  })
})

test('what a reader notes of the markup of one file is left out of its text', () => {
  const marked = typedPages([
    {
      page: null,
      label: null,
      blocks: [
        ['paragraph', 0, 'The rent is £9.'],
        ['note', 0, 'Inserted by R. Lindqvist: “£9”'],
      ],
    },
  ])
  const rows = pairRows(pagesOf(['The rent is £9.']), marked, [])
  expect(wordsOf(rows, 'after')).toEqual(['The rent is £9.'])
})

describe('a sentence against its page', () => {
  test('keeps all words of both, and marks those that only one of them has', () => {
    const { draft, page } = versus('served on the second day', 'is served on the second working day')
    expect(draft).toEqual([{ text: 'served on the second day', differs: false }])
    expect(page.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['is ', 'working '])
  })

  test('marks only what stands in the place of the words that are wrong, where these are known', () => {
    const draft = 'Clause 12.1 lets the Tenant end it on three months’ notice'
    const at = draft.indexOf('three')
    const { page } = versus(draft, '12.1 The Tenant may end it on six months’ notice', [{ start: at, end: at + 5 }])
    expect(page.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['six '])
  })

  test('leaves texts that share hardly a word unmarked', () => {
    expect(versus('The keys were returned.', 'Rent is due in June.').draft).toEqual([
      { text: 'The keys were returned.', differs: false },
    ])
  })

  test('gives every word of both back', () => {
    const word = fc.constantFrom('the', 'rent', 'is', '£9', 'due', 'not')
    const sentence = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(sentence, sentence, (one, other) => {
        const { draft, page } = versus(one, other)
        expect(draft.map(({ text }) => text).join('')).toBe(one)
        expect(page.map(({ text }) => text).join('')).toBe(other)
      }),
    )
  })
})
