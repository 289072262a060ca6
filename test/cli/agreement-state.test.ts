import { expect, test } from 'vitest'
import { agreementState } from '../../cli/opinions/show-opinion.ts'
import type { Agreement } from '../../contract/opinions/opinion.ts'

type Row = Agreement['claims'][number]
const row = (state: Row['state'], by: Row['by'] = 'rule'): Row => {
  return { state, by, move: null, against: null, local: 0, blind: 0, informed: null }
}

test.each([
  ['agree', [row('agree'), row('only')], '1 of 2 sentences agrees:'],
  [
    'unknown',
    [row('agree'), row('agree'), row('unclear'), row('agree', 'model')],
    '2 of 4 sentences agree; of 2 rules',
  ],
  ['unknown', [row('differ', 'model')], '0 of 1 sentence agrees; of 1 rules cannot tell, so read both:'],
  ['unknown', [row('only'), row('only')], 'They speak of different things: read both.'],
  ['differ', [row('differ'), row('agree')], 'They differ:'],
] as const)('opinions that stand as %s are told by how many sentences agree', (state, claims, words) => {
  expect(agreementState({ state, claims: [...claims] })).toContain(words)
})
