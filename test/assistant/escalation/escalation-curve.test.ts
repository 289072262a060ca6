import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escalationCurve } from '../../../assistant/escalation/escalation-curve.ts'
import { escalationText } from '../../../cli/evaluation/show-agreement.ts'
import type { RunRow } from '../../../contract/evaluation/evaluation.ts'
import { inventRow, inventRows } from '../evaluation/invented-rows.ts'

const scored = (id: string, score: number, isRight: boolean): RunRow =>
  inventRow({ id, score, heldOut: true, outcome: isRight ? 'right' : 'wrong' })
const run = (rows: readonly RunRow[]) => ({ run: 2, rows })

describe('the curve of asking elsewhere', () => {
  test('takes the most doubtful first: by hand', () => {
    const rows = [
      scored('a', 0.9, true),
      scored('b', 0.7, true),
      scored('c', 0.5, true),
      scored('d', 0.3, true),
      scored('e', 0.1, false),
    ]
    const second = rows.map(({ id }) => scored(id, 0.5, true))
    const { right, random, gain, points, local } = escalationCurve(rows, run(second))
    expect(local).toMatchObject({ count: 4, of: 5 })
    expect([right, random]).toEqual([1, expect.closeTo(0.84)])
    expect(gain).toBeCloseTo(0.16)
    expect(points[0]).toEqual({ asked: 0, right: 0.8, random: 0.8 })
    expect(points.at(-1)).toEqual({ asked: 1, right: 1, random: 1 })
  })

  test('doubts all by their signals where the calibration has seen one of them: its score is no doubt, and the two scales are two', () => {
    const [signals] = inventRows(1, { heldOut: true }).map((row) => row.signals)
    if (!signals) throw new Error('Expected signals.')
    const sure = { ...scored('sure', 0.4, true), signals: { ...signals, margin: 0.95 } }
    const seen = { ...scored('seen', 0.9, false), heldOut: false, signals: { ...signals, margin: 0.1 } }
    const second = [scored('sure', 0.5, false), scored('seen', 0.5, true)]
    const half = (rows: readonly RunRow[]) =>
      escalationCurve(rows, run(second)).points.find(({ asked }) => asked === 0.5)
    expect(half([sure, seen])?.right).toBe(1)
    // One that found nothing has no score, and needs none.
    const refused = inventRow({ id: 'none', state: 'not-found', outcome: 'wrong-refusal' })
    const rows = [scored('a', 0.9, true), scored('b', 0.3, false), refused]
    const all = escalationCurve(rows, run(rows.map(({ id }) => scored(id, 0.5, id === 'b'))))
    expect(all.points.find(({ asked }) => asked === 0.35)?.right).toBeGreaterThan(0.6)
  })

  test('begins with what this computer got right, ends with what the second got right, and both ends are chance’s too', () => {
    const row = fc.record({ score: fc.nat(4), here: fc.boolean(), there: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (all) => {
        const rows = all.map(({ score, here }, at) => scored(String(at), score / 4, here))
        const second = all.map(({ score, there }, at) => scored(String(at), score / 4, there))
        const { points } = escalationCurve(rows, run(second))
        const share = (of: 'here' | 'there') => all.filter((one) => one[of]).length / all.length
        const [first, last] = [points[0], points.at(-1)]
        expect([first?.right, first?.random]).toEqual([expect.closeTo(share('here')), expect.closeTo(share('here'))])
        expect([last?.right, last?.random]).toEqual([expect.closeTo(share('there')), expect.closeTo(share('there'))])
      }),
      { numRuns: 30 },
    )
  })

  test('makes up no order among equally doubtful answers: there it is chance', () => {
    const rows = Array.from({ length: 10 }, (_, at) => scored(String(at), 0.5, at < 5))
    const { gain, finding } = escalationCurve(rows, { run: null, rate: 0.9 })
    expect(gain).toBeCloseTo(0)
    expect(finding).toBe('not-shown')
  })

  test('says better than chance only where the interval says so', () => {
    const rows = inventRows(200, { heldOut: true })
    const curve = escalationCurve(rows, { run: null, rate: 0.95 })
    expect(curve.finding).toBe('better')
    expect(curve.gainInterval[0]).toBeGreaterThan(0)
    const turned = rows.map((row) => ({ ...row, score: 1 - (row.score ?? 0) }))
    expect(escalationCurve(turned, { run: null, rate: 0.95 }).finding).toBe('worse')
    expect(escalationCurve(rows.slice(0, 6), { run: null, rate: 0.6 }).finding).toBe('not-shown')
  })

  test('reckons only with questions that both judged, and refuses runs without one', () => {
    const rows = [scored('a', 0.5, true), scored('b', 0.5, true), inventRow({ id: 'c', outcome: 'unjudged' })]
    const second = [
      scored('a', 0.5, false),
      scored('c', 0.5, true),
      { ...scored('b', 0.5, true), question: 'Another?' },
    ]
    expect(escalationCurve(rows, run(second)).questions).toBe(1)
    expect(() => escalationCurve(rows, run([]))).toThrow(/no judged question in common/)
  })

  test('says from how many decisions its share of right second opinions is, and in words that these are of opinions that differ', () => {
    const decided = { count: 7, of: 10, interval: [0.4, 0.89] } as {
      count: number
      of: number
      interval: [number, number]
    }
    const curve = escalationCurve(inventRows(30, { heldOut: true }), { run: null, rate: 0.7, decided })
    expect(curve.second).toEqual({ run: null, right: expect.closeTo(0.7), decided })
    expect(escalationText(curve)).toContain(
      '70 % (where you decided who was right: 7 of 10, 70 %, interval 40–89; of opinions that differ)',
    )
    expect(escalationText(escalationCurve(inventRows(30, { heldOut: true }), { run: null, rate: 0.7 }))).toContain(
      'by the share given',
    )
  })
})
