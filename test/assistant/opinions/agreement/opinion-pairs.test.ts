import { afterAll, beforeAll, expect, test } from 'vitest'
import { opinionPairs } from '../../../../assistant/opinions/agreement/opinion-pairs.ts'
import { keepRanking } from '../../../../assistant/opinions/differential/rank-consultation.ts'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { asksElsewhere, type Elsewhere, justPrepared, MATTER, send } from '../asked-elsewhere.ts'

const QUESTION = 'Who gave notice in March?'
const SAYS = 'A notice was given on 3 March 2025.'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

async function answered(question = QUESTION): Promise<string> {
  const client = elsewhere.whole.withModel(createScriptedModel({ says: [`${SAYS} [S1]`] }))
  for await (const event of await client.answer.ask({ matter: MATTER, question }))
    if (event.type === 'answer-end') return event.answerId
  throw new Error('The answer did not end.')
}

/** The consultation of an opinion on an answer. */
async function asked(answerId: string, question: string, reply: object): Promise<string> {
  const { client, server } = elsewhere
  let packet = await justPrepared(client, { question, answerId })
  for (const { flag } of packet.flags) {
    const change = { decide: { flag, decision: 'mask', remember: false } } as const
    packet = await client.packet.change({ matter: MATTER, packetId: packet.packetId, change })
  }
  server.say = () => [JSON.stringify(reply)]
  expect((await send(client, packet)).error).toBeNull()
  return packet.consultation
}

const pairs = async () => opinionPairs(await elsewhere.whole.assistant.matters.open(MATTER))

test('an answer and an opinion are a pair on the same question alone, and by what each ranks first where both have a list', async () => {
  const answerId = await answered()
  const claims = [{ text: SAYS, sources: ['S1'] }]
  await asked(answerId, 'Who gave notice in April?', { claims, missing: [] })
  expect(await pairs()).toEqual({ pairs: [], notCompared: 0 })

  const item = { for: [], against: [], missing: [], decides: [], cannotMiss: false }
  const consultation = await asked(answerId, QUESTION, {
    claims,
    missing: [],
    ranked: [{ ...item, name: 'Late notice' }],
  })
  expect((await pairs()).pairs).toMatchObject([{ basis: 'sentences' }])

  const matter = await elsewhere.whole.assistant.matters.open(MATTER)
  keepRanking(matter, consultation, { items: [{ ...item, name: 'No notice' }], samples: [] })
  expect((await pairs()).pairs).toMatchObject([{ basis: 'ranked', local: 'no notice', cloud: 'late notice' }])
})

test('the same question asked anew of the same models is no second pair', async () => {
  const question = 'Who gave the notice in March 2025?'
  const before = (await pairs()).pairs.length
  for (const words of [question, ` ${question.toUpperCase()}`])
    await asked(await answered(words), words.trim(), { claims: [{ text: SAYS, sources: ['S1'] }], missing: [] })
  expect((await pairs()).pairs).toHaveLength(before + 1)
})
