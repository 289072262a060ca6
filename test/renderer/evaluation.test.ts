import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareFrom } from '../../assistant/statistics/estimates.ts'
import { reliabilityBins } from '../../assistant/statistics/score-measures.ts'
import { seededRandom } from '../../assistant/statistics/seeded-random.ts'
import { decidedWords } from '../../renderer/evaluation/agreement-panel.tsx'
import {
  barOf,
  barWords,
  keptConclusion,
  keptCurve,
  reliabilityWords,
} from '../../renderer/evaluation/confidence-charts.tsx'
import { formatPercent, formatShare, formatShareWithInterval } from '../../wording/format-quantity.ts'
import { inventRow } from '../assistant/evaluation/invented-rows.ts'

const scored = (score: number, outcome: 'right' | 'wrong', id = String(score)) =>
  inventRow({ id, outcome, score, band: 'medium', heldOut: true })

test('shares are said by their counts, with the interval beside them, and small ones with a decimal', () => {
  expect([0, 0.024, 0.0994, 0.71, 1, -0.05].map(formatPercent)).toEqual(['0', '2.4', '9.9', '71', '100', '-5'])
  expect(formatShare({ count: 24, of: 41, interval: [0.43, 0.72] })).toBe('24 of 41, 59\u00A0%')
  expect(formatShareWithInterval({ count: 24, of: 41, interval: [0.43, 0.72] })).toBe(
    '24 of 41, 59\u00A0%, interval 43–72',
  )
  expect(formatShareWithInterval({ count: 0, of: 0, interval: null })).toBe('none')
})

test('how often the second opinion was right is said with its interval, and of too few only how many were decided', () => {
  const secondRight = { count: 12, of: 17, interval: [0.47, 0.87] satisfies [number, number] }
  expect(decidedWords({ decided: 17, secondRight })).toBe('12 of 17, 71\u00A0%, interval 47–87')
  expect(decidedWords({ decided: 3, secondRight: null })).toBe('3 opinions decided so far. The share is shown from 10.')
})

test('handing over the least sure answers leaves the surer ones: by hand', () => {
  const rows = [scored(0.9, 'right'), scored(0.5, 'wrong'), scored(0.7, 'right'), scored(0.2, 'wrong')]
  expect(keptCurve(rows)).toEqual([
    { handedOver: 0, right: 0.5, kept: 4 },
    { handedOver: 0.25, right: 2 / 3, kept: 3 },
    { handedOver: 0.5, right: 1, kept: 2 },
    { handedOver: 0.75, right: 1, kept: 1 },
  ])
})

test('equally sure answers go together, and what was refused or not scored is not in it', () => {
  const rows = [
    scored(0.5, 'right', 'a'),
    scored(0.5, 'wrong', 'b'),
    inventRow({ id: 'c', outcome: 'right-refusal', score: 0.9, heldOut: true }),
    inventRow({ id: 'd', score: 0.9, heldOut: false }),
  ]
  expect(keptCurve(rows)).toEqual([{ handedOver: 0, right: 0.5, kept: 2 }])
  const some = fc.array(fc.tuple(fc.nat(10), fc.boolean()), { maxLength: 40 })
  fc.assert(
    fc.property(some, (all) => {
      const points = keptCurve(
        all.map(([score, isRight], at) => scored(score / 10, isRight ? 'right' : 'wrong', String(at))),
      )
      expect(points.length).toBe(new Set(all.map(([score]) => score)).size)
      expect(points.every(({ kept }, at) => kept < (points[at - 1]?.kept ?? Infinity))).toBe(true)
    }),
  )
})

/** Levels of stated confidence; none of the answers is in the band "high". */
const bins = (...all: readonly (readonly [meanScore: number, right: number, of: number])[]) => ({
  bins: all.map(([meanScore, right, of]) => ({
    from: meanScore - 0.05,
    to: meanScore + 0.05,
    meanScore,
    right: shareFrom(right, of),
  })),
  highBand: shareFrom(
    0,
    all.reduce((sum, [, , of]) => sum + of, 0),
  ),
})

/** What is said of runs in which an answer stated as `stated` is right as often as `truth` says. */
function wordsOfRuns(
  answers: number,
  stated: (random: number) => number,
  truth: (stated: number) => number,
): readonly string[] {
  const random = seededRandom(answers)
  return Array.from({ length: 400 }, () => {
    const run = Array.from({ length: answers }, () => {
      const score = stated(random())
      return { score, isRight: random() < truth(score) }
    })
    return reliabilityWords({ bins: [...reliabilityBins(run)], highBand: shareFrom(0, answers) })
  })
}

const shareMatching = (all: readonly string[], words: RegExp) =>
  all.filter((one) => words.test(one)).length / all.length

const anywhere = (random: number) => random
const mostlyHigh = (random: number) => 1 - random ** 3

test('what to conclude from stated confidence is said, and a difference that may be chance is none', () => {
  expect(reliabilityWords(bins([0.8, 78, 100]))).toMatch(/can be taken as it is.*80\u00A0%.*78\u00A0%/)
  expect(reliabilityWords(bins([0.8, 55, 100]))).toMatch(/Stated confidence is too high.*80\u00A0%.*55\u00A0%/)
  expect(reliabilityWords(bins([0.4, 80, 100]))).toMatch(/Stated confidence is too low/)
  // No level shows it alone, all of them together do.
  expect(reliabilityWords(bins([0.75, 12, 20], [0.85, 14, 20], [0.95, 17, 20]))).toMatch(/too high/)
})

