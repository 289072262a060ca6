import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isRight } from '../../../../assistant/learning/try-question.ts'
import { outcomeOf } from '../../../../assistant/evaluation/scoring/judge-answer.ts'
import { judgeStance } from '../../../../assistant/evaluation/scoring/judge-stance.ts'

type Judged = { readonly question: string; readonly gold: string; readonly answer: string }

/** What evaluation says of an answer, and what the test of a card says of it. */
function both({ question, gold, answer }: Judged): readonly [boolean, boolean] {
  const outcome = outcomeOf({ question, gold, answer, answerable: true, state: 'answered' })
  return [outcome === 'right', isRight(answer, { question, expected: gold })]
}

const WINCH = 'Does Rosalind Quayle have to pay if the winch needs replacing?'
const NOT_WINCH = 'No. She is not liable for the cost of renewing the winch, whatever the lease says about its repair.'
const PENICILLIN = 'Is Marian Holt allergic to penicillin?'
const NOT_PENICILLIN = 'No. An earlier entry was removed after testing.'
const APPEAL = 'Was the appeal allowed?'
const WHY = 'Why is there no potassium for Desmond Arkwright?'
const HAEMOLYSED = 'It was not reported, because the sample was haemolysed.'
const BREACH = 'What is the most that Marram owes if it breaks the agreement by accident?'
const LIMITED = 'Its liability for a breach that is not deliberate is limited to £250,000.'

describe('yes and no', () => {
  test.each([
    [WINCH, NOT_WINCH, 'No.', true],
    [WINCH, NOT_WINCH, '**No** [S1].', true],
    [WINCH, NOT_WINCH, 'Yes.', false],
    [WINCH, NOT_WINCH, 'Yes, she is liable for the cost of renewing the winch, whatever the lease says.', false],
    [WINCH, NOT_WINCH, 'She is not liable for it.', true],
    [WINCH, NOT_WINCH, 'Rosalind Quayle has to pay if the winch needs replacing.', false],
    [PENICILLIN, NOT_PENICILLIN, 'Marian Holt is not allergic to penicillin.', true],
    [PENICILLIN, NOT_PENICILLIN, 'Marian Holt is allergic to penicillin.', false],
    [PENICILLIN, 'Yes. A rash is on record.', 'Marian Holt is allergic to penicillin.', true],
    [PENICILLIN, 'Yes. A rash is on record.', 'Marian Holt isn’t allergic to penicillin.', false],
    [PENICILLIN, 'Yes. Tests did not clear her.', 'Tests did not clear her.', true],
    [PENICILLIN, 'Yes. A rash is on record.', 'The winch was replaced.', false],
    ['Is notice due, and for how long?', 'Yes, as long as the debt stands.', 'Yes.', false],
    ['Is notice due?', 'Yes, of 30 days.', 'Yes.', false],
    ['Is notice due?', 'Yes, of 30 days.', 'Yes, of 30 days.', true],
    ['Is notice due?', 'Yes, of 30 days.', 'No, not of 30 days.', false],
  ])('%s (%s) %s: %s', (question, gold, answer, isSo) => {
    expect(both({ question, gold, answer })).toEqual([isSo, isSo])
  })

  test('are all that is expected where nothing more is', () => {
    const expected = { question: 'Is notice due?', expected: 'No' }
    const said = ['No.', 'Notice is not due.', 'Yes, notice must be given.', 'Notice is due.', 'The rent is high.', '']
    expect(said.map((answer) => isRight(answer, expected))).toEqual([true, true, false, false, false, false])
  })
})

