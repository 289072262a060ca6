import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lintCard } from '../../../assistant/cards/lint-card.ts'
import { createDetection } from '../../../assistant/packets/detection.ts'
import { createWordLists } from '../../../assistant/home/word-lists.ts'
import type { CardText } from '../../../contract/knowledge/card.ts'
import { aCard } from './a-card.ts'

const FILE = fileURLToPath(new URL('../../../disclosure/words/words.txt.br', import.meta.url))
const { find } = await createDetection(createWordLists(FILE))()

const lint = (given: Partial<CardText>, terms: readonly string[] = [], specifics: readonly string[] = []) =>
  lintCard(aCard(given), { find, specifics, terms: terms.map((text) => ({ text, type: 'organisation' })) })

describe('the lint of a card', () => {
  test.each([
    ['a general lesson of law', {}],
    [
      'ages, doses and periods',
      {
        summary: 'Add one point for patients aged 65 to 74 and two from 75 on. Check the clearance before the dose.',
        knowledge: [{ text: 'Below 30 mL/min the dose is halved to 2.5 mg twice daily.', source: null }],
      },
    ],
    [
      'a country, and a statute',
      {
        summary: 'Leave out the bank holidays of England and Wales when working days are counted.',
        knowledge: [{ text: 'The Law of Property Act 1925, s. 196, says when a notice is served.', source: null }],
        jurisdiction: 'England and Wales',
      },
    ],
    ['the places of names in a pattern', { trigger: 'How much does [PERSON] pay to [ORGANISATION] from [DATE] on?' }],
  ])('lets %s pass', (_, given) => {
    expect(lint(given)).toEqual([])
  })

  test.each([
    ['a person', 'Mr Hollis posted it late, so count again.', 'Hollis'],
    ['a date', 'The notice of 3 May 2021 was late, so count again.', '3 May 2021'],
    ['an address', 'Notices go to 14 Wexcombe Road and nowhere else.', '14 Wexcombe Road'],
    ['an e-mail address', 'Write to jane.doe@example.org and nowhere else.', 'jane.doe@example.org'],
  ])('stops %s', (_, summary, words) => {
    expect(lint({ summary })).toEqual([expect.stringContaining(words)])
  })

  test('stops what only the matter knows to be a name', () => {
    const summary = 'Ask whether larkspur has paid the rent.'
    expect(lint({ summary })).toEqual([])
    expect(lint({ summary }, ['Larkspur'])).toEqual([expect.stringContaining('“larkspur” identifies')])
  })

  test('stops a name in the title, in the knowledge and in what a question looks like', () => {
    expect(lint({ title: 'What Mr Hollis owes' })).toHaveLength(1)
    expect(lint({ knowledge: [{ text: 'Mr Hollis owes rent.', source: null }] })).toHaveLength(1)
    expect(lint({ trigger: 'How much rent does Mr Hollis owe?' })).toHaveLength(1)
  })

  test('stops what the matter knows in a source, the domain or the jurisdiction, where a public name may stand', () => {
    const source = 'Letter of Amara Okafor to Hollis, 3 May 2024, file 77/12'
    const knowledge = [{ text: 'A letter fixes the day of receipt.', source }]
    const terms = ['Amara Okafor', 'Hollis']
    expect(lint({ knowledge }, terms)).toEqual([
      expect.stringContaining('“Amara Okafor” identifies'),
      expect.stringContaining('“Hollis” identifies'),
    ])
    expect(lint({ domain: 'the Hollis lease' }, terms)).toEqual([expect.stringContaining('“Hollis”')])
    expect(lint({ jurisdiction: 'Okafor Estates', title: 'Rent' }, ['Okafor'])).toEqual([
      expect.stringContaining('“Okafor”'),
    ])
    const book = [
      { text: 'A letter fixes the day of receipt.', source: 'Smith v Jones [1990] 2 AC 1; Woodfall, 3 May 2024' },
    ]
    expect(lint({ knowledge: book, domain: 'landlord and tenant', jurisdiction: 'England and Wales' }, terms)).toEqual(
      [],
    )
  })

  test('stops a source that speaks of one matter, or is copied from an answer', () => {
    const from = (source: string) => [{ text: 'A letter fixes the day of receipt.', source }]
    expect(lint({ knowledge: from('Clause 7 of this lease, page 3') })).toEqual([
      expect.stringContaining('speaks of one matter'),
    ])
    const wrong = 'It says so in the second letter of the agent about the roof.'
    expect(lint({ knowledge: from('Second letter of the agent about the roof, p. 2') }, [], [wrong])).toEqual([
      expect.stringContaining('stands so in an answer'),
    ])
  })

  test('stops what speaks of one matter, and what is copied from its answers', () => {
    expect(lint({ summary: 'In this case the clause was missed.' })).toEqual([expect.stringContaining('one matter')])
    expect(lint({ summary: 'The rule stands in [S2], read it.' })).toEqual([expect.stringContaining('source mark')])
    const expected = 'It is received at nine on the second working day after posting.'
    expect(lint({ summary: 'Say at nine on the second working day after posting.' }, [], [expected])).toEqual([
      expect.stringContaining('stands so in an answer'),
    ])
  })

  test('asks for its parts, and says how many words are too many', () => {
    const long = Array.from({ length: 160 }, () => 'compare').join(' ')
    expect(lint({ summary: '' })).toEqual([expect.stringContaining('learning summary is empty')])
    expect(lint({ trigger: 'When?' })).toEqual([expect.stringContaining('at least 3 words')])
    expect(lint({ summary: long, knowledge: [] })).toEqual(['It has 160 words, and a card at most 150. Shorten it.'])
  })
})