test('the bars that are drawn are those that the conclusion rests on: a level is off where its bar leaves the line', () => {
  const counts = fc
    .integer({ min: 1, max: 120 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
  const level = fc.tuple(fc.double({ min: 0.01, max: 0.99, noNaN: true }), counts)
  fc.assert(
    fc.property(fc.array(level, { minLength: 1, maxLength: 10 }), (drawn) => {
      const all = bins(...drawn.map(([stated, [right, of]]) => [stated, right, of] as const))
      const words = reliabilityWords(all)
      const off = all.bins.filter((bin) => {
        const [low, high] = barOf(bin, all.bins)
        expect(low).toBeLessThanOrEqual(bin.right.count / bin.right.of)
        expect(high).toBeGreaterThanOrEqual(bin.right.count / bin.right.of)
        return bin.meanScore < low || bin.meanScore > high
      })
      expect(words.includes('It is not met here')).toBe(off.length > 0)
    }),
  )
})

test('the bars are as wide as many levels need, and the words beside the chart say how wide', () => {
  const [one] = bins([0.8, 14, 20]).bins
  const many = bins(...Array.from({ length: 9 }, () => [0.8, 14, 20] as const)).bins
  if (!one) throw new Error('There is no level.')
  // Clopper and Pearson, 97.5 % and 99.5 %.
  expect(barOf(one, [one]).map((end) => Number(end.toFixed(3)))).toEqual([0.426, 0.898])
  expect(barOf(one, many).map((end) => Number(end.toFixed(3)))).toEqual([0.366, 0.926])
  expect(barWords(many)).toMatch(/^Each bar is a 99\.5\u00A0% interval/)
})

test('errors of stated confidence that cancel out are not taken for none, and are named', () => {
  const cancelled = reliabilityWords(bins([0.9, 30, 50], [0.3, 30, 50]))
  expect(cancelled).toMatch(/too high for some answers and too low for others/)
  expect(cancelled).toMatch(/stated 90\u00A0%, right 30 of 50.*stated 30\u00A0%, right 30 of 50/)
  const oneLevel = reliabilityWords(bins([0.95, 25, 40], [0.6, 130, 200]))
  expect(oneLevel).toMatch(/Stated confidence is too high.*stated 95\u00A0%/)
  expect(oneLevel).not.toMatch(/stated 60/)
})

test.each([60, 200, 600, 2000])(
  'of %i answers whose confidence is met, at most one run in twenty is called wrong',
  (answers) => {
    for (const stated of [anywhere, mostlyHigh]) {
      const words = wordsOfRuns(answers, stated, (score) => score)
      expect(shareMatching(words, /too (high|low)/)).toBeLessThanOrEqual(0.05)
    }
  },
)

test('confidence that is clearly too high is still named: of all answers, and of a level among others', () => {
  const lower = wordsOfRuns(200, mostlyHigh, (score) => score - 0.15)
  expect(shareMatching(lower, /Stated confidence is too high/)).toBeGreaterThan(0.95)
  const oneLevel = wordsOfRuns(600, anywhere, (score) => (score < 0.9 ? score : 0.6))
  expect(shareMatching(oneLevel, /not met here: .*stated 9\d/)).toBeGreaterThan(0.95)
})

test('a stated 0 or 100 is not met by a single answer to the contrary', () => {
  expect(reliabilityWords(bins([1, 50, 50]))).toMatch(/can be taken as it is/)
  expect(reliabilityWords(bins([1, 49, 50]))).toMatch(/too high/)
  expect(reliabilityWords(bins([0, 0, 50]))).toMatch(/can be taken as it is/)
  expect(reliabilityWords(bins([0, 1, 50]))).toMatch(/too low/)
})

test('confident answers are to be checked as well only where their own level is too high', () => {
  const check = /Check confident answers as well/
  const levels = bins([0.5, 40, 100], [0.75, 45, 100], [0.95, 95, 100])
  const ofHigh = (count: number, of: typeof levels) => reliabilityWords({ ...of, highBand: shareFrom(count, 300) })
  expect(ofHigh(100, levels)).toMatch(/too high/)
  expect(ofHigh(100, levels)).not.toMatch(check)
  // Some of the band lie at the level below.
  expect(ofHigh(101, levels)).toMatch(check)
  expect(ofHigh(40, bins([0.5, 50, 100], [0.75, 75, 100], [0.95, 70, 100]))).toMatch(check)
  // All levels together are too high, none of them is alone.
  expect(ofHigh(20, bins([0.75, 12, 20], [0.85, 14, 20], [0.95, 17, 20]))).not.toMatch(check)
})

test('few answers do not read as a good result: half of them must be at levels with an interval of 30 points at most', () => {
  const tooFew = /too few answers to tell/
  expect(reliabilityWords(bins([0.8, 4, 6]))).toMatch(tooFew)
  expect(reliabilityWords(bins([0.5, 10, 20], [0.7, 14, 20], [0.9, 18, 20]))).toMatch(tooFew)
  expect(reliabilityWords(bins([0.5, 10, 20], [0.9, 90, 100]))).toMatch(/can be taken as it is/)
})

test('that the least confident answers hold the mistakes is said where that is more than chance, and not of few', () => {
  const ofRun = (count: number, isRight: (at: number) => boolean) =>
    keptConclusion(
      keptCurve(
        Array.from({ length: count }, (_, at) => scored(at / count, isRight(at) ? 'right' : 'wrong', String(at))),
      ),
    )
  expect(ofRun(200, (at) => at >= 30)).toMatch(/check the least confident answers first/)
  expect(ofRun(400, (at) => at % 5 !== 0)).toMatch(/does not show where the mistakes are/)
  expect(ofRun(10, (at) => at > 0)).toMatch(/too few answers to tell/)
  expect(ofRun(10, (at) => at % 2 === 0)).toMatch(/too few answers to tell/)
  // Where nothing is wrong, there is nothing to find.
  expect(ofRun(200, () => true)).toBe('')
  expect(ofRun(1, () => false)).toBe('')
})
