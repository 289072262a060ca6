import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packetRecords, updatePacket } from '../../../../assistant/packets/packet-record.ts'
import { isLesson } from '../../../../assistant/opinions/decisions/kept-decisions.ts'
import type { DecisionRow } from '../../../../contract/opinions/decision.ts'
import { codeOf } from '../../whole-assistant.ts'
import { MATTER } from '../asked-elsewhere.ts'
import { ask, consult, type Decided, decidesElsewhere, LESSON, lineOf, RIGHT } from './decided-elsewhere.ts'

describe('what is learned from a decision', () => {
  let decided: Decided
  let against: DecisionRow
  const cardOf = (decision: Pick<DecisionRow, 'decisionId'>, start: 'blank' | 'second' | 'lesson' = 'blank') =>
    decided.client.opinion.card({ matter: MATTER, decisionId: decision.decisionId, start })
  const differing = async (outcome: 'second' | 'local' | 'unknown') => {
    const { answerId } = await ask(decided.client)
    const found = await consult(decided, [RIGHT], { answerId })
    const { consultation } = found
    return decided.client.opinion.decide({ matter: MATTER, consultation, subject: lineOf(found), outcome })
  }

  beforeAll(async () => {
    decided = await decidesElsewhere()
    against = await differing('second')
  })
  afterAll(() => decided[Symbol.asyncDispose]())

  test('becomes no card before there is an outcome, or where this computer was right', async () => {
    for (const outcome of ['unknown', 'local'] as const) {
      const decision = await differing(outcome)
      expect(await codeOf(() => cardOf(decision))).toBe('WRONG_USE')
      await decided.client.opinion.delete({ matter: MATTER, consultation: decision.consultation })
    }
  })

  test('starts with the words of the second opinion without its names, and nothing is sent', async () => {
    const { client, elsewhere } = decided
    const decision = await differing('second')
    const sent = elsewhere.server.bodies.length
    const card = await cardOf(decision, 'second')
    expect(card).toMatchObject({
      status: 'draft',
      teacher: 'Here, served',
      student: { id: 'scripted' },
      origin: { kind: 'opinion', correction: decision.correction },
    })
    expect(card.summary).toBe('[PERSON] gave notice on [DATE].')
    expect(JSON.stringify(card)).not.toContain('Hollis')
    expect(elsewhere.server.bodies).toHaveLength(sent)
    expect(await codeOf(() => cardOf(decision))).toBe('WRONG_USE')
    await client.card.retire({ card: card.card })
  })

  test('asks for the lesson in a packet that leaves only by a yes of its own, and starts the card with what came', async () => {
    const { client, elsewhere } = decided
    const { question = '', consultation = '' } = against.lesson ?? {}
    expect(question).toContain('Which general lesson helps')
    expect(await codeOf(() => cardOf(against, 'lesson'))).toBe('WRONG_USE')
    const sent = elsewhere.server.bodies.length
    await consult(decided, [LESSON], { question, consultation, sources: [], differential: false })
    expect(elsewhere.server.bodies).toHaveLength(sent + 1)
    expect(elsewhere.server.bodies.at(-1)).toContain('Which general lesson helps')
    expect(elsewhere.server.bodies.at(-1)).not.toMatch(/Hollis|The Landlord received/)
    const [row] = await client.opinion.decisions({ matter: MATTER, consultation: against.consultation })
    expect(row?.lesson).toEqual({ question, consultation, hasCome: true })
  })

  test('a card of it is used only once it is tested and approved, and the decision stands while the card does', async () => {
    const { client } = decided
    const begun = await cardOf(against, 'lesson')
    expect(begun).toMatchObject({ status: 'draft', summary: LESSON, teacher: 'Here, served' })
    expect((await ask(client)).knowledge.cards).toEqual([])
    expect(await codeOf(() => client.card.approve({ card: begun.card, by: 'J. Marsh' }))).toBe('WRONG_USE')
    const last = (await Array.fromAsync(await client.card.test({ card: begun.card }))).at(-1)
    expect(last).toMatchObject({
      card: { status: 'tested', test: { lint: [], question: { rightBefore: false, rightAfter: true } } },
    })
    expect((await ask(client)).knowledge.cards).toEqual([])
    await client.card.approve({ card: begun.card, by: 'J. Marsh' })
    const again = await ask(client)
    expect(again.knowledge.cards).toEqual([begun.card])
    expect(again.answer).toContain('3 March 2025')

    const { consultation, subject } = against
    const change = () => client.opinion.decide({ matter: MATTER, consultation, subject, outcome: 'local' })
    expect(await codeOf(change)).toBe('WRONG_USE')
    const { answerId } = again
    const hurt = await client.card.judge({ matter: MATTER, answerId, card: begun.card, effect: 'hurt' })
    expect(hurt).toMatchObject({ status: 'draft', sentBack: true, hurt: 1 })
    await client.card.retire({ card: begun.card })
    expect(await change()).toMatchObject({ outcome: 'local', card: null, correction: null })
  })

  test('a rule is proposed with the right words and their passage, names taken out, and nothing is kept of it', async () => {
    const { client } = decided
    const decision = await differing('second')
    const before = await client.pack.list()
    const proposed = await client.opinion.proposeRule({ matter: MATTER, decisionId: decision.decisionId })
    expect(proposed.title).toContain('[PERSON] gave notice on [DATE]')
    expect(proposed.source).toContain('gave notice on [DATE]')
    expect(JSON.stringify(proposed)).not.toMatch(/Hollis|2025/)
    expect(await client.pack.list()).toEqual(before)
    const { consultation } = decision
    const unknown = await client.opinion.decide({
      matter: MATTER,
      consultation,
      subject: decision.subject,
      outcome: 'unknown',
    })
    expect(await codeOf(() => client.opinion.proposeRule({ matter: MATTER, decisionId: unknown.decisionId }))).toBe(
      'WRONG_USE',
    )
  })

  test('the lesson goes with the consultation: its packet and what was decided stand in the document, and are deleted with it', async () => {
    const { client, elsewhere } = decided
    const { store } = await elsewhere.whole.assistant.matters.open(MATTER)
    const { consultation } = against
    const exported = async () =>
      (await client.opinion.export({ matter: MATTER, consultation, format: 'md' })).file.text()
    const ofLesson = () => packetRecords({ packets: store.packets }).filter(isLesson)
    const [packet] = ofLesson()
    const { answerId } = await client.opinion.get({ matter: MATTER, consultation })
    const suggested = (exportedText: string) => exportedText.match(/a second opinion suggested/g)?.length ?? 0
    const before = suggested(await exported())
    store.ledger.append('opinion-suggested', { answerId: answerId ?? '', reasons: [] })
    store.ledger.append('opinion-suggested', { answerId: 'another', reasons: [] })
    const text = await exported()
    expect(text).toContain('Lesson of a decision')
    expect(text).toContain(packet?.hash)
    expect(text.match(/decided who was right/g)).toHaveLength(2)
    expect(suggested(text)).toBe(before + 1)

    const packetId = packet?.packetId ?? ''
    updatePacket(store, packetId, (now) => ({ ...now, state: 'sending', mayHaveArrived: false }))
    expect(await exported()).toContain('on its way, may have left')
    expect(await codeOf(() => client.opinion.delete({ matter: MATTER, consultation }))).toBe('WRONG_USE')
    updatePacket(store, packetId, (now) => ({ ...now, state: 'sent', mayHaveArrived: true }))

    await client.opinion.delete({ matter: MATTER, consultation })
    expect(ofLesson()).toEqual([])
    expect(store.opinions.list().filter((one) => isLesson(one as { consultation: string }))).toEqual([])
  })
})
