import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settingWords, USUAL_SETTINGS } from '../../../contract/evaluation/answer-setting-words.ts'
import { answerScore } from '../../../assistant/optimisation/carry-out-optimisation.ts'
import {
  nextSetting,
  RANDOM_STARTS,
  randomOrder,
  searchSettings,
  splitQuestions,
} from '../../../assistant/optimisation/search-settings.ts'
import { rememberGenerated } from '../../../assistant/optimisation/remember-generated.ts'
import { settingDistance, GENES, settingSpace } from '../../../assistant/optimisation/setting-space.ts'
import { SetQuestion } from '../../../contract/evaluation/evaluation.ts'
import type { AnswerSettings } from '../../../contract/evaluation/optimisation.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'

const SPACE = settingSpace({ hasCards: false })

describe('the space of settings', () => {
  test('is 48 different ones that begin with the usual, and leaves cards alone where there are none', () => {
    expect(new Set(SPACE.map((one) => settingWords(one))).size).toBe(48)
    expect(SPACE[0]).toEqual(USUAL_SETTINGS)
    expect(SPACE.every(({ cards }) => cards === 'gated')).toBe(true)
    expect(settingSpace({ hasCards: true }).some(({ cards }) => cards === 'always')).toBe(true)
  })

  test('holds every value of every gene at least eight times', () => {
    for (const [gene, values] of Object.entries(GENES))
      for (const wanted of gene === 'cards' ? ['gated'] : values)
        expect(SPACE.filter((one) => one[gene as keyof AnswerSettings] === wanted).length).toBeGreaterThanOrEqual(8)
  })

  test('is measured by a distance that is nothing only between the same', () => {
    const one = fc.constantFrom(...SPACE)
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        expect(settingDistance(a, b)).toBe(settingDistance(b, a))
        expect(settingDistance(a, b) === 0).toBe(a === b)
        expect(settingDistance(a, c)).toBeLessThanOrEqual(settingDistance(a, b) + settingDistance(b, c) + 1e-9)
      }),
    )
  })
})

describe('the search', () => {
  /** In this world it is good to read much of few passages, and to be told to go point by point. */
  const worth = ({ instructions, readCharacters, passages, order, parts }: AnswerSettings) =>
    (instructions === 'points' ? 0.6 : 0) +
    readCharacters / 3200 +
    (passages === 3 ? 0.5 : 0) +
    (order === 'best' ? 0.3 : 0) +
    (parts === 'on' ? 0.2 : 0)

  function found(seed: number, evaluations: number): readonly AnswerSettings[] {
    const tried: { at: AnswerSettings; value: number }[] = []
    while (tried.length < evaluations) {
      const next = nextSetting({ space: SPACE, distance: settingDistance, seed }, tried)
      if (!next) break
      tried.push({ at: next, value: worth(next) })
    }
    return tried.map(({ at }) => at)
  }

  test('measures nothing twice, begins with the usual settings, and ends when all are measured', () => {
    const all = found(3, 100)
    expect(new Set(all)).toEqual(new Set(SPACE))
    expect(all).toHaveLength(48)
    expect(all[0]).toEqual(USUAL_SETTINGS)
    expect(found(3, 10)).toEqual(all.slice(0, 10))
    expect(found(4, RANDOM_STARTS)).not.toEqual(all.slice(0, RANDOM_STARTS))
  })

  test('finds the best where there is something to learn sooner than chance', () => {
    const best = Math.max(...SPACE.map(worth))
    const needed = (order: readonly AnswerSettings[]) => {
      const at = order.slice(0, 30).findIndex((one) => worth(one) === best)
      return at < 0 ? 31 : at + 1
    }
    const seeds = Array.from({ length: 8 }, (_, seed) => seed)
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
    const learned = mean(seeds.map((seed) => needed(found(seed, 30))))
    const drawn = mean(seeds.map((seed) => needed(randomOrder(SPACE, seed))))
    expect(learned).toBeLessThan(0.75 * drawn)
  })
})

const question = (id: number, more: object = {}) =>
  SetQuestion.parse({ id: String(id), question: `Question ${id}?`, answer: 'x', ...more })

