import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrateGate, type GateAnswer } from '../../../../assistant/evaluation/metrics/calibrate-on-run.ts'

const FROM = { set: 'invented', at: '2026-06-01T00:00:00.000Z' }

/** Sixty answers; those from 0.6 on are right but for every tenth, the others wrong but for every tenth. */
function answers(withCard: (isRight: boolean, at: number) => boolean | null = () => null): readonly GateAnswer[] {
  return Array.from({ length: 60 }, (_, at) => {
    const isRight = at % 10 === 0 ? at < 36 : at >= 36
    return { margin: at / 60, isRight, rightWithCard: withCard(isRight, at) }
  })
}

describe('the gate of the cards', () => {
  test('is set where the margin tells right answers from wrong ones best, with what it was measured on', () => {
    const gate = calibrateGate(answers(), FROM)
    expect(gate?.threshold).toBeCloseTo(35.5 / 60)
    expect(gate?.measured).toMatchObject({ ...FROM, answers: 60, by: 'answers', tells: true })
    expect(gate?.measured?.aurocInterval[0]).toBeGreaterThan(0.5)
    expect(gate?.source).toMatch(/^calibrated on invented \(60 answers, \d+ right, AUROC 0\.\d\d, 0\.\d\d–0\.\d\d\)$/)
  })

  test('is set where the most are right in the end, where the same questions were asked with their cards', () => {
    // A card mends what is below 0.3, and spoils what is above.
    const gate = calibrateGate(
      answers((_, at) => at < 18),
      FROM,
    )
    expect(gate?.measured?.by).toBe('cards')
    expect(gate?.threshold).toBeCloseTo(17.5 / 60)
  })

  test('stays shut where cards mend nothing', () => {
    expect(
      calibrateGate(
        answers(() => false),
        FROM,
      )?.threshold,
    ).toBe(0)
  })

  test('is not calibrated by a margin that tells nothing, which is said, and begins as before', () => {
    const mixed = answers().map((one, at) => ({ ...one, isRight: at % 2 === 0 }))
    const gate = calibrateGate(mixed, FROM)
    expect(gate).toMatchObject({ threshold: 0.68, measured: { tells: false, answers: 60, right: 30 } })
    expect(gate?.source).toContain('not calibrated: on invented the margin did not tell right from wrong')
  })

  test('is left as it was by too few answers, or too few wrong ones', () => {
    expect(calibrateGate(answers().slice(0, 19), FROM)).toBeNull()
    expect(
      calibrateGate(
        answers().map((one) => ({ ...one, isRight: true })),
        FROM,
      ),
    ).toBeNull()
  })

  test('lets no other threshold have more answers right in the end', () => {
    // Nine of ten are right where the margin is high, so that it tells something.
    const answer = fc
      .record({ step: fc.nat(20), isOdd: fc.nat(9).map((n) => n === 0), rightWithCard: fc.boolean() })
      .map(({ step, isOdd, rightWithCard }) => ({ margin: step / 20, isRight: step > 10 !== isOdd, rightWithCard }))
    const inTheEnd = (all: readonly GateAnswer[], from: number) =>
      all.filter(({ margin, isRight, rightWithCard }) => (margin >= from ? isRight : rightWithCard)).length
    fc.assert(
      fc.property(fc.array(answer, { minLength: 20, maxLength: 40 }), (all) => {
        const gate = calibrateGate(all, FROM)
        fc.pre(gate?.measured?.tells === true)
        const best = inTheEnd(all, gate?.threshold ?? 0)
        for (let step = 0; step <= 42; step += 1) expect(inTheEnd(all, step / 42)).toBeLessThanOrEqual(best)
      }),
      { numRuns: 15 },
    )
  })
})
