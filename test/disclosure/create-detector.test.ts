import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import type { IdentifierSpan, KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)

const masked = (text: string, spans: readonly IdentifierSpan[]) =>
  spans.map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`)

describe('the patterns', () => {
  test.for([
    ['Write to jane.roe@example.org today', 'email: jane.roe@example.org'],
    ['His SSN is 078-05-1120.', 'ssn: 078-05-1120'],
    ['Card 4111 1111 1111 1111 was used', 'card: 4111 1111 1111 1111'],
    ['Case No. 2:21-cv-01234-ABC was filed', 'docket: 2:21-cv-01234-ABC'],
    ['seen on 14 March 2021', 'date: 14 March 2021'],
    ['ein 74-jähriger Patient', 'age: 74-jähriger'],
  ])('find in "%s": %s', ([text = '', wanted]) => {
    expect(masked(text, find(text, []).spans)).toContain(wanted)
  })
})

describe("the matter's list", () => {
  const known: readonly KnownTerm[] = [{ text: 'Jörg Hollis', type: 'person' }]

  test.for(['Jörg Hollis', 'JORG HOLLIS', 'Jorg  Hol-\nlis', 'jörg-hollis', 'Jörg Hollis’s lease', 'Jorg Holliss'])(
    'finds the name in "%s"',
    (text) => {
      const [span] = find(`so ${text} said`, known).spans
      expect(span).toMatchObject({ start: 3, type: 'person', by: 'matter' })
    },
  )

  test('does not find it inside another word', () => {
    expect(find('xjörghollis', known).spans.filter(({ by }) => by === 'matter')).toEqual([])
  })
})

describe('findings of any text', () => {
  test('are sorted, inside the text and free of overlaps, and come again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'grapheme' })), (text, terms) => {
        const known = terms.map((term) => ({ text: term, type: 'person' as const }))
        const found = find(text, known)
        let last = 0
        for (const { start, end } of found.spans) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
        expect(find(text, known)).toEqual(found)
      }),
    )
  })
})
