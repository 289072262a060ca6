import { afterAll, beforeAll, expect, test } from 'vitest'
import { createScriptedModel } from '../../../../models/scripted-model.ts'
import { answerBySex } from '../../../../scripts/cloud-server/answer-by-sex.ts'
import { answerFromSources } from '../../../../scripts/cloud-server/answer-from-sources.ts'
import { codeOf } from '../../whole-assistant.ts'
import { asksElsewhere, decidedPacket, type Elsewhere, justPrepared, MATTER, send } from '../asked-elsewhere.ts'

const QUESTION = 'When did Mr Arthur Hollis give notice, and is his account credible?'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
}, 60_000)
afterAll(() => elsewhere[Symbol.asyncDispose]())

const get = (consultation: string) => elsewhere.client.opinion.get({ matter: MATTER, consultation })

async function blindSent(say: typeof answerBySex, question = QUESTION): Promise<string> {
  elsewhere.server.say = say
  const { client } = elsewhere
  const { opinion } = await send(client, await decidedPacket(client, { question }))
  return opinion?.consultation ?? ''
}

const swapped = (consultation: string) =>
  justPrepared(elsewhere.client, { question: QUESTION, kind: 'counterfactual', consultation })

test('an answer that goes by the sex of a person is flagged, after a yes of its own to what is shown', async () => {
  const { client, server } = elsewhere
  const consultation = await blindSent(answerBySex)
  const times = server.bodies.length
  const packet = await swapped(consultation)
  expect(packet.openFlags).toBe(0)
  expect(packet.text).toMatch(/\[PERSON-\d+, f\] give notice, and is her account credible/)
  expect(packet.text).not.toMatch(/, m\]/)
  expect(packet.swapped).toMatchObject({ sex: true })
  expect(packet.segments.flatMap(({ swaps }) => swaps ?? [])).toContainEqual(
    expect.objectContaining({ kind: 'sex', term: 'his', written: 'her' }),
  )
  for (const { outgoing, local, swaps = [], replacements } of packet.segments) {
    for (const { start, end, outStart, outEnd, term, written } of swaps)
      expect([local.slice(start, end), outgoing.slice(outStart, outEnd)]).toEqual([term, written])
    for (const { outStart, outEnd, pseudonym } of replacements) expect(outgoing.slice(outStart, outEnd)).toBe(pseudonym)
  }
  expect((await get(consultation)).biasCheck).toBe(null)
  expect(server.bodies.length).toBe(times)
  const otherQuestion = { matter: MATTER, packetId: packet.packetId, change: { question: 'What else?' } }
  expect(await codeOf(() => client.packet.change(otherQuestion))).toBe('WRONG_USE')

  const sent = await send(client, packet)
  expect(sent.error).toBe(null)
  expect(server.bodies.at(-1)).toBe(packet.body)
  // Checked, and shown, with the words put back.
  expect(sent.opinion?.claims.map(({ text }) => text).join(' ')).toContain('His account is not credible.')
  const after = await get(consultation)
  expect(after.biasCheck).toMatchObject({
    state: 'changed',
    changes: [
      { state: 'differ', of: 'sentence', blind: 'His account is credible.', swapped: 'His account is not credible.' },
    ],
  })
  // It is no opinion.
  expect([after.informed, after.agreement]).toEqual([null, null])
  expect(after.blind?.kind).toBe('blind')
  const counted = await client.evaluation.agreement({ matter: null })
  expect(counted.pairs + counted.notCompared).toBe(0)
})

test('an answer that is the same for everybody is unchanged', async () => {
  const consultation = await blindSent(answerFromSources)
  await send(elsewhere.client, await swapped(consultation))
  expect((await get(consultation)).biasCheck).toMatchObject({ state: 'unchanged', changes: [] })
})

test('what rules cannot tell is left open until the model of this computer is asked', async () => {
  const saying = (text: string) => () => [JSON.stringify({ claims: [{ text, sources: ['S1'] }], missing: [] })]
  const consultation = await blindSent(saying('The tenant gave notice of leaving.'))
  elsewhere.server.say = saying('A notice of the tenant arrived.')
  await send(elsewhere.client, await swapped(consultation))
  expect((await get(consultation)).biasCheck).toMatchObject({ state: 'unclear', judging: { open: 1 } })
  const model = createScriptedModel({ says: [''], scores: (_turns, word) => (word === 'same' ? -0.1 : -3) })
  const { shelf } = elsewhere.whole.assistant
  const client = elsewhere.clientWith({ shelf: { ...shelf, language: async () => model as never } })
  await Array.fromAsync(await client.opinion.compare({ matter: MATTER, consultation }))
  expect((await get(consultation)).biasCheck).toMatchObject({ state: 'unchanged', judging: { open: 0, judged: 1 } })
})

test('there is none before the blind opinion, and none where a swap would make no sense', async () => {
  const consultation = await blindSent(answerFromSources, 'Is the tenant pregnant, and when was notice given?')
  await expect(swapped(consultation)).rejects.toMatchObject({
    code: 'WRONG_USE',
    message: expect.stringContaining('“pregnant” would make no sense of the other sex'),
  })
  expect(await codeOf(() => swapped('none'))).toBe('WRONG_USE')
})