describe('the questions', () => {
  test('are drawn in two halves that share none, the same ones each time', () => {
    const all = Array.from({ length: 31 }, (_, id) => question(id))
    const { tuned, heldOut } = splitQuestions(all, { sample: 11, seed: 5 })
    expect([tuned.length, heldOut.length]).toEqual([6, 5])
    expect(tuned.filter((one) => heldOut.includes(one))).toEqual([])
    expect(splitQuestions(all, { sample: 11, seed: 5 })).toEqual({ tuned, heldOut })
    expect(splitQuestions(all, { sample: 11, seed: 6 }).tuned).not.toEqual(tuned)
  })

  test('whose answer nobody knows, or that wait for a yes, do not count; too few are refused', () => {
    const few = [1, 2, 3].map((id) => question(id))
    const more = [question(4, { answer: null }), question(5, { state: 'proposed' })]
    expect(() => splitQuestions([...few, ...more], { sample: null, seed: 0 })).toThrow(/at least 4.*There are 3/)
    const unanswerable = question(6, { answer: null, answerable: false })
    expect(splitQuestions([...few, unanswerable], { sample: null, seed: 0 }).tuned).toHaveLength(2)
  })
})

describe('what was found', () => {
  const questions = Array.from({ length: 20 }, (_, id) => question(id))
  const halves = { tuned: questions.slice(0, 10), heldOut: questions.slice(10) }
  const search = (score: (settings: AnswerSettings, id: number) => number, against = USUAL_SETTINGS) =>
    searchSettings({
      ...halves,
      space: SPACE,
      against,
      evaluations: 20,
      seed: 1,
      scoreOne: async (settings, { id }) => score(settings, Number(id)),
      onTried: () => {},
    })

  test('is better when it is so on the questions that did not choose it', async () => {
    const result = await search(({ order }, id) => (order === 'document' ? 0.9 : 0.1) + (id % 3) / 100)
    expect(result).toMatchObject({ questions: 10, isBetter: true, best: { order: 'document' } })
    expect(result.difference).toBeCloseTo(0.8)
    expect(result.interval[0]).toBeGreaterThan(0)
  })

  test('is not better when it only fits those that chose it', async () => {
    const result = await search(({ order }, id) => (id < 10 && order === 'document' ? 0.9 : (id % 2) / 10))
    expect(result).toMatchObject({ isBetter: false, difference: 0, best: { order: 'document' } })
  })

  test('is held against the settings in use, and is no gain where those are as good already', async () => {
    const score = ({ order }: AnswerSettings) => (order === 'document' ? 1 : 0)
    const inUse: AnswerSettings = { ...USUAL_SETTINGS, order: 'document' }
    const result = await search(score, inUse)
    expect(result).toMatchObject({ against: inUse, before: 1, difference: 0, isBetter: false })
  })

  test('is the usual where nothing is better', async () => {
    const result = await search((settings) => (settings === SPACE[0] ? 1 : 0))
    expect(result).toMatchObject({ best: USUAL_SETTINGS, difference: 0, isBetter: false })
  })
})

test('a wrong answer scores below none, and none below a right one', () => {
  const score = (outcome: 'right' | 'wrong' | 'wrong-refusal', recall: number) =>
    answerScore({ outcome, goldRecall: recall, keyFacts: recall })
  expect([score('right', 1), score('wrong-refusal', 0), score('wrong', 0.4)]).toEqual([1, 0, -0.6])
  const of = (outcome: 'right-refusal' | 'should-refuse' | 'unjudged') =>
    answerScore({ outcome, goldRecall: 0, keyFacts: null })
  expect([of('right-refusal'), of('should-refuse'), of('unjudged')]).toEqual([1, -1, null])
  expect(answerScore({ outcome: 'right', goldRecall: 0.8, keyFacts: null })).toBe(0.8)
})

test('a model is asked the same once, and again what it did not finish', async () => {
  const asked: string[] = []
  const model = rememberGenerated(
    createScriptedModel({
      says: (turns) => {
        asked.push(turns.at(-1)?.text ?? '')
        return 'One two three.'
      },
    }),
  )
  const say = async (text: string, maxTokens = 20) => {
    let said = ''
    for await (const item of model.generate({ turns: [{ role: 'user', text }], maxTokens })) {
      said += item.text
      if (text === 'broken off') break
    }
    return said.trim()
  }
  expect([await say('a'), await say('a'), await say('b')]).toEqual(Array(3).fill('One two three.'))
  await say('broken off')
  await say('broken off')
  expect(asked).toEqual(['a', 'b', 'broken off', 'broken off'])
  // One that fits is the same under any higher cap, and another under a lower one.
  expect([await say('a', 40), await say('a', 2)]).toEqual(['One two three.', 'One two'])
  expect(asked.slice(4)).toEqual(['a'])
})
