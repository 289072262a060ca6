import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AssistantClient } from '../../../contract/index.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import type { LanguageModel, Turn } from '../../../models/language-model.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf } from '../whole-assistant.ts'
import { asksElsewhere, type Elsewhere, MATTER, prepared, send } from './asked-elsewhere.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

function clientWithModel(model: LanguageModel | null): AssistantClient {
  const { shelf } = elsewhere.whole.assistant
  return elsewhere.clientWith({ shelf: { ...shelf, language: async () => model as never } })
}

/** Says of everything that it is the same; counts how often it is asked. */
function saysSame() {
  const asked: string[] = []
  const scores = (turns: readonly Turn[], word: string) => {
    asked.push(turns.at(-1)?.text ?? '')
    return word === 'same' ? -0.1 : -3
  }
  return { asked, model: createScriptedModel({ says: [''], scores }) }
}

/** Two sentences that share some words, too few for a rule. */
async function twoOpinions(between: () => unknown = () => {}): Promise<string> {
  const { server, client } = elsewhere
  const saying = (text: string) => {
    server.say = () => [JSON.stringify({ claims: [{ text, sources: ['S1'] }], missing: [] })]
  }
  saying('The tenant gave notice of leaving.')
  const blind = await send(client, await prepared(client))
  const consultation = blind.opinion?.consultation ?? ''
  saying('A notice of the tenant arrived.')
  await between()
  await send(client, await prepared(client, consultation))
  return consultation
}

const rowsOf = ({ agreement }: Consultation) => agreement?.claims.map(({ state, by }) => `${state} by ${by}`)
const compared = async (client: AssistantClient, consultation: string, signal?: AbortSignal) =>
  Array.fromAsync(await client.opinion.compare({ matter: MATTER, consultation }, signal ? { signal } : {}))

test('what rules cannot tell is judged only when it is asked for, is kept, and goes with the consultation', async () => {
  const consultation = await twoOpinions()
  const { asked, model } = saysSame()
  const client = clientWithModel(model)
  const get = (by?: 'rule') => client.opinion.get({ matter: MATTER, consultation, ...(by ? { by } : {}) })
  const before = await get()
  expect(rowsOf(before)).toEqual(['unclear by rule'])
  expect(before.agreement).toMatchObject({
    state: 'unknown',
    judging: { open: 1, judged: 0 },
    anchoring: { unclear: 1 },
  })
  expect(asked).toEqual([])
  expect(await codeOf(() => compared(clientWithModel(null), consultation))).toBe('NO_MODEL')
  const stopped = AbortSignal.abort()
  await expect(compared(client, consultation, stopped)).rejects.toThrow(/abort/i)
  expect((await get()).agreement).toMatchObject({ judging: { open: 1, judged: 0 } })

  const events = await compared(client, consultation)
  expect(events.map(({ type, done, items }) => [type, done, items])).toEqual([
    ['comparing-begin', 0, 1],
    ['comparing-item', 1, 1],
    ['comparing-end', 1, 1],
  ])
  const after = await get()
  expect(rowsOf(after)).toEqual(['agree by model'])
  expect(after.agreement).toMatchObject({
    judging: { open: 0, judged: 1, model: 'scripted' },
    anchoring: { stayed: 1 },
  })
  expect(rowsOf(await get('rule'))).toEqual(['unclear by rule'])
  const times = asked.length
  await compared(client, consultation)
  expect(asked.length).toBe(times)

  await client.opinion.delete({ matter: MATTER, consultation })
  const { store } = await elsewhere.whole.assistant.matters.open(MATTER)
  expect(store.consultationResults.find(consultation, 'alignment judge')).toBe(null)
})

test('an informed opinion of another model than the blind one is no move of it', async () => {
  const { client, server } = elsewhere
  const kind = 'openai-compatible' as const
  const here = { provider: 'Here', kind, address: server.address, account: '', retention: '', key: null }
  const consultation = await twoOpinions(() => client.provider.save({ ...here, model: 'another' }))
  const { blind, informed, agreement } = await client.opinion.get({ matter: MATTER, consultation })
  expect([blind?.model, informed?.model]).toEqual(['served', 'another'])
  expect(agreement).toMatchObject({ claims: [{ state: 'unclear', move: null }], anchoring: null })
})
