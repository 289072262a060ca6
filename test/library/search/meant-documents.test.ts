import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meantDocuments, type NameIndex } from '../../../library/search/meant-documents.ts'
import { wordsOf } from '../../../library/search/question-words.ts'

/** Documents by their heads; `texts` is what stands below. */
function indexOf(heads: readonly string[], texts: readonly string[] = []): NameIndex {
  const whole = heads.map((head, at) => new Set(wordsOf(`${head} ${texts[at] ?? ''}`)))
  return {
    documentCount: heads.length,
    allNames: () => heads.map((head, at) => [at, new Set(wordsOf(head))] as const),
    textsWith: async (word, limit) =>
      new Set(whole.flatMap((words, at) => (words.has(word) ? [at] : [])).slice(0, limit)),
  }
}

async function meant(question: string, index: NameIndex) {
  const { shares, asked, isIntroduced } = await meantDocuments(question, index)
  const ranked = [...shares].toSorted(([, one], [, other]) => other - one)
  return { best: ranked[0]?.[0] ?? null, shares, asked, isIntroduced }
}

const COURTS = ['Ashton', 'Glenwood', 'Riverside', 'Preston', 'Bayside', 'Sterling', 'Quailwood', 'Vandalia']
const JUDGMENTS = indexOf(
  COURTS.map((court, at) => `Judgment of the ${court} Court against ${at % 2 ? 'Nelson' : 'Brown'}`),
)

describe('the documents that a question means', () => {
  test('are those that its introduction names, and the rest is what is asked of them', async () => {
    expect(await meant('Consider the judgment of Riverside; who appealed?', JUDGMENTS)).toMatchObject({
      best: 2,
      asked: 'who appealed?',
      isIntroduced: true,
    })
  })

  test('are told by a title that every text uses as an ordinary word', async () => {
    const policies = indexOf(
      ['Keep privacy policy', 'Share privacy policy', 'Open privacy policy', 'Lists privacy policy'],
      Array.from({ length: 4 }, () => 'We keep what you share in open lists.'),
    )
    for (const [at, name] of ['Keep', 'Share', 'Open', 'Lists'].entries())
      expect(
        await meant(`Consider "${name}"'s privacy policy; do you keep what I share in open lists?`, policies),
      ).toMatchObject({
        best: at,
        asked: 'do you keep what I share in open lists?',
      })
  })

  test('are told by a name that stands far below the head of one of them only', async () => {
    const agreements = indexOf(
      Array.from({ length: 6 }, () => 'Mutual agreement'),
      ['', '', '', 'between Larkspur and Marlowe', '', ''],
    )
    expect(await meant('Consider the agreement of Larkspur; may it be assigned?', agreements)).toMatchObject({
      best: 3,
    })
  })

  test('are two where it names two, although one of them has more of the names', async () => {
    const { shares } = await meant('According to the judgments of Ashton Brown and Glenwood, who appealed?', JUDGMENTS)
    for (const document of [0, 1]) expect(shares.get(document)).toBeGreaterThan(0.8)
    expect(shares.get(6)).toBeLessThan(0.5)
  })

  test('may be mentioned in what is asked, which then stays whole', async () => {
    const question = 'When did Bayside decide?'
    expect(await meant(question, JUDGMENTS)).toMatchObject({ best: 4, asked: question, isIntroduced: false })
  })

  test.each(['Who appealed?', 'In the second half, who appealed?', 'What is a MERS test?'])(
    'are none where it names none: %s',
    async (question) =>
      expect(await meant(question, JUDGMENTS)).toMatchObject({ best: null, asked: question, isIntroduced: false }),
  )

  test('are looked for in what is asked by names that nothing is called by, and by numbers', async () => {
    const { asked } = await meant('Consider the Ashton judgment of Larkspur of 2023; who appealed?', JUDGMENTS)
    expect(asked).toBe('who appealed? Larkspur 2023')
  })

  test('are meant less, the more documents fit as well', async () => {
    const shareWith = async (others: number) => {
      const heads = ['Larkspur lease', ...Array.from({ length: others }, () => 'Larkspur letter'), ...COURTS]
      return (await meant('Consider Larkspur; who paid?', indexOf(heads))).shares.get(0) ?? 0
    }
    const shares = [await shareWith(0), await shareWith(2), await shareWith(6)]
    expect(shares).toEqual(shares.toSorted((one, other) => other - one))
    expect(new Set(shares).size).toBe(3)
  })

  test('have shares between 0 and 1, and the same ones whatever their numbers', async () => {
    const head = fc.array(fc.constantFrom(...COURTS, 'Brown', 'of', 'court'), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(head, { minLength: 1, maxLength: 8 }), head, async (all, asked) => {
        const heads = all.map((words) => words.join(' '))
        const question = `Consider ${asked.join(' ')}; who appealed?`
        const { shares } = await meantDocuments(question, indexOf(heads))
        const { shares: turned } = await meantDocuments(question, indexOf(heads.toReversed()))
        for (const [document, share] of shares) {
          expect(share).toBeGreaterThan(0)
          expect(share).toBeLessThan(1)
          expect(turned.get(heads.length - 1 - document)).toBeCloseTo(share)
        }
        expect(turned.size).toBe(shares.size)
      }),
    )
  })
})
