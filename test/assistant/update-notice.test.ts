import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { builtInSource, checkForUpdate } from '../../assistant/assembly/update-checks.ts'
import { Failure } from '../../wording/failure.ts'

const publisher = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const publicKey = publisher.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const NOTICE = {
  format: 'consilium-update-1',
  version: '1.10.0',
  published: '2027-03-01',
  page: 'https://consilium.example/1.10.0',
}
const RUNNING = '1.9.3'
const NEVER = new AbortController().signal

type Answer = (request: IncomingMessage, response: ServerResponse) => void

function signed(notice: object | string, by = publisher.privateKey): string {
  const bytes = Buffer.from(typeof notice === 'string' ? notice : JSON.stringify(notice))
  return JSON.stringify({ notice: bytes.toString('base64'), signature: sign(null, bytes, by).toString('base64') })
}

/** What a check against a real server that answers so comes to, and what the server saw of it. */
async function check(answer: Answer, signal = NEVER, waitMs = 20_000) {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const source = { address: `http://${host}/latest.json`, publicKey }
    const came = await checkForUpdate(source, { version: RUNNING, kind: 'appimage' }, signal, waitMs).catch(
      (error: unknown) => error,
    )
    return { came: came instanceof Failure ? [came.code, came.message.replace(host, 'HOST')] : came, seen, host }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const says =
  (text: string): Answer =>
  (_request, response) =>
    void response.end(text)

test.each([
  ['1.10.0', 'newer'],
  ['2.0.0', 'newer'],
  ['1.9.3', 'same'],
  ['1.9.2', 'older'],
  ['0.99.99', 'older'],
] as const)('version %s beside 1.9.3 is the %s one', async (version, outcome) => {
  const { came, host } = await check(says(signed({ ...NOTICE, version })))
  const { page, published } = NOTICE
  expect(came).toEqual({ outcome, version, running: RUNNING, host, published, page, file: null })
})

test('a check is one request for one address, with nothing in it of this computer', async () => {
  const { seen, host } = await check(says(signed(NOTICE)))
  expect(seen.map(({ method, url }) => [method, url])).toEqual([['GET', '/latest.json']])
  const { host: asked, ...headers } = seen[0]?.headers ?? {}
  expect(asked).toBe(host)
  expect(Object.keys(headers).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'accept-language',
    'cache-control',
    'connection',
    'pragma',
    'sec-fetch-mode',
    'user-agent',
  ])
  expect([headers['accept-language'], headers['user-agent']]).toEqual(['*', 'node'])
})

const NOT_SIGNED = [
  'DAMAGED',
  expect.stringMatching(/^The answer of HOST is not signed by the publisher.*Do not install/),
]
const NO_NOTICE = ['FETCH_FAILED', expect.stringMatching(/^The answer of HOST is not an update notice/)]
const NO_ANSWER = ['FETCH_FAILED', expect.stringMatching(/^HOST gave no usable answer\. Nothing was changed/)]

const whole = JSON.parse(signed(NOTICE)) as { notice: string; signature: string }
const otherNotice = Buffer.from(JSON.stringify({ ...NOTICE, version: '9.9.9' })).toString('base64')

test.each<[string, Answer, readonly unknown[]]>([
  ['signed by a stranger', says(signed(NOTICE, stranger.privateKey)), NOT_SIGNED],
  ['changed after it was signed', says(JSON.stringify({ ...whole, notice: otherNotice })), NOT_SIGNED],
  ['without a signature', says(JSON.stringify({ ...whole, signature: '' })), NOT_SIGNED],
  ['signed, but no notice', says(signed('garbage')), NO_NOTICE],
  ['signed, with a page that is no web address', says(signed({ ...NOTICE, page: 'file:///etc/passwd' })), NO_NOTICE],
  ['signed, with a version that is none', says(signed({ ...NOTICE, version: '2.0.0-rc.1; rm' })), NO_NOTICE],
  ['garbage', says('\u0000\u0001<html>'), NO_NOTICE],
  ['empty', says(''), NO_NOTICE],
  ['endless', (_request, response) => void pour(response), NO_ANSWER],
  ['not found', (_request, response) => void response.writeHead(404).end(), NO_ANSWER],
  ['another address', (_request, response) => void response.writeHead(302, { location: '/x' }).end(), NO_ANSWER],
  ['cut off', (request) => void request.socket.destroy(), NO_ANSWER],
  [
    'another protocol (101)',
    (request) =>
      void request.socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    NO_ANSWER,
  ],
])('an answer that is %s is refused in plain words', async (_what, answer, expected) => {
  expect((await check(answer)).came).toEqual(expected)
})

function pour(response: ServerResponse): void {
  if (response.destroyed) return
  response.write(Buffer.alloc(2 ** 16), () => pour(response))
}

test('a server that never answers, or never ends its answer, is left in plain words', async () => {
  const slow = ['FETCH_FAILED', expect.stringMatching(/^HOST did not answer in time\. Nothing was changed/)]
  expect((await check(() => {}, NEVER, 300)).came).toEqual(slow)
  expect((await check((_request, response) => void response.write('{'), NEVER, 300)).came).toEqual(slow)
})

test('a check that is stopped by the user is no failure of the server', async () => {
  const stop = new AbortController()
  const { came } = await check(() => stop.abort(new Error('stopped')), stop.signal)
  expect(came).toMatchObject({ message: 'stopped' })
})

test('this copy was built without an address, and says how it is updated', async () => {
  expect(builtInSource()).toBeNull()
  const failure = (await checkForUpdate(null, { version: RUNNING, kind: null }, NEVER).catch(
    (error: unknown) => error,
  )) as Failure
  expect([failure.code, failure.message]).toEqual([
    'WRONG_USE',
    expect.stringMatching(/built without an update address, .*\. No connection was made\. To update, install/),
  ])
})
