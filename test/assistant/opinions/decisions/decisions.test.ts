import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepRanking } from '../../../../assistant/opinions/differential/rank-consultation.ts'
import { rateOfSecondOpinions } from '../../../../assistant/opinions/agreement/second-opinion-rate.ts'
import { type Decision, type DecisionOutcome, isSameSubject } from '../../../../contract/opinions/decision.ts'
import { codeOf } from '../../whole-assistant.ts'
import { MATTER } from '../asked-elsewhere.ts'
import { ask, consult, type Decided, decidesElsewhere, lineOf, RIGHT, WRONG } from './decided-elsewhere.ts'

describe('who was right where opinions differ', () => {
  let decided: Decided
  const decide = (consultation: string, more: Partial<Parameters<Decided['client']['opinion']['decide']>[0]>) =>
    decided.client.opinion.decide({
      matter: MATTER,
      consultation,
      subject: { of: 'first' },
      outcome: 'second',
      ...more,
    })
  const corrections = () => decided.client.card.corrections({ matter: MATTER })

  beforeAll(async () => {
    decided = await decidesElsewhere()
  })
  afterAll(() => decided[Symbol.asyncDispose]())

  test('a decision against this computer is a confirmed mistake; it can be changed, and then the mistake is taken back', async () => {
    const { client } = decided
    const { answerId } = await ask(client)
    const found = await consult(decided, [RIGHT], { answerId })
    expect(found.agreement?.claims).toMatchObject([{ state: 'differ' }])
    const { consultation } = found
    const subject = lineOf(found)
    const first = await decide(consultation, { subject })
    expect(first).toMatchObject({
      outcome: 'second',
      decidedBy: 'J. Marsh',
      right: RIGHT,
      said: { local: expect.stringContaining('5 March 2025'), second: RIGHT },
      card: null,
      lesson: { hasCome: false },
    })
    expect(await corrections()).toMatchObject([
      { correctionId: first.correction, from: 'opinion', answerId, expected: RIGHT, mistake: 'comprehension' },
    ])
    const entry = (await client.ledger.list({ matter: MATTER })).at(-1)
    expect(entry).toMatchObject({
      kind: 'opinion-decided',
      data: { decisionId: first.decisionId, outcome: 'second', of: 'line', correctionId: first.correction },
    })
    expect(JSON.stringify(entry)).not.toMatch(/Hollis|March/)

    const entries = (await client.ledger.list({ matter: MATTER })).length
    expect(await decide(consultation, { subject })).toEqual(first)
    expect(await client.ledger.list({ matter: MATTER })).toHaveLength(entries)

    const own = await decide(consultation, { subject, outcome: 'neither', right: 'Nobody gave notice.' })
    expect(own).toMatchObject({ decisionId: first.decisionId, right: 'Nobody gave notice.' })
    expect((await corrections()).map(({ expected }) => expected)).toEqual(['Nobody gave notice.'])
    // Who asks for a card or a lesson of it later says the outcome once more, and not the words.
    expect(await decide(consultation, { subject, outcome: 'neither' })).toEqual(own)
    expect(await decide(consultation, { subject, outcome: 'second' })).toMatchObject({ right: RIGHT })
    const inOwnWords = await decide(consultation, { subject, right: 'On 3 March.' })
    expect(await decide(consultation, { subject })).toEqual(inOwnWords)
    // No words at all are those of the side that was right, which the own ones give way to.
    expect(await decide(consultation, { subject, right: '' })).toMatchObject({ outcome: 'second', right: RIGHT })
    await decide(consultation, { subject, outcome: 'neither', right: 'Nobody gave notice.' })
    expect(await codeOf(() => decide(consultation, { subject, outcome: 'neither', right: ' ' }))).toBe('WRONG_USE')
    expect(await decide(consultation, { subject, outcome: 'local' })).toMatchObject({
      correction: null,
      lesson: null,
      right: expect.stringContaining('5 March 2025'),
    })
    expect(await corrections()).toEqual([])
    expect(await client.opinion.decisions({ matter: MATTER })).toMatchObject([{ outcome: 'local', consultation }])
    expect(await decide(consultation, { subject, outcome: 'unknown' })).toMatchObject({ right: '', correction: null })
  })

  test('where the blind opinion says what this computer says, the informed one stands against it', async () => {
    const { client } = decided
    const { answerId } = await ask(client)
    const { consultation } = await consult(decided, [WRONG.replace(' [S1]', '')], { answerId })
    const found = await consult(decided, [RIGHT], { answerId, kind: 'informed', consultation })
    expect(found.agreement?.claims).toMatchObject([{ state: 'differ', against: 'informed', local: 0, blind: 0 }])
    const before = (await corrections()).length
    expect(await decide(consultation, { subject: lineOf(found) })).toMatchObject({
      right: RIGHT,
      said: { local: expect.stringContaining('5 March 2025'), second: RIGHT },
    })
    expect((await corrections()).slice(before).map(({ expected }) => expected)).toEqual([RIGHT])
    await client.opinion.delete({ matter: MATTER, consultation })
  })

  test('nothing is decided where there is no answer, no such line, no words, or nothing to decide between', async () => {
    const { client } = decided
    const alone = await consult(decided, [RIGHT])
    expect(await codeOf(() => decide(alone.consultation, {}))).toBe('WRONG_USE')
    const { answerId } = await ask(client)
    const same = await consult(decided, [WRONG.replace(' [S1]', '')], { answerId })
    expect(same.agreement?.claims).toMatchObject([{ state: 'agree' }])
    const subject = lineOf(same)
    const on = (more: object) => codeOf(() => decide(same.consultation, { subject, ...more }))
    expect(await on({ outcome: 'second' })).toBe('WRONG_USE')
    expect(await on({ outcome: 'neither' })).toBe('WRONG_USE')
    expect(await on({ subject: { of: 'line', local: 0, blind: 7, informed: null } })).toBe('NOT_FOUND')
    expect(await on({ subject: { of: 'first' } })).toBe('NOT_FOUND')
    expect(await corrections()).toEqual([])
    expect(await decide(same.consultation, { subject, outcome: 'neither', right: 'On 4 March.' })).toMatchObject({
      correction: expect.any(String),
    })
  })

  test('what comes first in the lists of candidates is decided as a line is, and all of it goes with the consultation', async () => {
    const { client } = decided
    const { answerId } = await ask(client)
    const ranked = [{ name: 'the letter of 3 March' }, { name: 'the payment' }]
    const found = await consult(decided, [RIGHT], { answerId, differential: true }, { ranked })
    const { consultation } = found
    const before = (await corrections()).length
    expect(await codeOf(() => decide(consultation, {}))).toBe('WRONG_USE')
    expect(await corrections()).toHaveLength(before)
    const matter = await decided.elsewhere.whole.assistant.matters.open(MATTER)
    const item = { for: [], against: [], missing: [], decides: [], cannotMiss: false }
    keepRanking(matter, consultation, { items: [{ ...item, name: 'the payment' }], samples: [] })
    expect(await decide(consultation, {})).toMatchObject({
      subject: { of: 'first' },
      said: { local: 'the payment', second: 'the letter of 3 March' },
      right: 'the letter of 3 March',
    })
    await decide(consultation, { subject: lineOf(found) })
    expect(await corrections()).toHaveLength(before + 2)
    expect((await corrections()).slice(-2)).toMatchObject([{ mistake: 'comprehension' }, { mistake: 'comprehension' }])
    await client.opinion.delete({ matter: MATTER, consultation })
    expect(await client.opinion.decisions({ matter: MATTER, consultation })).toEqual([])
    expect(await corrections()).toHaveLength(before)
  })

  test('a rate for the router takes ten decided second opinions, and says how many there are', async () => {
    const asked = decided.client.evaluation.escalation({ matter: MATTER, run: 'none', second: { decided: true } })
    await expect(asked).rejects.toMatchObject({
      code: 'WRONG_USE',
      message: expect.stringContaining('for 1 second opinion. A rate takes 10'),
    })
  })
})

