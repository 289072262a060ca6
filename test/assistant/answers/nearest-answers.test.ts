import { describe, expect, test } from 'vitest'
import { nearestAnswers } from '../../../assistant/answers/nearest-answers.ts'
import { quotedClaim } from '../../../assistant/answers/quoted-claim.ts'
import { createWholeQuestion } from '../../../assistant/answers/whole-question.ts'
import { readSources } from '../../../checks/confirm.ts'
import type { PassageSource } from '../../../contract/answer.ts'
import type { Reranker } from '../../../models/reranker.ts'
import { someSource } from '../../renderer/samples.ts'

const NEVER = new AbortController().signal
const TEXT =
  'The Tenant may use the slipway from 7 a.m. to 8 p.m. on any day.\n\nThe slipway is of concrete.\n\nBoats are not washed.'
const PASSAGE: PassageSource = {
  ...(someSource() as PassageSource),
  source: 'S1',
  document: 'lease.txt',
  documentId: 'lease.txt',
  text: TEXT,
  start: 0,
  end: TEXT.length,
  section: '',
}
const PLACES = readSources([{ source: 'S1', text: TEXT, context: 'lease.txt' }])

const wholeOf = (question: string) =>
  createWholeQuestion({
    question,
    named: [],
    passages: [PASSAGE],
    places: PLACES,
    textOf: () => TEXT.toLowerCase(),
  })

/** Scores texts by the first pattern that they match. */
const scoring = (...scores: readonly (readonly [RegExp, number])[]): Reranker => ({
  info: { id: 'scripted', sha256: 's' },
  score: async (_, texts) => texts.map((text) => scores.find(([pattern]) => pattern.test(text))?.[1] ?? -9),
})

async function found(question: string, reranker: Reranker | null): Promise<readonly string[]> {
  const nearest = await nearestAnswers(wholeOf(question), { named: [], reranker }, NEVER)
  return [...nearest.values()].map(({ at }) => at.place.text)
}

const HOURS = 'Between what hours can boatbuilders use the slipway?'
const SURE = scoring([/7 a\.m\./, 5])

describe('a place that answers in other words', () => {
  test('is one that the reranker finds, and that tells what is wanted', async () => {
    expect(await found(HOURS, SURE)).toEqual(['The Tenant may use the slipway from 7 a.m. to 8 p.m. on any day.'])
  })

  test.each([
    ['without a reranker', HOURS, null],
    ['that is not much better than the next', HOURS, scoring([/7 a\.m\./, 5], [/concrete/, 3])],
    ['that is less likely than not', HOURS, scoring([/7 a\.m\./, -1])],
    ['that tells another kind of thing', HOURS, scoring([/concrete/, 5])],
    ['that shares no word with the question', 'When are shells painted by hand?', SURE],
    ['of a yes or no', 'Can boatbuilders use the slipway at noon?', SURE],
  ])('is none %s', async (_, question, reranker) => {
    expect(await found(question, reranker)).toEqual([])
  })

  test('answers its part once it is quoted', async () => {
    const whole = wholeOf(HOURS)
    const quote = quotedClaim(PLACES[0] ?? never(), [PASSAGE], 0) ?? never()
    expect(whole.notAnswered([quote])).toHaveLength(1)
    const withNearest = whole.with(await nearestAnswers(whole, { named: [], reranker: SURE }, NEVER))
    expect(withNearest.lacking([]).map(({ place }) => place.text)).toEqual([quote.citations[0] && TEXT.split('\n')[0]])
    expect(withNearest.notAnswered([quote])).toEqual([])
    expect(withNearest.notAnswered([])).toHaveLength(1)
  })
})

function never(): never {
  throw new Error('The text has no such place.')
}
