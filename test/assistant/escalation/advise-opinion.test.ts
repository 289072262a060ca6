import { message } from '../../../wording/message.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerEvent } from '../../../contract/answers/answer.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { FEVER_PACK, writePack } from '../rules/write-pack.ts'
import { asksElsewhere, type Elsewhere, justPrepared, MATTER, send } from '../opinions/asked-elsewhere.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

const GOOD = 'Mr Arthur Hollis of arthur.hollis@example.org gave notice on 3 March 2025. [S1]'
const BAD = 'Mr Arthur Hollis gave notice on 7 May 2024. [S1]'

type Ended = Extract<AnswerEvent, { type: 'answer-end' }>

async function asked(says: string, question = 'When did Mr Arthur Hollis give notice?'): Promise<Ended> {
  const client = elsewhere.whole.withModel(createScriptedModel({ says: [says] }))
  for await (const event of await client.answer.ask({ matter: MATTER, question }))
    if (event.type === 'answer-end') return event
  throw new Error('The answer did not end.')
}

const settings = (change: object) => elsewhere.client.application.changeSettings(change)
const ledger = async (kind: string) =>
  (await elsewhere.client.ledger.list({ matter: MATTER })).filter((entry) => entry.kind === kind)

describe('a suggestion', () => {
  test('stands by an answer that its source does not bear out, with what asking would cost, and is recorded without a word of it', async () => {
    const before = (await ledger('opinion-suggested')).length
    const { answerId, state, routing } = await asked(BAD)
    expect(state).toBe('uncertain')
    expect(routing).toMatchObject({ answerId, suggested: true, withheld: null, outcome: 'none' })
    expect(routing?.reasons).toContainEqual({
      code: 'contradicted',
      text: message('secondLook.reasons.contradicted', { count: 1, numbers: { all: ['1'] } }),
    })
    const { cost } = routing ?? {}
    expect(cost).toMatchObject({ provider: 'Here', model: 'served', money: null, time: null, passages: 1 })
    expect(cost?.characters).toBeGreaterThan(150)
    // At least his name and his address.
    expect(cost?.maskedTerms).toBeGreaterThanOrEqual(2)
    expect(await elsewhere.client.routing.get({ matter: MATTER, answerId })).toEqual(routing)
    const entries = await ledger('opinion-suggested')
    expect(entries).toHaveLength(before + 1)
    expect(entries.at(-1)?.data).toEqual({ answerId, reasons: expect.arrayContaining(['contradicted']) })
  })

  test('is none where nothing speaks for it, and stands by every answer where the user wants that', async () => {
    const { routing } = await asked(GOOD)
    expect(routing).toMatchObject({ suggested: false, withheld: null, reasons: [], cost: null })
    await settings({ secondOpinions: 'always' })
    expect((await asked(GOOD)).routing).toMatchObject({ suggested: true, reasons: [{ code: 'policy' }] })
    await settings({ secondOpinions: 'unsure' })
  })

  test('is withheld by the policy, a ban on the matter and the privacy switch, each said, and then the ledger says nothing', async () => {
    const before = (await ledger('opinion-suggested')).length
    await settings({ secondOpinions: 'never' })
    expect((await asked(BAD)).routing).toMatchObject({ suggested: false, withheld: 'policy', cost: null })
    await settings({ secondOpinions: 'unsure', network: false })
    expect((await asked(BAD)).routing).toMatchObject({ suggested: false, withheld: 'network-off' })
    await elsewhere.client.packet.allowSending({ matter: MATTER, allowed: false })
    expect((await asked(BAD)).routing).toMatchObject({ suggested: false, withheld: 'forbidden' })
    await elsewhere.client.packet.allowSending({ matter: MATTER, allowed: true })
    const [provider] = await elsewhere.client.provider.list()
    if (!provider) throw new Error('There is no provider.')
    await elsewhere.client.provider.remove({ provider: provider.provider })
    expect((await asked(BAD)).routing).toMatchObject({ suggested: false, withheld: 'no-provider' })
    const { keyEnding: _, ...same } = provider
    await elsewhere.client.provider.save({ ...same, key: 'key-of-the-test-1234' })
    await settings({ network: true })
    expect(await ledger('opinion-suggested')).toHaveLength(before)
  })

  const badAnswers = () => {
    const language = async () => createScriptedModel({ says: [BAD] }) as never
    return { shelf: { ...elsewhere.whole.assistant.shelf, language } }
  }

  test('whose cost cannot be told stands with its reasons', async () => {
    const detection = async () => {
      throw new Error('The word lists cannot be read.')
    }
    const failing = elsewhere.clientWith({ ...badAnswers(), detection })
    const question = 'When did Mr Arthur Hollis give notice?'
    const events = await Array.fromAsync(await failing.answer.ask({ matter: MATTER, question }))
    const routing = { suggested: true, cost: null }
    expect(events.at(-1)).toMatchObject({ type: 'answer-end', state: 'uncertain', routing })
  })

  test('that fails costs no answer: the answer ends without one', async () => {
    const list = () => {
      throw new Error('The providers cannot be read.')
    }
    const providers = { ...elsewhere.whole.assistant.providers, list }
    const failing = elsewhere.clientWith({ ...badAnswers(), providers })
    const question = 'When did Mr Arthur Hollis give notice?'
    const events = await Array.fromAsync(await failing.answer.ask({ matter: MATTER, question }))
    expect(events.at(-1)).toMatchObject({ type: 'answer-end', state: 'uncertain', routing: null })
  })

  test('comes of the question alone where it names a subject of the user’s list', async () => {
    await settings({ redFlagWords: ['notice'] })
    expect((await asked(GOOD)).routing).toMatchObject({ suggested: true, reasons: [{ code: 'red-flag' }] })
    await settings({ redFlagWords: [] })
  })

  test('comes of the law that the matter is under where no rule in use is of it', async () => {
    const { client, whole } = elsewhere
    const folder = await writePack(whole.folder, 'fever', FEVER_PACK, 'jurisdiction: Scotland\n')
    await client.pack.import({ folder })
    await client.pack.use({ matter: MATTER, pack: 'fever', on: true })
    await client.pack.setJurisdiction({ matter: MATTER, jurisdiction: 'Germany' })
    expect((await asked(GOOD)).routing?.reasons).toMatchObject([{ code: 'jurisdiction' }])
    await client.pack.setJurisdiction({ matter: MATTER, jurisdiction: 'scotland' })
    expect((await asked(GOOD)).routing?.reasons).toEqual([])
    await client.pack.use({ matter: MATTER, pack: 'fever', on: false })
    await client.pack.setJurisdiction({ matter: MATTER, jurisdiction: null })
  })

  test('put aside is recorded once, and an answer without one has nothing to put aside', async () => {
    const { answerId } = await asked(BAD)
    const aside = { matter: MATTER, answerId }
    expect(await elsewhere.client.routing.dismiss(aside)).toMatchObject({ outcome: 'dismissed' })
    await elsewhere.client.routing.dismiss(aside)
    expect((await ledger('suggestion-decided')).map(({ data }) => data)).toEqual([{ answerId, outcome: 'dismissed' }])
    const other = await asked(GOOD)
    expect(await elsewhere.client.routing.dismiss({ matter: MATTER, answerId: other.answerId })).toMatchObject({
      outcome: 'none',
    })
  })

  test('says asked once a packet on its answer is sent; later ones know the time and the price, and the two opinions are a pair', async () => {
    const { answerId } = await asked(GOOD.replace('gave', 'then gave'))
    await settings({ secondOpinions: 'always' })
    const wanted = await asked(GOOD)
    let packet = await justPrepared(elsewhere.client, { question: wanted.question, answerId: wanted.answerId })
    for (const { flag } of packet.flags)
      packet = await elsewhere.client.packet.change({
        matter: MATTER,
        packetId: packet.packetId,
        change: { decide: { flag, decision: 'mask', remember: false } },
      })
    const sent = await send(elsewhere.client, packet)
    expect(sent.error).toBeNull()
    expect(await elsewhere.client.routing.get({ matter: MATTER, answerId: wanted.answerId })).toMatchObject({
      outcome: 'asked',
    })
    expect(await elsewhere.client.routing.get({ matter: MATTER, answerId })).toMatchObject({ outcome: 'none' })
    const [provider] = await elsewhere.client.provider.list()
    if (!provider) throw new Error('There is no provider.')
    const { keyEnding: _, ...kept } = provider
    await elsewhere.client.provider.save({ ...kept, price: { prompt: 3, reply: 15, currency: 'EUR' } })
    const { routing } = await asked(GOOD)
    expect(routing?.cost).toMatchObject({ money: { currency: 'EUR' }, time: { replies: 1 } })
    expect(routing?.cost?.money?.amount).toBeGreaterThan(0)
    const agreement = await elsewhere.client.evaluation.agreement({ matter: null })
    expect(agreement).toMatchObject({
      matters: 1,
      pairs: 1,
      series: [{ localModel: 'scripted', provider: 'Here', model: 'served', basis: 'sentences', kappa: null }],
    })
    await settings({ secondOpinions: 'unsure' })
  })
  test('knows of earlier replies from what can be read of them: an odd one costs no suggestion', async () => {
    const { packetId, consultation } = await justPrepared(elsewhere.client, { question: 'When was notice given?' })
    const { store } = await elsewhere.whole.assistant.matters.open(MATTER)
    store.opinions.save({ opinionId: 'odd', consultation, packetId, sentAt: new Date().toISOString() })
    expect((await asked(BAD)).routing).toMatchObject({ suggested: true, cost: { time: { replies: 1 } } })
  })
})