describe('a negation', () => {
  test.each([
    ['What became of the appeal?', 'The appeal was not allowed.', 'The appeal was allowed.', false],
    ['What became of the appeal?', 'The appeal was not allowed.', 'The appeal has not been allowed.', true],
    ['What became of it?', 'The appeal was allowed.', 'The appeal was never properly allowed.', false],
    [APPEAL, 'The appeal was not allowed.', 'No.', true],
    [APPEAL, 'The appeal was not allowed.', 'It was not allowed.', true],
    [APPEAL, 'The appeal was not allowed.', 'The appeal was allowed.', false],
    [APPEAL, 'The appeal was allowed.', 'Yes.', true],
    [APPEAL, 'The appeal was allowed.', 'The appeal was not allowed.', false],
    ['Who may see it?', 'It may be shown to no more than five employees.', 'Five employees.', true],
    // In other words.
    ['What is required?', 'No notice is required.', 'Notice is not required.', true],
    ['Was there a fracture?', 'There is no evidence of fracture.', 'No fracture was seen.', true],
    ['Are there allergies?', 'She has no allergies.', 'Allergies: none known.', true],
    ['What of the deposit?', 'The tenant did not pay the deposit.', 'The deposit was paid.', false],
    ['Was there a fracture?', 'No fracture was seen.', 'A fracture was seen.', false],
    ['What is required?', 'No notice is required.', 'Notice is required.', false],
    ['What happened?', 'He did not leave the keys.', 'He left the keys.', false],
    ['Which lung was affected?', 'The left lung was not affected.', 'Not the left lung.', true],
    // Of a part that the answer leaves out, or around what it says otherwise.
    [WHY, HAEMOLYSED, 'The sample was haemolysed.', true],
    [BREACH, LIMITED, 'Liability for an accidental breach is limited to £250,000.', true],
  ])('%s (%s) %s: %s', (question, gold, answer, isSo) => {
    expect(both({ question, gold, answer })).toEqual([isSo, isSo])
  })
})

test.each([
  ['The tenant did not pay the deposit.', 'No deposit was paid.'],
  ['No notice is required.', 'Notice is not required.'],
  ['The deposit is returned without interest.', 'The deposit is returned.'],
  ['The scan shows a fracture but no dislocation.', 'The scan shows a fracture.'],
  ['The appeal was not allowed.', 'The appeal was dismissed.'],
  ['It says that no notice is required.', 'Notice is not required.'],
])('the same denial, and what leaves it out, is not contrary: %s %s', (gold, answer) => {
  expect(judgeStance(answer, { question: 'What happened?', gold })).toBeNull()
  expect(judgeStance(gold, { question: 'What happened?', gold: answer })).toBeNull()
})

test('every plain negation of the questions that come with the program is told from its contrary', () => {
  const lines = readFileSync(new URL('../../../../samples/calibration/questions.jsonl', import.meta.url), 'utf8')
  const all = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; question: string; answer: string })
  const negations = all.filter(({ type }) => type === 'negation')
  expect(negations).toHaveLength(10)
  for (const { question, answer: gold } of negations) {
    const said = ['No.', gold, 'Yes.', gold.replace(/^No/, 'Yes')].map((answer) => both({ question, gold, answer }))
    expect([question, said]).toEqual([
      question,
      [
        [true, true],
        [true, true],
        [false, false],
        [false, false],
      ],
    ])
  }
  const answered = all.filter(({ answer }) => answer !== null)
  const missed = answered.filter(({ question, answer }) => !both({ question, gold: answer, answer })[0])
  expect(missed).toEqual([])
})

test('what denies one thing is contrary to what says it, whichever is expected', () => {
  const verb = fc.constantFrom('allowed', 'paid', 'served', 'returned', 'reported', 'accepted')
  const noun = fc.constantFrom('appeal', 'rent', 'notice', 'winch', 'sample', 'drawing')
  const not = fc.constantFrom('was not', 'was never', 'wasn’t', 'could not be', 'was no longer')
  fc.assert(
    fc.property(noun, verb, not, fc.boolean(), (thing, done, denied, isDenied) => {
      const said = [`The ${thing} was ${done}.`, `The ${thing} ${denied} ${done}.`]
      const [gold = '', answer = ''] = isDenied ? said.toReversed() : said
      expect(both({ question: 'What happened?', gold, answer })).toEqual([false, false])
      expect(both({ question: 'What happened?', gold, answer: gold })).toEqual([true, true])
    }),
  )
})
