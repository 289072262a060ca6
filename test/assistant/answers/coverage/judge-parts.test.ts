import { describe, expect, test } from 'vitest'
import { judgeParts } from '../../../../assistant/answers/coverage/judge-parts.ts'
import { quotedClaim } from '../../../../assistant/answers/claims/quoted-claim.ts'
import { createQuestionCoverage } from '../../../../assistant/answers/coverage/question-coverage.ts'
import { readSources } from '../../../../checks/confirm.ts'
import type { PassageSource } from '../../../../contract/answers/answer.ts'
import type { Reranker } from '../../../../models/reranker.ts'
import { someSource } from '../../../renderer/samples.ts'

const NEVER = new AbortController().signal
const TEXT =
  'The Tenant may use the slipway from 7 a.m. to 8 p.m. on any day.\n\nThe slipway is of concrete.\n\nBoats are not washed.\n\nThe charge is due within the time in clause 3.2.'
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
  createQuestionCoverage({
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
  const judged = await judgeParts(wholeOf(question), { named: [], reranker }, NEVER)
  return [...judged.values()].flatMap(({ nearest }) => nearest?.at.place.text ?? [])
}

const HOURS = 'Between what hours can boatbuilders use the slipway?'
const MAY_ANSWER = expect.stringContaining('whether this answers')
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
    ['that refers to another', 'When does the charge fall due?', scoring([/clause 3/, 5])],
    ['that says nothing of the state', 'From what hour was use of the slipway terminated?', SURE],
    ['of a yes or no', 'Can boatbuilders use the slipway at noon?', SURE],
  ])('is none %s', async (_, question, reranker) => {
    expect(await found(question, reranker)).toEqual([])
  })

  test('leaves a model nothing to write once it is quoted, and is not said to be the answer', async () => {
    const whole = wholeOf(HOURS)
    const quote = quoteOf(/7 a\.m\./)
    expect(whole.notAnswered([quote])).toHaveLength(1)
    const withNearest = whole.with(await judgeParts(whole, { named: [], reranker: SURE }, NEVER))
    expect(withNearest.lacking([]).map(({ place }) => place.text)).toEqual([quote.citations[0] && TEXT.split('\n')[0]])
    expect(withNearest.isAnsweredBy([quote])).toBe(true)
    expect(withNearest.notAnswered([quote])).toEqual([MAY_ANSWER])
    expect(withNearest.isAnsweredBy([])).toBe(false)
  })
})

describe('a sentence that the model has chosen', () => {
  const judgedBy = async (question: string, reranker: Reranker) => {
    const whole = wholeOf(question)
    return whole.with(await judgeParts(whole, { named: [], reranker }, NEVER))
  }

  test('may answer where the reranker prefers no other, also where it is not sure', async () => {
    const whole = await judgedBy(HOURS, scoring([/7 a\.m\./, -3], [/concrete/, -2]))
    expect(whole.lacking([])).toEqual([])
    expect(whole.isAnsweredBy([quoteOf(/7 a\.m\./)])).toBe(true)
    expect(whole.notAnswered([quoteOf(/7 a\.m\./)])).toEqual([MAY_ANSWER])
    expect(whole.isAnsweredBy([quoteOf(/concrete/)])).toBe(false)
  })

  test('does not where another is much better', async () => {
    const whole = await judgedBy(HOURS, scoring([/7 a\.m\./, -3], [/concrete/, 0]))
    expect(whole.isAnsweredBy([quoteOf(/7 a\.m\./)])).toBe(false)
  })

  test('may answer what is asked with it in a word or two', async () => {
    const whole = await judgedBy('What may boatbuilders do on the slipway, and at what time?', scoring([/7 a\.m\./, 2]))
    expect(whole.isAnsweredBy([quoteOf(/7 a\.m\./)])).toBe(true)
    expect(whole.notAnswered([quoteOf(/7 a\.m\./)])).toEqual([MAY_ANSWER, MAY_ANSWER])
    expect(whole.isAnsweredBy([quoteOf(/concrete/)])).toBe(false)
  })

  test('is beside the point where the reranker gives it next to no chance, whatever words it shares', async () => {
    const whole = await judgedBy(HOURS, scoring([/7 a\.m\./, -6], [/concrete/, -8]))
    expect(whole.isBesideThePoint([quoteOf(/7 a\.m\./)])).toBe(false)
    expect(whole.isBesideThePoint([quoteOf(/concrete/)])).toBe(true)
  })
})

function quoteOf(pattern: RegExp) {
  const at = PLACES.find(({ place }) => pattern.test(place.text))
  const claim = at && quotedClaim(at, { passages: [PASSAGE], question: '', index: 0 })
  if (!claim) throw new Error(`No place has ${pattern}.`)
  return claim
}

/** Whether a quote of the place with these words leaves a model nothing to write, where the reranker finds that place by far the best. */
async function isEnough(words: string, question: string, text: string): Promise<boolean> {
  const passage = { ...PASSAGE, text, end: text.length }
  const places = readSources([{ source: 'S1', text, context: 'lease.txt' }])
  const textOf = () => text.toLowerCase()
  const whole = createQuestionCoverage({ question, named: [], passages: [passage], places, textOf })
  const at = places.find(({ place }) => place.text.includes(words))
  const claim = at && quotedClaim(at, { passages: [passage], question, index: 0 })
  if (!claim) throw new Error(`No place has ${words}.`)
  const reranker = scoring([new RegExp(words), 5])
  return whole.with(await judgeParts(whole, { named: [], reranker }, NEVER)).isAnsweredBy([claim])
}

describe('however near the reranker finds a sentence, a model is still to look for an answer', () => {
  test.each([
    [
      'without a term of two words that its documents have',
      'warning',
      'On what day did the Tenant serve the break notice?',
      'The Landlord served a warning notice on the Tenant on 8 March 2021.\n\nA break notice shall be in writing.',
    ],
    [
      'where another place tells another value of as much as it says',
      '2.5 mg',
      'What is the current dose of bisoprolol?',
      'I have started bisoprolol 2.5 mg once daily.\n\nBisoprolol is reduced to 1.25 mg from today.',
    ],
    [
      'without what was done by the one who is asked for, where the documents tell of it',
      'chaired',
      'Who represented her at the hearing?',
      'The hearing was chaired by Ms Lindgren.\n\nShe came with her representative, Mr Danso.',
    ],
    [
      'of who it is by now, where another place tells of one too',
      'Osei',
      'Who is the executor now?',
      'I appoint my friend Samuel Osei as executor.\n\nI appoint Margaret Iveson as executor in his place.',
    ],
    [
      'without any word of what is asked',
      '23 June',
      'On what day is the baby due?',
      'Ultrasound of 23 June 2026.\n\nShe feels well.',
    ],
    [
      'without an abbreviation that is asked about',
      'fraction',
      'What did the EMG show?',
      'The study shows an ejection fraction of 58 %.\n\nAn EMG was done.',
    ],
  ])('%s', async (_, words, question, text) => {
    expect(await isEnough(words, question, text)).toBe(false)
  })

  test('but not where nothing else is told of it', async () => {
    const text = 'I have started bisoprolol 2.5 mg once daily.\n\nHe is well.'
    expect(await isEnough('2.5 mg', 'What is the usual dose of bisoprolol?', text)).toBe(true)
  })
})
