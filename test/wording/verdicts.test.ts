import { expect, test } from 'vitest'
import { Verdict } from '../../contract/answers/answer.ts'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'

const SPOKEN = [ENGLISH, GERMAN].flatMap(({ verdicts }) => Object.entries(verdicts))

test.each(SPOKEN)('every verdict has its words where it is said: %s', (_place, words) => {
  expect(Object.keys(words)).toEqual(expect.arrayContaining(Verdict.options))
})
