import { expect, test } from 'vitest'
import { decideState } from '../../../assistant/answers/decide-state.ts'
import type { Claim } from '../../../contract/answer.ts'

const claim = (text: string, verdict: Claim['verdict']): Claim => ({
  index: 0,
  text,
  verdict,
  citations: [],
  absent: [],
  differences: [],
  differsFrom: [],
  judged: null,
  authorities: [],
})

test('an answer of which no passage bears anything out is one that was not found', () => {
  expect(decideState([])).toBe('not-found')
  expect(decideState([claim('Her favourite colour is blue.', 'unsupported')])).toBe('not-found')
  expect(decideState([claim('The colour is not mentioned in the sources.', 'unchecked')])).toBe('not-found')
})

test('a denial that stands in a document, and a paraphrase, are answers', () => {
  expect(decideState([claim('The dose was not recorded.', 'verbatim')])).toBe('answered')
  expect(decideState([claim('The tenant leaves in May.', 'unchecked')])).toBe('answered')
})

test('one sentence without a source makes an answer uncertain', () => {
  expect(decideState([claim('The rent is £700.', 'verbatim'), claim('It is low.', 'unsupported')])).toBe('uncertain')
})

test('without documents, or with a card, nothing can bear it out, and what was written is not to be relied on', () => {
  expect(decideState([claim('Her favourite colour is blue.', 'unsupported')], { restsOnDocuments: false })).toBe(
    'uncertain',
  )
  expect(decideState([], { restsOnDocuments: false })).toBe('not-found')
})

test('an answer without a date or number that was asked for is uncertain, whatever bears it out', () => {
  const nothing = [claim('Buyer accepts full responsibility.', 'verbatim')]
  expect(decideState(nothing, { question: 'On which date was it signed?' })).toBe('uncertain')
  expect(decideState(nothing, { question: 'What does the buyer accept?' })).toBe('answered')
})
