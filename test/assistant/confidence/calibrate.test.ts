import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrate, crossMeasure, highLimit, type KnownAnswer } from '../../../assistant/confidence/calibrate.ts'
import { confidenceOf, NOT_CALIBRATED } from '../../../assistant/confidence/calibrations.ts'
import { bandOf } from '../../../assistant/confidence/fit-score.ts'
import { measureMargin } from '../../../assistant/confidence/measure-margin.ts'
import { seededRandom } from '../../../assistant/statistics/seeded-random.ts'
import type { Band } from '../../../contract/answers/confidence.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'

const FROM = { model: { id: 'm', sha256: 'a' }, set: 'invented', at: '2026-01-01T00:00:00.000Z' }
const SIGNALS = {
  margin: null,
  topScore: 2,
  scoreGap: 0.5,
  sources: 4,
  citedSources: 1,
  sentences: 2,
  borneOut: 0.5,
  entailed: 0,
  unsupported: 0,
  absent: 0,
  ruleAgreement: null,
  pastMistake: null,
  unknownWords: 0,
}

/** Answers whose margin is the probability that they are right (`tells`), or tells nothing. */
function answers(count: number, { tells, seed = 0 }: { readonly tells: boolean; readonly seed?: number }) {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index): KnownAnswer => {
    // Many sure ones, so that there is something for the band "high".
    const margin = random() ** 0.25
    const isRight = random() < (tells ? (margin > 0.8 ? 0.99 : margin / 2) : 0.6)
    return { question: String(index), signals: { ...SIGNALS, margin }, isRight }
  })
}

describe('the limit of the band "high"', () => {
  test('lets at most 5 per cent be wrong on at least 20 answers, and no lower score would', () => {
    const scored = fc.record({
      score: fc.nat(20).map((n) => n / 20),
      isRight: fc.integer({ min: 0, max: 9 }).map(Boolean),
    })
    fc.assert(
      fc.property(fc.array(scored, { maxLength: 80 }), (all) => {
        const limit = highLimit(all)
        const fits = (from: number) => {
          const band = all.filter(({ score }) => score >= from)
          return band.length >= 20 && band.filter(({ isRight }) => !isRight).length <= 0.05 * band.length
        }
        const lowest = [...new Set(all.map(({ score }) => score))].filter((from) => from >= 0.5 && fits(from))
        expect(limit).toBe(lowest.length === 0 ? null : Math.min(...lowest))
      }),
    )
  })

  test('is not reached by five right answers', () => {
    expect(highLimit(Array.from({ length: 5 }, () => ({ score: 0.99, isRight: true })))).toBeNull()
    expect([bandOf(0.99, { medium: 0.5, high: null }), bandOf(0.4, { medium: 0.5, high: 0.9 })]).toEqual([
      'medium',
      'low',
    ])
  })
})

describe('calibrating', () => {
  test('tells right answers from wrong ones where a signal does, and sets the bands by what they are worth', () => {
    const calibration = calibrate(answers(400, { tells: true }), FROM)
    if (!calibration) throw new Error('Expected a calibration.')
    const { measures, limits } = calibration.summary
    expect(measures).toMatchObject({ how: 'cross-validated', answers: 400 })
    expect(measures.auroc).toBeGreaterThan(0.75)
    expect(measures.ece).toBeLessThan(0.1)
    expect(measures.aurocInterval[0]).toBeLessThan(measures.auroc)
    expect(limits.high).not.toBeNull()
    const sure = confidenceOf({ ...SIGNALS, margin: 0.999 }, calibration)
    const unsure = confidenceOf({ ...SIGNALS, margin: 0.3 }, calibration)
    expect(sure).toMatchObject({ calibrated: true, band: 'high', answers: 400 })
    expect(unsure).toMatchObject({ calibrated: true, band: 'low' })
    expect(sure.like?.of).toBeGreaterThanOrEqual(20)
    const { low, medium, high } = calibration.bands
    expect(low.of + medium.of + high.of).toBe(400)
    // What is learnt holds for answers that it did not see.
    const later = answers(400, { tells: true, seed: 9 }).map((one) => ({
      ...one,
      band: confidenceOf(one.signals, calibration).band,
    }))
    const shown = later.filter(({ band }) => band === 'high')
    expect(shown.length).toBeGreaterThan(40)
    expect(shown.filter(({ isRight }) => !isRight).length / shown.length).toBeLessThan(0.12)
  })

  test('shows beside an answer what its report says: bands by limits that were not set on the same answers', () => {
    const known = answers(120, { tells: true })
    const { scored = [] } = crossMeasure(known) ?? {}
    const of = (band: Band) => {
      const inBand = scored.filter((one) => one.band === band)
      return { count: inBand.filter(({ isRight }) => isRight).length, of: inBand.length }
    }
    expect(calibrate(known, FROM)?.bands).toMatchObject({ low: of('low'), medium: of('medium'), high: of('high') })
    // Limits set on the same answers put six more into the band "high".
    expect(of('high').of).toBe(74)
  })

  test('says that "high" is not reachable where no signal tells anything', () => {
    const calibration = calibrate(answers(200, { tells: false }), FROM)
    expect(calibration?.summary.limits.high).toBeNull()
    expect(calibration?.summary.measures.highBand.count).toBe(0)
    expect(Math.abs((calibration?.summary.measures.auroc ?? 1) - 0.5)).toBeLessThan(0.15)
  })

  test('shows no band "high" that only the answers reach that set its limit', () => {
    // Twenty sure ones, all right: without those of one fold they are fewer than the band needs.
    const known = answers(40, { tells: true }).map((one, at) => ({
      ...one,
      signals: { ...SIGNALS, margin: at % 2 === 0 ? 0.9 : 0.1 },
      isRight: at % 2 === 0,
    }))
    const calibration = calibrate(known, FROM)
    expect(calibration?.summary.limits.high).toBeNull()
    expect(calibration?.bands).toMatchObject({ high: { of: 0 }, medium: { count: 20, of: 20 } })
  })

  test('is refused with too few answers, or too few wrong ones', () => {
    expect(calibrate(answers(12, { tells: true }), FROM)).toBeNull()
    expect(crossMeasure(answers(60, { tells: true }).map((one) => ({ ...one, isRight: true })))).toBeNull()
  })

  test('leaves an answer without a score and without a band, and says whether the model or only the answer was not measured', () => {
    expect(confidenceOf(SIGNALS, null)).toEqual(NOT_CALIBRATED)
    // Nor one whose first words were not measured, such as a choice among options: the calibration is of others.
    expect(confidenceOf(SIGNALS, calibrate(answers(60, { tells: true }), FROM))).toEqual({
      ...NOT_CALIBRATED,
      calibrated: true,
      answers: 60,
    })
    expect(NOT_CALIBRATED).toMatchObject({ score: null, band: null, calibrated: false })
  })
})

describe('the margin', () => {
  const turns = [{ role: 'user' as const, text: 'What is the rent?' }]

  test('is the mean lead of the first sixteen tokens', async () => {
    const model = createScriptedModel({ says: ['word '.repeat(40)], top: [0.8, 0.15] })
    expect(await measureMargin(model, turns, new AbortController().signal)).toBeCloseTo(0.65)
    expect(model.asked[0]).toMatchObject({ maxTokens: 16, probabilities: 16 })
  })

  test('is unknown where nothing was said, and where it was stopped', async () => {
    expect(await measureMargin(createScriptedModel({ says: [''] }), turns, new AbortController().signal)).toBeNull()
    expect(await measureMargin(createScriptedModel({ says: ['word'] }), turns, AbortSignal.abort())).toBeNull()
  })
})
