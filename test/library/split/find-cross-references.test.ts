import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCrossReferences } from '../../../library/split/find-cross-references.ts'

const page = (text: string) => [{ page: null, text, blocks: [] }]

/** Each reference with the first words of what it leads to. */
function linksIn(text: string): readonly (readonly [string, string])[] {
  return findCrossReferences(page(text)).map(({ start, end, targetStart, targetEnd }) => [
    text.slice(start, end),
    text.slice(targetStart, Math.min(targetEnd, targetStart + 24)),
  ])
}

const LEASE = `1. Rent

The rent is payable under clause 7.3 and Schedule 2.

4. Break

4.2 The tenant may end the lease if:

(a) it has paid the rent; and

(b) it has given notice as clause 12 requires.

7. Payment

7.3 Payment is made quarterly, subject to clauses 4.2(b), 12 and 99.

12. Notices

A notice is in writing. See section 4.2(a) above.

Schedule 1

1. Works

Paragraph 1 of this Schedule applies.

Schedule 2

1. Sums

The sums in paragraph 1 and in clause 7 are due.`

describe('references inside a document', () => {
  test('lead to the clause, the item, the schedule that they name', () => {
    expect(linksIn(LEASE)).toEqual([
      ['clause 7.3', '7.3 Payment is made quar'],
      ['Schedule 2', 'Schedule 2'],
      ['clause 12', '12. Notices'],
      ['clauses 4.2(b)', '(b) it has given notice '],
      ['12', '12. Notices'],
      ['section 4.2(a)', '(a) it has paid the rent'],
      ['Paragraph 1', '1. Works'],
      ['paragraph 1', '1. Sums'],
      ['clause 7', '7. Payment'],
    ])
  })

  test.each([
    ['1. Scope\n\nsection 1 of the Housing Act 1988 applies.', []],
    ['1. Umfang\n\nEs gilt § 1 BGB und § 1 dieses Vertrags.', ['§ 1']],
    ['6. Data\n\nArticle 6 GDPR and Article 6 of this Agreement.', ['Article 6']],
    ['6. Data\n\nArt. 6 Abs. 1 DSGVO gilt.', []],
    ['2. Term\n\nClause 3 is not there. Section 2 months later.', ['Section 2']],
    ['Party 1 and PARTY Y\n\nPARTY X signs.', []],
    ['12 March 2024\n\nThe letter names clause 12.', []],
  ])('to other texts, or to what is not there, are none: %s', (text, expected) => {
    expect(linksIn(text).map(([reference]) => reference)).toEqual(expected)
  })

  test('lead to the part itself, not to its line in the table of contents', () => {
    expect(linksIn('2 Term ........ 7\n\n2 Term\n\nAs section 2 says.')).toEqual([['section 2', '2 Term']])
    const text = '2 Term ........ 7\n\n2 Term\n\nAs section 2 says.'
    expect(findCrossReferences(page(text))[0]!.targetStart).toBe(text.lastIndexOf('2 Term'))
  })

  test('lie inside the text, in order, whatever the text', () => {
    const line = fc.constantFrom(
      '1. A',
      '2.1 Bcd',
      '(a) item',
      'see clause 2.1',
      'Schedule A',
      '§ 1',
      'Article IV',
      '\f'.trim(),
      'x',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n\n')
        let last = 0
        for (const { start, end, targetStart, targetEnd } of findCrossReferences(page(text))) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(targetEnd).toBeGreaterThan(targetStart)
          expect(Math.max(end, targetEnd)).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })
})

test('a heading that ends with the word refers to nothing in the paragraph below it', () => {
  const text = '1. Break clause\n\n1.1 The tenant may end the lease.\n\n2. Notices\n\nSee clause\n1.1 above.\n'
  expect(linksIn(text)).toEqual([['clause\n1.1', '1.1 The tenant may end t']])
})
