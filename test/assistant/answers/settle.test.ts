import { expect, test } from 'vitest'
import { decideState } from '../../../assistant/answers/settle.ts'
import type { Claim } from '../../../contract/answers/answer.ts'

const claim = (text: string, verdict: Claim['verdict']): Claim => ({
  index: 0,
  text,
  verdict,
  citations: [],
  absent: [],
  differences: [],
  differsFrom: [],
  disagreesWith: [],
  instead: null,
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
  expect(decideState([claim('The tenant leaves in May.', 'unchecked')])).toBe('uncertain')
})

test('one sentence that is not confirmed makes it an answer in part, and no sentence that is confirmed an uncertain one', () => {
  const quoted = claim('The rent is £700.', 'verbatim')
  for (const verdict of ['unsupported', 'contradicted', 'unchecked'] as const)
    expect(decideState([quoted, claim('It is low.', verdict)])).toBe('answered-in-part')
  expect(decideState([quoted, claim('It was paid in May.', 'supported')])).toBe('answered')
})

test('without documents, or with a card, nothing can bear it out, and what was written is not to be relied on', () => {
  expect(decideState([claim('Her favourite colour is blue.', 'unsupported')], { restsOnDocuments: false })).toBe(
    'uncertain',
  )
  expect(decideState([], { restsOnDocuments: false })).toBe('not-found')
})

test('an answer that leaves out something that was asked is an answer in part, however well its sentences are confirmed', () => {
  const confirmed = [claim('Buyer accepts full responsibility.', 'verbatim')]
  expect(decideState(confirmed, { notAnswered: ['on which date it was signed'] })).toBe('answered-in-part')
  expect(decideState(confirmed)).toBe('answered')
})
