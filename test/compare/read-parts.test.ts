import { describe, expect, test } from 'vitest'
import type { ComparedPage } from '../../compare/compared-text.ts'
import { readParts } from '../../compare/read-parts.ts'

function cited(text: string): readonly string[] {
  return readParts([{ page: null, text, blocks: [] }]).map(({ number }) => number)
}

function kinds(pages: readonly ComparedPage[]) {
  const text = pages.map((page) => page.text).join('\f')
  return readParts(pages).map(({ kind, start, end, section }) => [kind, text.slice(start, end), section])
}

describe('the number that a clause is cited by', () => {
  test('letters and roman numbers belong to the clause that they stand in', () => {
    const lines = [
      '1. Rent',
      '1.1 The rent is:',
      '(a) a sum;',
      '(i) in cash;',
      '(ii) by transfer;',
      '(b) a share.',
      '1.2 It is due.',
      '2. Repairs',
    ]
    expect(cited(lines.join('\n'))).toEqual([
      '1',
      '1.1',
      '1.1 (a)',
      '1.1 (a) (i)',
      '1.1 (a) (ii)',
      '1.1 (b)',
      '1.2',
      '2',
    ])
  })

  test('the ninth letter is no roman number', () => {
    const letters = [...'abcdefghij'].map((letter) => `(${letter}) an item;`)
    expect(cited(['1. Items', ...letters].join('\n')).slice(-3)).toEqual(['1 (h)', '1 (i)', '1 (j)'])
  })

  test('a schedule counts anew, and a title in front of all clauses is no part of their numbers', () => {
    const lines = ['1. Rent', 'It is due.', 'Schedule 2', '1. Roof', 'It is old.']
    expect(cited(lines.join('\n\n'))).toEqual(['1', '', 'Schedule 2', 'Schedule 2, 1', ''])
    expect(cited(['Annex 18', '1. Rent'].join('\n\n'))).toEqual(['Annex 18', '1'])
  })

  test('an article is the clause itself', () => {
    expect(cited(['Article 5 Term', 'It begins.', '5.1 It ends.'].join('\n\n'))).toEqual(['Article 5', '', '5.1'])
  })

  test('a paragraph in brackets belongs to its section', () => {
    const lines = [
      '§ 2 Miete',
      '(1) Sie ist bar zu zahlen.',
      '(2) Sie ist am Ersten zu zahlen.',
      'Schedule 3',
      '(a) the roof;',
    ]
    expect(cited(lines.join('\n\n'))).toEqual(['§ 2', '§ 2 (1)', '§ 2 (2)', 'Schedule 3', 'Schedule 3 (a)'])
  })

  test('days, quantities, initials and words are no numbers', () => {
    const lines = [
      '3. Mai 2026 war ein Sonntag.',
      '12 tenants pay.',
      'M. Harris signs.',
      'PARTY 1 AND PARTY 2 AGREE:',
      'a lease is made.',
    ]
    expect(cited(lines.join('\n\n'))).toEqual(['', '', '', '', ''])
  })
})

describe('the parts of a document', () => {
  test('a number on a line of its own belongs to the title below it', () => {
    expect(
      kinds([{ page: null, text: '7.\nNotices\nA notice is sent by post to the other party.', blocks: [] }]),
    ).toEqual([
      ['heading', '7.\nNotices', ''],
      ['paragraph', 'A notice is sent by post to the other party.', 'Notices'],
    ])
  })

  test('a heading of Markdown is its words with their number, and the clause on the next line is one of its own', () => {
    const text = '## 16. General provisions\n16.1 Each party pays its own costs.\n### Term ###\nIt begins.'
    const blocks = [
      { start: 0, end: 25, kind: 'heading', level: 2 },
      { start: text.indexOf('### Term'), end: text.indexOf('\nIt'), kind: 'heading', level: 3 },
    ]
    for (const page of [
      { page: null, text, blocks },
      { page: null, text, blocks: [] },
    ]) {
      expect(kinds([page])).toEqual([
        ['heading', '16. General provisions', ''],
        ['paragraph', '16.1 Each party pays its own costs.', 'General provisions'],
        ['heading', 'Term', 'General provisions'],
        ['paragraph', 'It begins.', 'Term'],
      ])
      expect(readParts([page]).map(({ number }) => number)).toEqual(['16', '16.1', '', ''])
    }
  })

  test.each(['heading', 'list-item'])('a line that begins with a clause number begins a part in a %s too', (kind) => {
    const text = '16. General\n16.1 Each party pays its own costs.\n16.2 Nobody pays twice.'
    const page = { page: null, text, blocks: [{ start: 0, end: text.length, kind, level: 1 }] }
    expect(readParts([page]).map(({ number }) => number)).toEqual(['16', '16.1', '16.2'])
  })

  test('rows are parts of their own, and lines at the edges of pages are none', () => {
    const text = 'Lease\nRent\t£500\nDeposit\t£900\nPage 1'
    const blocks = [
      { start: 0, end: 5, kind: 'header', level: 0 },
      { start: 6, end: 28, kind: 'table', level: 0 },
      { start: 29, end: 35, kind: 'footer', level: 0 },
    ]
    expect(kinds([{ page: 1, text, blocks }])).toEqual([
      ['row', 'Rent\t£500', ''],
      ['row', 'Deposit\t£900', ''],
    ])
  })

  test('a hash that a paragraph begins with is part of it, and sets a heading only where no blocks are known', () => {
    const text = '# ifconfig -a'
    const blocks = [{ start: 0, end: text.length, kind: 'paragraph', level: 0 }]
    expect(kinds([{ page: 1, text, blocks }])).toEqual([['paragraph', '# ifconfig -a', '']])
    expect(kinds([{ page: 1, text, blocks: [] }])).toEqual([['paragraph', 'ifconfig -a', '']])
  })

  test('the empty cells at the edges of a row belong to it', () => {
    const text = '  \tTotal\t500\t\n \t \n'
    expect(kinds([{ page: 1, text, blocks: [{ start: 0, end: text.length, kind: 'table', level: 0 }] }])).toEqual([
      ['row', '\tTotal\t500\t', ''],
    ])
  })

  test.each(['[1] A footnote.', '[xxviii] An endnote.', '[#] A note.', '[A-1] A note.', '7 A note.', '§ A note.'])(
    'notes such as %j stand behind all else, comments nowhere',
    (note) => {
      const text = `One.\n\n${note}\n\nComment by Ann: no.\n\nTwo.`
      const block = (words: string, level: number) => {
        const start = text.indexOf(words)
        return { start, end: start + words.length, kind: 'note', level }
      }
      const blocks = [block(note, 1), block('Comment by Ann: no.', 0)]
      expect(kinds([{ page: null, text, blocks }]).map(([, words]) => words)).toEqual(['One.', 'Two.', note])
    },
  )
})
