import { expect, test } from 'vitest'
import { compareOpinions } from '../../../../assistant/opinions/compare-opinions.ts'
import { claim, read } from './claims.ts'

const OURS = 'The dose was 5 mg.'
const OTHER = 'The dose was 10 mg.'

function moved(
  blind: string,
  informed: string,
  { local = [OURS], notes = [] as readonly string[], isOneModel = true } = {},
) {
  const claims = (texts: readonly string[]) => texts.map((text, index) => claim(text, null, index))
  const all = { local: claims(local), blind: claims([blind]), informed: claims([informed]) }
  return compareOpinions(all, { notes: notes.map((text) => read(claim(text))), judge: null, isOneModel })
}

test('an informed sentence that says what ours says, and the blind one did not, moved toward ours', () => {
  const compared = moved(OTHER, OURS)
  expect(compared?.claims).toMatchObject([{ state: 'differ', move: 'toward' }])
  expect(compared?.anchoring).toEqual({ stayed: 0, toward: 1, away: 0, elsewhere: 0, unclear: 0, takenUp: 0 })
})

test('one that says what the blind one said stayed, whatever ours says', () => {
  expect(moved(OTHER, OTHER)?.anchoring).toMatchObject({ stayed: 1, toward: 0 })
  expect(moved(OURS, OURS)?.anchoring).toMatchObject({ stayed: 1, toward: 0 })
})

test('one that leaves what ours and the blind one said moved away, one that says a third thing elsewhere', () => {
  expect(moved(OURS, OTHER)?.anchoring).toMatchObject({ away: 1 })
  expect(moved(OTHER, 'The dose was 20 mg.')?.anchoring).toMatchObject({ elsewhere: 1 })
})

test('the notes that were sent count as ours where the answer is silent', () => {
  expect(moved(OTHER, OURS, { local: [], notes: [OURS] })?.anchoring).toMatchObject({ toward: 1 })
})

test('what only ours said and the informed opinion says too is taken up; without a blind opinion nothing is counted', () => {
  expect(moved('The lease ends on 31 March 2025.', OURS)?.anchoring).toMatchObject({ takenUp: 1, toward: 0 })
  const alone = compareOpinions({ local: [claim(OURS)], blind: [], informed: [claim(OURS)] })
  expect(alone?.anchoring).toBe(null)
})

test('what another model says than the blind one did is no move of either', () => {
  const compared = moved(OTHER, OURS, { isOneModel: false })
  expect(compared?.claims).toMatchObject([{ state: 'differ', move: null }])
  expect(compared?.anchoring).toBe(null)
})
