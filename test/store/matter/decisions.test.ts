import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newMatter } from './new-matter.ts'

const AT = '2026-05-01T10:00:00.000Z'

test('decisions come back as they were after a restart, oldest first, and go with their consultation', async () => {
  await using made = await newMatter()
  const texts = fc.sample(fc.string({ unit: 'grapheme', maxLength: 200 }), 20)
  const kept = texts.map((right, index) => ({
    decisionId: `d${index}`,
    consultation: `c${index % 2}`,
    decidedAt: `2026-01-${String(20 - index).padStart(2, '0')}`,
    right,
  }))
  for (const one of kept) made.matter.decisions.save(one)
  const { decisions } = await made.reopen()
  expect(decisions.list()).toEqual(kept.toReversed())
  decisions.forget('c0')
  expect(decisions.list()).toEqual(kept.filter(({ consultation }) => consultation === 'c1').toReversed())
})

test('what was made of a consultation is found under its key until the consultation goes', async () => {
  await using made = await newMatter()
  const { consultationResults: results } = made.matter
  results.keep('c1', 'k1', { state: 'agree' })
  results.keep('c1', 'k1', { state: 'differ' })
  results.keep('c2', 'k1', { state: 'agree' })
  expect(results.find('c1', 'k1')).toEqual({ state: 'differ' })
  expect(results.find('c1', 'k2')).toBeNull()
  results.forget('c1')
  expect([results.find('c1', 'k1'), results.find('c2', 'k1')]).toEqual([null, { state: 'agree' }])
})

test('a routing lasts as long as its answer, through every change of the answer', async () => {
  await using made = await newMatter()
  const { answers, routings } = made.matter
  const answer = { answerId: 'a', question: 'When?', askedAt: AT, follows: null, model: null }
  answers.save(answer, [])
  routings.save({ answerId: 'a' })
  routings.save({ answerId: 'unknown' })
  answers.save({ ...answer, question: 'When then?' }, [])
  expect(routings.list()).toEqual([{ answerId: 'a' }])
  answers.delete('a')
  expect(routings.find('a')).toBeNull()
})
