import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assistant } from '../../assistant/assembly/assistant.ts'
import { socketPath } from '../../assistant/connection/socket-path.ts'
import { createContractHandler, speakContract } from '../../assistant/connection/speak-contract.ts'
import { WireSocket } from '../../assistant/connection/serve-windows.ts'
import type { BrowserHost } from '../../cli/serve/start-browser-host.ts'
import { assertSideBySide, FUZZ_TIMEOUT_MS, fuzzRuns } from '../fuzz-runs.ts'
import { assistantHere, browserHost, inProcess, sessionOf, throughUnixSocket } from './carriers.ts'
import { shortFolder } from './short-folder.ts'

/** As long as a frame needs to be taken in; one that is refused ends its connection sooner. */
const TAKEN_IN_MS = 20

const life = new AsyncDisposableStack()
let home = ''
let host: BrowserHost
let token = ''
let assistant: Assistant
let pid: number | undefined

/** The real host with its engine for the two sockets, and an assistant in this process for ports. */
beforeAll(async () => {
  const { path } = life.use(await shortFolder())
  process.env.CONSILIUM_MODELS = join(path, 'models')
  home = join(path, 'home')
  host = life.use(await browserHost(home))
  token = await sessionOf(host)()
  assistant = life.use(await assistantHere(join(path, 'here'), process.env))
  const unix = life.use(await throughUnixSocket(home))
  await unix.client.home.create({ passphrase: null })
  await unix.client.matter.create({ name: 'M' })
  pid = (await host.engine.ready()).pid
})

afterAll(() => life[Symbol.asyncDispose]())

const urls = fc.constantFrom('/application/status', '/matter/list', '/library/documents', '/answer/list', '/none', 'x:')

/** What a client of ours sends, with anything in the place of each part. */
const call = fc.record(
  {
    i: fc.oneof(fc.string(), fc.integer(), fc.jsonValue()),
    t: fc.oneof(fc.constantFrom(1, 2, 3, 4), fc.jsonValue()),
    p: fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          u: fc.oneof(urls, fc.jsonValue()),
          m: fc.oneof(fc.constantFrom('GET', 'POST'), fc.jsonValue()),
          h: fc.oneof(fc.dictionary(headers(), fc.oneof(contentTypes(), fc.jsonValue())), fc.jsonValue()),
          b: fc.oneof(fc.record({ json: fc.jsonValue(), meta: fc.jsonValue(), maps: fc.jsonValue() }), fc.jsonValue()),
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
)
const message = fc.oneof(
  call.map((one) => JSON.stringify(one)),
  fc.json(),
  fc.string(),
  fc.uint8Array({ maxLength: 100 }),
  // A call, then the bytes of a file, as the adapter of the wire joins them.
  fc.tuple(call, fc.uint8Array({ maxLength: 40 })).map(([one, bytes]) => joined(JSON.stringify(one), bytes)),
)

function headers() {
  return fc.constantFrom('content-type', 'content-disposition', 'last-event-id', '__proto__')
}

function contentTypes() {
  return fc.constantFrom('text/event-stream', 'multipart/form-data', 'application/x-www-form-urlencoded', 'filename=a')
}

function joined(text: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(text), Buffer.of(0xff), bytes])
}

/** A whole frame of a client, masked with nothing; or bytes that are none. */
const frame = fc.oneof(
  { weight: 3, arbitrary: message.map((one) => frameOf(typeof one === 'string' ? 1 : 2, Buffer.from(one))) },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 200 }) },
  // Reserved bits, an unmasked frame, a control frame that is too long, a length that is none, text that is no UTF-8.
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('ff80', '8105', '89ff', '81ffffffffffffffffff', '818401020304c3c3c3c3')
      .map((hex) => Buffer.from(hex, 'hex')),
  },
)

function frameOf(opcode: number, bytes: Buffer): Uint8Array {
  const length =
    bytes.length < 126 ? Buffer.of(0x80 | bytes.length) : Buffer.of(0xfe, bytes.length >> 8, bytes.length & 0xff)
  return Buffer.concat([Buffer.of(0x80 | opcode), length, Buffer.alloc(4), bytes])
}

/** A connection past its handshake that sends these bytes as they are. */
async function sendRaw(to: string | number, lines: readonly string[], frames: readonly Uint8Array[]): Promise<void> {
  const socket = typeof to === 'string' ? connect(to) : connect(to, '127.0.0.1')
  socket.on('error', () => {})
  const key = randomBytes(16).toString('base64')
  const head = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${key}`]
  socket.write(`${[...lines, ...head].join('\r\n')}\r\n\r\n`)
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toContain('101 Switching')
  socket.write(Buffer.concat(frames))
  await Promise.race([once(socket, 'close'), new Promise((resolve) => setTimeout(resolve, TAKEN_IN_MS))])
  socket.destroy()
}

/** What the engine answers, and whether it is still the same process. */
async function engineNow() {
  await using unix = await throughUnixSocket(home)
  const matters = (await unix.client.matter.list()).map(({ matter }) => matter)
  return { matters, isSame: (await host.engine.ready()).pid === pid }
}

describe('nothing that a client sends ends the engine', { timeout: FUZZ_TIMEOUT_MS }, () => {
  const frames = fc.array(frame, { minLength: 1, maxLength: 4 })

  test('over the socket of the command line', async () => {
    const path = socketPath(home) ?? ''
    const sends = (some: readonly Uint8Array[]) => sendRaw(path, ['GET / HTTP/1.1', 'Host: x'], some)
    await assertSideBySide(() => fc.asyncProperty(frames, sends), fuzzRuns(150))
    expect(await engineNow()).toEqual({ matters: ['M'], isSame: true })
  })

  test('over the socket of a window in a browser', async () => {
    const origin = `127.0.0.1:${host.port}`
    const lines = ['GET /rpc HTTP/1.1', `Host: ${origin}`, `Origin: http://${origin}`]
    const protocols = `Sec-WebSocket-Protocol: app.v1, token.${token}`
    const sends = (some: readonly Uint8Array[]) => sendRaw(host.port, [...lines, protocols], some)
    await assertSideBySide(() => fc.asyncProperty(frames, sends), fuzzRuns(150))
    expect(await engineNow()).toEqual({ matters: ['M'], isSame: true })
  })

  test('over the port of a window', async () => {
    const speak = speakContract(
      createContractHandler(() => {}),
      assistant,
    )
    const port = fc.array(fc.oneof(message, fc.anything()), { minLength: 1, maxLength: 4 })
    const sends = async (some: readonly unknown[]) => {
      const socket = new WireSocket(() => {})
      speak(socket as unknown as globalThis.WebSocket, () => socket.close('a frame that is no call'))
      for (const one of some) socket.receive(one)
      await new Promise(setImmediate)
      socket.close('the window closed')
    }
    await assertSideBySide(() => fc.asyncProperty(port, sends), fuzzRuns(150))
    // A failure that nobody handles, which would end an engine, would fail this file.
    expect((await inProcess(assistant).application.status()).lock).toBe('new')
  })
})
