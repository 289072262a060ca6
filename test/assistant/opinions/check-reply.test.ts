import { describe, expect, test } from 'vitest'
import { checkReply } from '../../../assistant/opinions/opinion-reply.ts'
import type { RankedReply } from '../../../assistant/opinions/parse-reply.ts'
import type { Source } from '../../../contract/answers/answer.ts'
import type { Entity } from '../../../disclosure/pseudonyms/pseudonym-map.ts'
import { ALL_KNOWN } from '../../checks/lexicon.ts'

const TEXT = 'Mr Arthur Hollis gave notice on 3 March 2025. The Landlord did not answer.'

const SOURCE: Source = {
  kind: 'passage',
  source: 'S1',
  document: 'letter.txt',
  documentId: 'letter',
  textVersion: null,
  reference: null,
  read: null,
  page: null,
  start: 100,
  end: 100 + TEXT.length,
  section: '',
  text: TEXT,
  score: 1,
  byOcr: false,
}
const ENTITIES: readonly Entity[] = [
  { pseudonym: 'PERSON-1', type: 'person', forms: ['Mr Arthur Hollis', 'Hollis'], sex: 'm' },
  { pseudonym: 'DATE-1', type: 'date', forms: ['3 March 2025'], sex: null },
]

const checked = (claims: { text: string; sources: string[] }[], missing: string[] = [], ranked: RankedReply[] = []) =>
  checkReply(
    { claims, missing, ranked, choice: null },
    {
      sources: [SOURCE],
      question: 'When did Mr Hollis give notice?',
      named: [],
      show: ({ source }) => ({ source, where: '', text: TEXT, above: '', before: '' }),
      entities: ENTITIES,
      lexicon: ALL_KNOWN,
    },
  )

describe('the sentences of an opinion', () => {
  test('on one of two documents that are asked about are not borne out by the other', () => {
    const sources = [{ ...SOURCE, documentId: 'ashton', text: 'The term is ten years.' }]
    const named = ['ashton', 'glenwood'].map((documentId) => ({ documentId, words: new Set([documentId]) }))
    const { claims } = checkReply(
      {
        claims: [{ text: 'At Glenwood the term is of ten years.', sources: ['S1'] }],
        missing: [],
        ranked: [],
        choice: null,
      },
      {
        sources,
        question: 'How long is the term of Ashton and of Glenwood?',
        named,
        show: ({ source }) => ({ source, where: '', text: '', above: '', before: '' }),
        entities: [],
        lexicon: ALL_KNOWN,
      },
    )
    expect(claims).toMatchObject([{ verdict: 'unchecked', absent: ['Glenwood'] }])
  })

  test('get their names back and are held against the source as a local answer is', () => {
    const result = checked([{ text: '[PERSON-1, m] gave notice on [DATE-1, day 1, Monday].', sources: ['S1'] }])
    expect(result).toMatchObject({
      claims: [
        {
          text: 'Mr Arthur Hollis gave notice on 3 March 2025.',
          verdict: 'verbatim',
          citations: [{ source: 'S1', documentId: 'letter', start: 100, end: 144 }],
          absent: [],
        },
      ],
      restored: 2,
      unknownTokens: [],
      struck: [],
    })
  })

  test('that state another date are contradicted by the words of the source', () => {
    const result = checked([{ text: 'He gave notice on 5 May 2025.', sources: ['S1'] }])
    expect(result.claims).toMatchObject([{ verdict: 'contradicted', instead: expect.stringContaining('3 March 2025') }])
  })

  test('lose citations that resolve to nothing, which are told', () => {
    const result = checked([
      { text: 'The Landlord did not answer. [S9]', sources: ['S1', 'R4'] },
      { text: 'Somebody else was told (S7).', sources: [] },
    ])
    expect(result.struck).toEqual(['R4', 'S9', 'S7'])
    expect(result.claims).toMatchObject([
      { text: 'The Landlord did not answer.', citations: [{ source: 'S1' }] },
      { text: 'Somebody else was told.', verdict: 'unsupported', citations: [] },
    ])
  })

  test('keep marks that stand for nothing in this matter, which are told', () => {
    const result = checked([{ text: '[PERSON-901] gave notice.', sources: ['S1'] }], ['when [DATE-77] was'])
    expect(result.unknownTokens).toEqual(['[PERSON-901]', '[DATE-77]'])
    expect(result.claims[0]?.text).toBe('[PERSON-901] gave notice.')
    expect(result.missing).toEqual(['when [DATE-77] was'])
  })

  test('are checked one by one where a claim has several', () => {
    const result = checked([
      { text: '[PERSON-1] gave notice on [DATE-1]. The Landlord answered at once.', sources: ['S1'] },
    ])
    expect(result.claims.map(({ verdict, index }) => [index, verdict])).toEqual([
      [0, 'verbatim'],
      [1, 'unchecked'],
    ])
    expect(result.text).toBe('Mr Arthur Hollis gave notice on 3 March 2025. [S1]\nThe Landlord answered at once. [S1]')
  })
})

describe('the candidates of an opinion', () => {
  const item = {
    name: 'a notice by [PERSON-1]',
    for: [{ text: '[PERSON-1, m] gave notice on [DATE-1].', sources: ['S1', 'S7'] }],
    against: [{ text: 'It was served on 5 May 2025.', sources: ['S1'] }],
    missing: ['when [PERSON-1] left'],
    decides: ['the register of [PERSON-9]'],
    cannotMiss: true,
  }

  test('get their names back, and their reasons are held against the sources as sentences are', () => {
    const { ranked, struck, unknownTokens, restored } = checked([], [], [item])
    expect(ranked).toMatchObject([
      {
        name: 'a notice by Mr Arthur Hollis',
        for: [{ text: 'Mr Arthur Hollis gave notice on 3 March 2025.', claim: { verdict: 'verbatim' } }],
        against: [{ claim: { absent: ['5 May 2025'] } }],
        missing: ['when Mr Arthur Hollis left'],
        cannotMiss: true,
      },
    ])
    expect(struck).toEqual(['S7'])
    expect(unknownTokens).toEqual(['[PERSON-9]'])
    expect(restored).toBe(4)
  })

  test('stay in the order in which they came', () => {
    const { ranked } = checked([], [], [item, { ...item, name: 'another' }])
    expect(ranked.map(({ name }) => name)).toEqual(['a notice by Mr Arthur Hollis', 'another'])
  })
})