describe('the measured rate of second opinions', () => {
  const of = (consultation: string, ...outcomes: readonly DecisionOutcome[]) =>
    outcomes.map((outcome) => ({ consultation, outcome }) as Decision)

  test('counts each consultation once, right where the second opinion was on all its lines', () => {
    const rate = rateOfSecondOpinions([
      ...of('a', 'second', 'second'),
      ...of('b', 'second', 'local'),
      ...of('c', 'neither'),
      ...of('d', 'unknown'),
      ...of('e', 'second', 'unknown'),
    ])
    expect(rate).toMatchObject({ count: 2, of: 4 })
    expect(rate.interval?.map((end) => end.toFixed(2))).toEqual(['0.15', '0.85'])
    expect(rateOfSecondOpinions(of('a', 'unknown'))).toEqual({ count: 0, of: 0, interval: null })
  })
})

test('a line that is put together otherwise is the same while it keeps a sentence', () => {
  const line = { of: 'line', local: 0, blind: 1, informed: null } as const
  expect(isSameSubject(line, { ...line, informed: 2 })).toBe(true)
  expect(isSameSubject(line, { of: 'line', local: 1, blind: null, informed: null })).toBe(false)
  expect(isSameSubject(line, { of: 'line', local: null, blind: null, informed: null })).toBe(false)
  expect(isSameSubject(line, { of: 'first' })).toBe(false)
  expect(isSameSubject({ of: 'first' }, { of: 'first' })).toBe(true)
})
