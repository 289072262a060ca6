import { describe, expect, test } from 'vitest'
import { checkComputed, type ComputedText } from '../../checks/check-computed.ts'

const LIMIT: ComputedText = {
  held: [
    'The limitation period in hollis ends on 2026-06-20, 3 years from 2023-06-20.',
    'the cause of action in hollis accrued on 2023-06-20',
    'hollis is a claim for personal injury',
  ],
  asWritten: ['This assumes the court did not disapply the limitation period in hollis (not recorded).'],
}
const OPEN: ComputedText = {
  held: ['anna has atrial fibrillation', 'not so: anna has heart failure'],
  asWritten: [
    'Open: oral anticoagulation is recommended for anna.',
    'Still to be known: Does anna have active bleeding?',
    'Does anna have active bleeding?',
  ],
}
const SCORE: ComputedText = {
  held: [
    'The CHA2DS2-VASc score of anna is 3.',
    'anna is 75 years old',
    '2 points for an age of 75 or more',
    'anna is female',
  ],
  asWritten: [],
}

describe('a sentence on what rules computed', () => {
  test.each([
    ['in its own words', 'The limitation period in hollis ends on 2026-06-20, 3 years from 2023-06-20.', LIMIT],
    ['with the day written out', 'The limitation period in Hollis ends on 20 June 2026.', LIMIT],
    ['a step of the proof', 'The cause of action accrued on 20 June 2023 in Hollis.', LIMIT],
    ['an assumption as it is written', LIMIT.asWritten[0] ?? '', LIMIT],
    ['the question that is asked for', 'Does Anna have active bleeding?', OPEN],
    ['that it is open', 'Open: oral anticoagulation is recommended for Anna.', OPEN],
    ['a step beside the conclusion', 'The CHA2DS2-VASc score of Anna is 3, Anna is 75 years old.', SCORE],
    ['a step as a reason', 'The CHA2DS2-VASc score of Anna is 3, as she is 75.', SCORE],
    ['a step alone', 'For an age of 75 there are 2 points.', SCORE],
    ['a denial as a denial', 'Anna does not have heart failure.', OPEN],
  ])('is computed: %s', (_, sentence, computed) => {
    expect(checkComputed(sentence, [computed], 'When?')).toEqual({ isComputed: true, absent: [] })
  })

  test.each([
    ['another day', 'The limitation period in Hollis ends on 21 June 2026.', LIMIT, ['21 June 2026']],
    ['another number', 'The limitation period in Hollis ends 6 years from 2023-06-20.', LIMIT, ['6']],
    ['the number of another step', 'The stroke score of Anna is 75.', SCORE, []],
    ['the number of another step behind its words', 'As for Anna, her score is 75.', SCORE, []],
    ['the day of another step', 'Hollis is a claim for personal injury of 2023-06-20.', LIMIT, []],
    ['a number word', 'The limitation period in Hollis is five years.', LIMIT, ['five']],
    ['a denial of what holds', 'The limitation period in Hollis does not end on 2026-06-20.', LIMIT, []],
    ['what is open, as if it held', 'Oral anticoagulation is recommended for Anna.', OPEN, []],
    ['what is assumed, as if it were so', 'The court disapplied the limitation period in hollis.', LIMIT, []],
    ['the opposite of a denial', 'Anna has heart failure.', OPEN, []],
    ['something else', 'The landlord owes the deposit to the tenant.', LIMIT, []],
  ])('is not computed: %s', (_, sentence, computed, absent) => {
    expect(checkComputed(sentence, [computed], 'When?')).toEqual({ isComputed: false, absent })
  })

  test('takes no number from the question, but names', () => {
    const question = 'Does the period of Tom end on 1 July 2026?'
    expect(checkComputed('The limitation period in Hollis ends on 1 July 2026.', [LIMIT], question).isComputed).toBe(
      false,
    )
    expect(checkComputed('For Tom the limitation period in Hollis ends on 2026-06-20.', [LIMIT], question)).toEqual({
      isComputed: true,
      absent: [],
    })
  })
})
