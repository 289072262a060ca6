import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { type Fault, isFault, spoilt } from './faults.ts'
import { answerFromSources } from './say-answer.ts'
import { type Asked, type SayAnswer, WIRE_FORMATS, type WireFormat } from './wire-formats.ts'

export type CloudServer = AsyncDisposable & {
  /** The base address for a provider of any of the three kinds. */
  readonly address: string
  /** Bodies of the requests, as they came. */
  readonly bodies: string[]
  /** Keys that came with them. */
  readonly keys: string[]
  /** All bytes that all connections brought: lines, headers, bodies. */
  received(): string
  /** Each is for one request; after them `fault` holds. */
  readonly nextFaults: (Fault | null)[]
  fault: Fault | null
  say: SayAnswer
}

export type CloudServerOptions = { readonly say?: SayAnswer; readonly port?: number }

type Served = { readonly format: WireFormat; readonly fault: Fault | null; readonly say: SayAnswer }

/**
 * A real HTTP server on loopback that speaks as much of three providers' wire formats (OpenAI's, Anthropic's, Google's) as the app
 * uses, streams what `say` gives, does wrong what it is told, and remembers every byte that reaches it.
 * `PUT /fault` with the name of a fault (or nothing) switches it from outside.
 */
export async function startCloudServer({
  say = answerFromSources,
  port = 0,
}: CloudServerOptions = {}): Promise<CloudServer> {
  const pieces: Buffer[] = []
  const state = { fault: null as Fault | null, say, nextFaults: [] as (Fault | null)[] }
  const bodies: string[] = []
  const keys: string[] = []
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then(async (body) => {
        const path = new URL(request.url ?? '/', 'http://here').pathname
        if (path === '/fault') return switchFault(state, body, response)
        if (request.method === 'GET' && path.endsWith('/models')) return listModels(request, state, keys, response)
        const format = WIRE_FORMATS.find((one) => one.path.test(path))
        if (!format) return response.writeHead(404).end()
        bodies.push(body)
        keys.push(String(request.headers[format.key] ?? ''))
        const fault = state.nextFaults.length > 0 ? (state.nextFaults.shift() ?? null) : state.fault
        await serve(format.read(JSON.parse(body) as never, path), { format, fault, say: state.say }, response)
      })
      .catch(() => response.destroy())
  })
  server.on('connection', (socket: Socket) => socket.on('data', (piece: Buffer) => pieces.push(piece)))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    bodies,
    keys,
    received: () => Buffer.concat(pieces).toString('utf8'),
    nextFaults: state.nextFaults,
    get fault() {
      return state.fault
    },
    set fault(fault) {
      state.fault = fault
    },
    get say() {
      return state.say
    },
    set say(other) {
      state.say = other
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function switchFault(state: { fault: Fault | null }, name: string, response: ServerResponse): void {
  const isKnown = name === '' || isFault(name)
  if (isKnown) state.fault = isFault(name) ? name : null
  response.writeHead(isKnown ? 204 : 400).end()
}

/** The one model that is served, as all three kinds of provider list it. */
function listModels(
  { headers }: IncomingMessage,
  state: { readonly fault: Fault | null; readonly nextFaults: (Fault | null)[] },
  keys: string[],
  response: ServerResponse,
): void {
  const key = WIRE_FORMATS.map((format) => headers[format.key]).find((one) => one !== undefined)
  keys.push(String(key ?? ''))
  const fault = state.nextFaults.length > 0 ? (state.nextFaults.shift() ?? null) : state.fault
  if (refused(fault, response)) return
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ data: [{ id: 'served' }], models: [{ name: 'models/served' }] }))
}

const SIGN_OF_LIFE_MS = 10_000
const LARGE_PIECE = 'a'.repeat(64 * 1024)
const LARGE_PIECES = 160

async function serve(asked: Asked, { format, fault, say }: Served, response: ServerResponse): Promise<void> {
  if (refused(fault, response)) return
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const send = (data: object | string) =>
    response.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`)
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  format.begin.forEach(send)
  if (fault === 'large')
    for (let piece = 0; piece < LARGE_PIECES && !gone.signal.aborted; piece += 1)
      if (!send(format.delta(LARGE_PIECE))) await once(response, 'drain', { signal: gone.signal }).catch(() => {})
  // As real servers do, so that a model that reads slowly is not taken for one that hangs.
  const sign = setInterval(() => response.write(': still reading\n\n'), SIGN_OF_LIFE_MS)
  response.once('close', () => clearInterval(sign))
  let count = 0
  for await (const text of spoiltPieces(say(asked, gone.signal), fault)) {
    if (gone.signal.aborted) return
    send(format.delta(text))
    count += 1
    clearInterval(sign)
    if (count === 2 && (await brokenWithin({ fault, format, response, send }))) return
  }
  format.end(fault === 'odd-usage' ? count + 0.5 : count).forEach(send)
  response.end()
}

const MESSAGE = JSON.stringify({ error: { message: 'as it was told to', type: 'told' } })

/** Faults before any answer, which then never comes. */
const REFUSALS: Readonly<Partial<Record<Fault, (response: ServerResponse) => void>>> = {
  hang: () => {},
  reset: ({ socket }) => socket?.resetAndDestroy(),
  401: (response) => response.writeHead(401).end(MESSAGE),
  500: (response) => response.writeHead(500).end(MESSAGE),
  429: (response) => response.writeHead(429, { 'retry-after': '1' }).end(MESSAGE),
  '429-for-an-hour': (response) => response.writeHead(429, { 'retry-after': '3600' }).end(MESSAGE),
  redirect: (response) => response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end(),
  101: ({ socket }) => socket?.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
  'informed-for-ever': ({ socket }) => {
    const informing = setInterval(() => socket?.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 20)
    socket?.once('close', () => clearInterval(informing))
  },
}

/** True when there will be no answer. */
function refused(fault: Fault | null, response: ServerResponse): boolean {
  const refuse = fault === null ? undefined : REFUSALS[fault]
  refuse?.(response)
  return refuse !== undefined
}

type Within = Pick<Served, 'fault' | 'format'> & {
  readonly response: ServerResponse
  readonly send: (data: object) => unknown
}

/** Faults in the middle; true when nothing more comes. */
async function brokenWithin({ fault, format, response, send }: Within): Promise<boolean> {
  if (fault === 'cut') {
    // What was written must be on its way before the connection breaks.
    await new Promise((resolve) => response.write(': \n\n', resolve))
    response.destroy()
  } else if (fault === 'cut-in-good-order') response.end()
  else if (fault === 'error-within') {
    send(format.error('overloaded, as it was told to'))
    response.end()
  } else return fault === 'hang-within'
  return true
}

/** Piece by piece, unless the text as a whole is to be spoilt. */
async function* spoiltPieces(pieces: ReturnType<SayAnswer>, fault: Fault | null): AsyncGenerator<string, void, void> {
  if (spoilt('{"S1"} [PERSON-1]', fault) === '{"S1"} [PERSON-1]') return yield* pieces
  const all: string[] = []
  for await (const piece of pieces) all.push(piece)
  yield* spoilt(all.join(''), fault).match(/\s*\S+\s*$|\s*\S+/g) ?? []
}
