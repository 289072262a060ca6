import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ballot, vote } from '../../../../assistant/answers/strategies/answer-by-options.ts'

const TEXTS = ['yes', 'no', 'maybe', 'amber', 'blue']

/** Ballots on so many options; weights from few values, so that ties come up. */
const election = fc.integer({ min: 2, max: TEXTS.length }).chain((count) => {
  const all = TEXTS.slice(0, count).map((_, option) => option)
  const ballot: fc.Arbitrary<Ballot> = fc.record({
    order: fc.shuffledSubarray(all, { minLength: count, maxLength: count }),
    logWeights: fc.array(fc.oneof(fc.constantFrom(-1, -2, -700), fc.double({ min: -40, max: 0, noNaN: true })), {
      minLength: count,
      maxLength: count,
    }),
  })
  return fc.record({
    options: fc.constant(TEXTS.slice(0, count)),
    ballots: fc.array(ballot, { minLength: 1, maxLength: 8 }),
    permutation: fc.shuffledSubarray(all, { minLength: count, maxLength: count }),
  })
})

describe('a vote over the orders of options', () => {
  test('permuting the options permutes the result and changes nothing else', () => {
    fc.assert(
      fc.property(election, ({ options, ballots, permutation }) => {
        const before = vote(options, ballots)
        const renamed = ballots.map(({ order, logWeights }) => ({
          order: order.map((option) => permutation.indexOf(option)),
          logWeights,
        }))
        const after = vote(
          permutation.map((option) => options[option]!),
          renamed,
        )
        expect(after).toEqual({
          ...before,
          choice: permutation.indexOf(before.choice),
          probabilities: permutation.map((option) => before.probabilities[option]),
        })
      }),
    )
  })

  test('the order of the ballots, and that of the options on a ballot, change nothing', () => {
    fc.assert(
      fc.property(election, ({ options, ballots }) => {
        const turned = ballots.toReversed().map(({ order, logWeights }) => ({
          order: order.toReversed(),
          logWeights: logWeights.toReversed(),
        }))
        expect(vote(options, turned)).toEqual(vote(options, ballots))
      }),
    )
  })

  test('shares are those of one whole, and the choice has the most votes', () => {
    fc.assert(
      fc.property(election, ({ options, ballots }) => {
        const { probabilities, votes, voteShare, margin } = vote(options, ballots)
        expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
        expect(votes).toBeGreaterThanOrEqual(ballots.length / options.length)
        expect(voteShare).toBe(votes / ballots.length)
        expect(Math.abs(margin)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('two votes beat one that is surer, and the margin tells it', () => {
    const weak = { order: [0, 1], logWeights: [Math.log(0.55), Math.log(0.45)] }
    const sure = { order: [0, 1], logWeights: [Math.log(0.01), Math.log(0.99)] }
    const { choice, votes, margin } = vote(['yes', 'no'], [weak, weak, sure])
    expect({ choice, votes }).toEqual({ choice: 0, votes: 2 })
    expect(margin).toBeCloseTo(1.11 / 3 - 1.89 / 3)
  })
})
