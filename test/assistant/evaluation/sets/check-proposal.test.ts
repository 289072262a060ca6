import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProposal } from '../../../../assistant/evaluation/sets/propose-questions.ts'

const PASSAGE =
  'The deposit of Unit 4 is 3,000 pounds. It is held by the agent. The rent of Unit 4 is 24,000 pounds a year.'
const DOCUMENT = `Lease between Hollis and Marlowe\n\n${PASSAGE}`
const check = (question: string, answer: string) => checkProposal({ question, answer }, PASSAGE, DOCUMENT)

test('a proposal gets the sentence that holds its answer, of several the one that the question speaks of', () => {
  const rent = check('What is the yearly rent that Hollis pays?', '24,000 pounds.')
  expect(rent).toMatchObject({ answer: '24,000 pounds' })
  expect(PASSAGE.slice(rent?.sentence.start, rent?.sentence.end)).toContain('The rent of Unit 4')
  const pounds = check('In which money is the deposit?', 'pounds')
  expect(PASSAGE.slice(pounds?.sentence.start, pounds?.sentence.end)).toContain('deposit')
})

test('is dropped when its answer does not stand there, says nothing new, or it needs the passage or names a stranger', () => {
  const dropped = [
    ['What is the deposit?', '4,000 pounds'],
    ['What is the deposit?', 'held by the agent of the deposit'],
    ['Is the rent of Unit 4 due?', 'The rent of Unit 4'],
    ['What does the passage say of the deposit?', '3,000 pounds'],
    ['What is the rent of 7 Mill Lane?', '24,000 pounds'],
    ['What is the deposit?', ''],
  ] as const
  for (const [question, answer] of dropped) expect([question, check(question, answer)]).toEqual([question, null])
})

test('the sentence always holds the words of the answer', () => {
  const words = PASSAGE.replaceAll('.', '').split(' ')
  fc.assert(
    fc.property(fc.nat(words.length - 1), fc.integer({ min: 1, max: 4 }), (from, count) => {
      const answer = words.slice(from, from + count).join(' ')
      const found = check('What is it?', answer)
      const sentence = found ? PASSAGE.slice(found.sentence.start, found.sentence.end) : answer
      expect(sentence.replaceAll('.', '').toLowerCase()).toContain(answer.toLowerCase())
    }),
  )
})
