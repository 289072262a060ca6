import { describe, expect, test } from 'vitest'
import { amendmentsIn, clauseAt, clausesIn } from '../../text/amendments.ts'

describe('what changes a clause is told', () => {
  test.each([
    ["2. Clause 3.4 is deleted and replaced with the following: 'The Buyer shall pay under clause 3.5 …'", ['3.4']],
    ["1. In clause 2.2 the words '30 June 2023' are deleted and replaced with '31 July 2023'.", ['2.2']],
    ['C. In Section 7, "twelve (12) months" becomes "eighteen (18) months".', ['7']],
    ['Clause 5 shall now read as follows:', ['5']],
    ['Section 12 of the Agreement was amended by deleting “six”.', ['12']],
    ['2. § 3 Satz 1 wird wie folgt neu gefasst: „Das Gehalt beträgt 6.200 Euro.“', ['3']],
    ['3. In § 5 wird die Zahl 28 durch die Zahl 30 ersetzt.', ['5']],
    ['Ziffer 4.2 wird ersatzlos gestrichen.', ['4.2']],
    ['L’article 4 est remplacé par ce qui suit :', ['4']],
    ['La cláusula 7.1 queda modificada como sigue:', ['7.1']],
    ['L’articolo 5 è sostituito dal seguente:', ['5']],
    ['O artigo 6 passa a ter a seguinte redação: fica alterado', ['6']],
    ['Artikel 3.2 wordt vervangen door:', ['3.2']],
    ['§ 8 ust. 2 otrzymuje brzmienie:', ['8']],
  ])('%s', (text, clauses) => {
    expect(amendmentsIn(text).map(({ clause }) => clause)).toEqual(clauses)
  })

  test.each([
    'Clause 9.1 may be amended only in writing signed by both parties.',
    'Clause 3.3 is unchanged.',
    'The fee under clause 5 becomes payable on completion.',
    'A new clause 9.4 is added: “Clause 9.1 does not prevent …”',
    'The tiles under section 4 of the roof lie loose; the gutter was replaced.',
    '§ 3 Die Kosten des Rechtsstreits und des Vergleichs werden gegeneinander aufgehoben.',
    'Section 4 The fixtures are removed at the end of the term.',
    'Article 5 Le loyer est modifié chaque année.',
    'Save as varied by this deed the Agreement continues in full force.',
  ])('and nothing else: %s', (text) => {
    expect(amendmentsIn(text)).toEqual([])
  })
})

test('a place is of the clause whose number begins the last line above it', () => {
  const lease =
    '## 4. Break\n\n4.1 The Tenant may end this lease.\nIt gives notice.\n\n4.2 The notice is void.\n§ 5 Urlaub\nEr hat 28 Tage.'
  expect(clausesIn(lease)).toEqual(['4', '4.1', '4.2', '5'])
  expect(clauseAt(lease, lease.indexOf('It gives'))).toBe('4.1')
  expect(clauseAt(lease, lease.indexOf('28'))).toBe('5')
  expect(clauseAt('No number above.', 3)).toBeNull()
})
