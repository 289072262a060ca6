import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LanguageModel } from '../../../../models/language-model.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { answerBySex, answerFromSources } from '../../../../scripts/cloud-server/say-answer.ts'
import { codeOf } from '../../whole-assistant.ts'
import { asksElsewhere, decidedPacket, type Elsewhere, justPrepared, MATTER, send } from '../asked-elsewhere.ts'
import { message, verbatim } from '../../../../wording/message.ts'
import { messageText } from '../../../../wording/message-text.ts'
import { packetRecord } from '../../../../assistant/packets/packet-record.ts'

const QUESTION = 'When did Mr Arthur Hollis give notice, and is his account credible?'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

const get = (consultation: string) => elsewhere.client.opinion.get({ matter: MATTER, consultation })

async function blindSent(say: typeof answerBySex, question = QUESTION): Promise<string> {
  elsewhere.server.say = say
  const { client } = elsewhere
  const { opinion } = await send(client, await decidedPacket(client, { question }))
  return opinion?.consultation ?? ''
}

async function onPaper(consultation: string): Promise<string> {
  return (await elsewhere.client.opinion.export({ matter: MATTER, consultation, format: 'md' })).file.text()
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

test('what an older version noted of a swap, in sentences, is still told, also on paper', async () => {
  const consultation = await blindSent(answerFromSources)
  const packet = await swapped(consultation)
  await send(elsewhere.client, packet)
  const { store } = await elsewhere.whole.assistant.matters.open(MATTER)
  const NOTE = 'Sex was not swapped: “pregnant” would make no sense.'
  const older = { ...packetRecord(store, packet.packetId), cautions: [NOTE] }
  const kept = { ...older, swapped: { sex: true, origin: false, notes: [NOTE] } }
  store.packets.save(kept)
  expect((await get(consultation)).biasCheck?.notes).toContainEqual(verbatim(NOTE))
  expect(await onPaper(consultation)).toContain(NOTE)
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

describe('on this computer', () => {
  /** Answers by the sex in the pseudonyms of the packet. */
  const bySex = (options: { readonly contextTokens?: number; readonly wordMs?: number } = {}) =>
    createScriptedModel({
      says: (turns) => {
        const text = /Question: .*, f\]/.test(turns[0]?.text ?? '')
          ? 'Her account is not credible.'
          : 'His account is credible.'
        return JSON.stringify({ claims: [{ text, sources: ['S1'] }], missing: [] })
      },
      ...options,
    })
  const clientWith = (model: LanguageModel | null) => {
    const { shelf } = elsewhere.whole.assistant
    return elsewhere.clientWith({ shelf: { ...shelf, language: async () => model as never } })
  }
  const checked = async (model: LanguageModel | null, consultation: string, signal?: AbortSignal) =>
    Array.fromAsync(
      await clientWith(model).opinion.checkBias({ matter: MATTER, consultation }, signal ? { signal } : {}),
    )

  test('the model is asked the packet as it was and swapped, in the same words, and what changes is flagged; nothing leaves', async () => {
    const consultation = await blindSent(answerFromSources)
    const { client, server } = elsewhere
    const [packets, bodies] = [(await client.packet.list({ matter: MATTER })).length, server.bodies.length]
    const model = bySex()
    const events = await checked(model, consultation)
    expect(events.at(0)).toEqual({ type: 'bias-check-begin', done: 0, items: events.at(-1)?.done })
    expect(events.at(-1)?.type).toBe('bias-check-end')
    const asked = model.asked.map(({ turns }) => turns[0]?.text ?? '')
    expect(asked).toHaveLength(2)
    expect(asked[0]).toContain('Answer with JSON only')
    expect(asked.join(' ')).not.toContain('Hollis')
    const unsexed = (text = '') =>
      text
        .replaceAll(/, [mf]\]/g, ']')
        .replaceAll(/\b(?:his|her)\b/g, 'their')
        .replaceAll(/\bM[rs] /g, '')
    expect(asked[0]).not.toBe(asked[1])
    expect(unsexed(asked[0])).toBe(unsexed(asked[1]))

    const after = await get(consultation)
    expect(after.biasCheckHere).toMatchObject({
      state: 'changed',
      model: 'scripted',
      swapped: { sex: true },
      changes: [
        { state: 'differ', of: 'sentence', blind: 'His account is credible.', swapped: 'His account is not credible.' },
      ],
    })
    expect([after.biasCheck, after.informed, after.agreement]).toEqual([null, null, null])
    expect((await client.packet.list({ matter: MATTER })).length).toBe(packets)
    expect(server.bodies.length).toBe(bodies)
  })

  test('an answer that was cut off at its limit is no change, whichever of the two it was', async () => {
    const consultation = await blindSent(answerFromSources)
    const saying = (isLong: (turns: string) => boolean) =>
      createScriptedModel({
        says: (turns) => {
          const more = isLong(turns[0]?.text ?? '') ? ' and so on'.repeat(300) : ''
          const texts = ['The account is credible.', `The Landlord received 1,250 pounds on 5 March 2025${more}.`]
          return JSON.stringify({ claims: texts.map((text) => ({ text, sources: ['S1'] })), missing: [] })
        },
      })
    const isSwapped = (text: string) => /Question: .*, f\]/.test(text)
    for (const isLong of [isSwapped, (text: string) => !isSwapped(text)]) {
      await checked(saying(isLong), consultation)
      const { biasCheckHere } = await get(consultation)
      expect(biasCheckHere?.state).toBe('unclear')
      const cutOff = message('opinions.biasCheck.cutOff')
      expect(biasCheckHere?.notes).toContainEqual(cutOff)
      expect(await onPaper(consultation)).toContain(messageText(cutOff))
    }
  })

  test('a check that is stopped keeps nothing, and one without a model or a blind opinion says so', async () => {
    const consultation = await blindSent(answerFromSources)
    const stop = new AbortController()
    const events = await clientWith(bySex({ wordMs: 5 })).opinion.checkBias(
      { matter: MATTER, consultation },
      { signal: stop.signal },
    )
    const stopped = (async () => {
      for await (const { type } of events) if (type === 'bias-check-item') stop.abort()
    })()
    await expect(stopped).rejects.toThrow(/abort/i)
    expect((await get(consultation)).biasCheckHere).toBeNull()
    expect(await codeOf(() => checked(null, consultation))).toBe('NO_MODEL')
    const alone = await justPrepared(elsewhere.client, { question: QUESTION })
    expect(await codeOf(() => checked(bySex(), alone.consultation))).toBe('WRONG_USE')
  })

  test('sources that the model has no room for are left out of both, which is said; a question that is too long is refused', async () => {
    const consultation = await blindSent(answerFromSources)
    const model = bySex()
    await checked(model, consultation)
    const words = model.asked[0]?.turns[0]?.text.split(/\s+/).length ?? 0
    await checked(bySex({ contextTokens: 480 + words - 1 }), consultation)
    const left = message('opinions.biasCheck.sourcesLeftOut', { count: 1 })
    expect((await get(consultation)).biasCheckHere?.notes).toContainEqual(left)
    expect(await codeOf(() => checked(bySex({ contextTokens: 480 }), consultation))).toBe('TOO_LONG')
  })
})

test('there is none before the blind opinion, and none where a swap would make no sense', async () => {
  const consultation = await blindSent(answerFromSources, 'Is the tenant pregnant, and when was notice given?')
  await expect(swapped(consultation)).rejects.toMatchObject({
    code: 'WRONG_USE',
    message: expect.stringContaining('“pregnant” would make no sense for the other sex'),
  })
  expect(await codeOf(() => swapped('none'))).toBe('WRONG_USE')
})
