import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AssistantClient } from '../../../contract/index.ts'
import { assertSideBySide, FUZZ_TIMEOUT_MS, fuzzRuns } from '../../fuzz-runs.ts'
import { asksElsewhere, type Elsewhere, MATTER, prepared, send } from './asked-elsewhere.ts'

let elsewhere: Elsewhere
let client: AssistantClient
let server: Server
/** What is sent back to the packet whose body this is: several are under way at a time. */
const replies: Reply[] = []

type Reply = { readonly status: number; readonly type: string; readonly body: string }

beforeAll(async () => {
  elsewhere = await asksElsewhere()
  ;({ client } = elsewhere)
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      const { status, type, body } = replies.pop() ?? { status: 200, type: 'text/plain', body: '' }
      response.writeHead(status, { 'content-type': type }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const key = 'key-of-the-test-1234'
  const common = { provider: 'Here', model: 'served', account: '', retention: '', key, address }
  await client.provider.save({ ...common, kind: 'openai-compatible' })
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await elsewhere[Symbol.asyncDispose]()
})

/** Anything in the place of a value. */
const or = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: arbitrary as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: fc.jsonValue() })

const said = fc.record({ text: or(fc.string()), sources: or(fc.array(or(fc.constantFrom('S1', 'S9', '[S1]')))) })
const candidate = fc.record(
  { name: or(fc.string()), for: or(fc.array(or(said))), against: or(fc.array(said)), cannotMiss: or(fc.boolean()) },
  { requiredKeys: [] },
)
/** What the model says: the form that is asked for, with anything in it, and what is none. */
const words = fc.oneof(
  fc
    .record(
      {
        claims: or(fc.array(or(said))),
        missing: or(fc.array(or(fc.string()))),
        ranked: or(fc.array(or(candidate))),
        choice: or(fc.string()),
      },
      { requiredKeys: [] },
    )
    .map((reply) => JSON.stringify(reply)),
  fc.json(),
  fc.string(),
)
const usage = fc.record(
  { prompt_tokens: or(fc.nat()), completion_tokens: or(fc.double()), total_tokens: or(fc.nat()) },
  { requiredKeys: [] },
)
const event = fc.record(
  {
    id: or(fc.constant('chat-1')),
    object: or(fc.constant('chat.completion.chunk')),
    created: or(fc.constant(0)),
    model: or(fc.constant('served')),
    choices: or(
      fc.array(
        fc.record(
          {
            index: or(fc.constant(0)),
            delta: or(fc.record({ role: or(fc.constant('assistant')), content: or(words) }, { requiredKeys: [] })),
            finish_reason: or(fc.constantFrom(null, 'stop', 'length', 'content_filter')),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 2 },
      ),
    ),
    usage: or(usage),
    error: fc.jsonValue(),
  },
  { requiredKeys: ['choices'] },
)
/** A whole reply in good order, whose words and counts are anything. */
const orderly = fc.tuple(words, usage).map(([content, counts]) => [
  {
    id: 'c',
    object: 'o',
    created: 0,
    model: 'served',
    choices: [{ index: 0, delta: { content }, finish_reason: null }],
  },
  { id: 'c', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage: counts },
])
const events = fc.oneof(orderly, fc.array(fc.oneof(event, fc.jsonValue()), { maxLength: 4 }))
const reply: fc.Arbitrary<Reply> = fc.record({
  // 429 and 5xx would be sent again, to which nothing is prepared.
  status: fc.oneof(
    { weight: 6, arbitrary: fc.constant(200) },
    { weight: 1, arbitrary: fc.constantFrom(204, 400, 404) },
  ),
  type: fc.oneof(
    { weight: 6, arbitrary: fc.constant('text/event-stream') },
    { weight: 1, arbitrary: fc.constantFrom('application/json', 'text/html', '') },
  ),
  body: fc.oneof(
    {
      weight: 5,
      arbitrary: events.map((all) =>
        [...all.map((one) => JSON.stringify(one)), '[DONE]'].map((one) => `data: ${one}\n\n`).join(''),
      ),
    },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string() },
  ),
})

/** Every sending ends with an opinion or with a reason in words, and what is kept can be read. */
async function endsAndCanBeRead(given: Reply): Promise<void> {
  const packet = await prepared(client)
  const { consultation } = packet.packet
  replies.push(given)
  const { opinion, error } = await send(client, packet)
  const told = error ?? { code: 'FETCH_FAILED', message: 'An opinion came, and is kept.' }
  expect(told).toMatchObject({ code: 'FETCH_FAILED', message: expect.stringMatching(/^[A-Z1][^\n]{20,}\.$/) })
  const kept = await client.opinion.get({ matter: MATTER, consultation })
  expect(kept.blind?.opinionId).toBe(opinion?.opinionId)
  const { state } = await client.packet.get({ matter: MATTER, packetId: packet.packetId })
  expect(state).toMatch(/^(?:sent|failed|may-have-been-sent)$/)
  await client.opinion.delete({ matter: MATTER, consultation })
}

test('a provider may send anything', { timeout: FUZZ_TIMEOUT_MS }, async () => {
  await assertSideBySide(() => fc.asyncProperty(reply, endsAndCanBeRead), fuzzRuns(30))
  expect(await client.opinion.list({ matter: MATTER })).toEqual([])
})
