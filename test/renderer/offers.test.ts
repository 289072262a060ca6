import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Answer } from '../../contract/answers/answer.ts'
import type { Offer } from '../../contract/answers/offer.ts'
import { applyAnswerEvent, startLiveAnswer } from '../../renderer/ask/live-answer.ts'
import { OfferRow } from '../../renderer/ask/answer/suggestions.tsx'
import { partiesOf } from '../../renderer/ask/answer/party-answers.tsx'
import { createTakenOffers } from '../../renderer/ask/create-asking.ts'
import { threadsOf } from '../../renderer/ask/threads.ts'
import { questionRows } from '../../renderer/frame/navigation.tsx'
import { someAnswer, someSource } from './samples.ts'

const TABLE: Offer = { kind: 'table', questions: ['Who?'], documents: [], count: 8, seconds: 62 }
const EACH: Offer = {
  kind: 'each',
  parties: ['Ash', 'Birch'].map((name) => ({ documentId: name, document: `${name}.txt`, question: `And ${name}?` })),
}
const HOW = { strategy: null, list: '' }
const asked = { key: 'k', matter: 'm', question: 'And Ash?', follows: null, documents: [], asOf: null, how: HOW }

test('an offer says what it does and how long it takes, and which way is chosen', () => {
  const html = renderToStaticMarkup(
    createElement(OfferRow, { offer: TABLE, isTaken: false, onTake: () => {}, onLeave: () => {} }),
  )
  expect(html.replace(/<[^>]*>/g, '')).toBe(
    'This asks for a list. Make a table of 8 documents (about 1\u00A0min)Make tableAnswer from the passages',
  )
  expect(html).toMatch(/aria-pressed="false"[^>]*>Make table/)
  expect(html).toMatch(/aria-pressed="true"[^>]*>Answer from the passages/)
})

test('an offer is known with the evidence, and stays when the answer is finished', () => {
  const live = startLiveAnswer(asked, new Date(0))
  const { searched } = someAnswer()
  const shown = [
    { type: 'evidence' as const, sources: [someSource()], searched, evidenceMs: 1 },
    { type: 'offer' as const, offer: TABLE },
    { type: 'answer-delta' as const, text: 'It' },
  ].reduce(applyAnswerEvent, live)
  expect(shown.offered).toEqual(TABLE)
})

test('an offer that is taken is found where it leads, once, and in no other place or matter', () => {
  const offers = createTakenOffers()
  offers.take('m', TABLE)
  expect(offers.taken('m', 'chronology')).toBeNull()
  expect(offers.taken('other', 'table')).toBeNull()
  expect(offers.taken('m', 'table')).toEqual(TABLE)
  offers.forget('m')
  expect(offers.taken('m', 'table')).toBeNull()
})

const compared = someAnswer({ answerId: 'both', offer: 'each', offered: EACH })
const party = (change: Partial<Answer>) => someAnswer({ partOf: 'both', ...change })
const parties = [party({ answerId: 'p1', question: 'And Ash?' }), party({ answerId: 'p2', question: 'And Birch?' })]

test('the parties of a comparison are shown in its answer, in the order of the offer, and are no threads of their own', () => {
  const all = [...parties.toReversed(), compared]
  expect(threadsOf(all).map(({ answers }) => answers.map(({ answerId }) => answerId))).toEqual([['both']])
  const shown = partiesOf(compared, all, { lives: [], waiting: [] })
  expect(shown.map(({ document, block }) => [document, block?.kind])).toEqual([
    ['Ash.txt', 'finished'],
    ['Birch.txt', 'finished'],
  ])
})

test('a party that is written or waits is shown beside the other, and in no list of questions', () => {
  const live = startLiveAnswer({ ...asked, partOf: 'both' }, new Date(0))
  const waiting = [{ ...asked, key: 'w', question: 'And Birch?', partOf: 'both' }]
  const pending = { lives: [live], waiting }
  expect(partiesOf(compared, [compared], pending).map(({ block }) => block?.kind ?? 'waiting')).toEqual([
    'live',
    'waiting',
  ])
  expect(questionRows(threadsOf([compared]), pending).map(({ address }) => address)).toEqual(['both'])
})

test('where the offer was not taken, or its answer is gone, nothing stands for it', () => {
  expect(partiesOf(compared, [compared], { lives: [], waiting: [] })).toEqual([])
  expect(partiesOf(someAnswer(), parties, { lives: [], waiting: [] })).toEqual([])
  expect(threadsOf(parties)).toHaveLength(2)
})
