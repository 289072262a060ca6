import { mkdir, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startBrowserHost, type BrowserHost } from '../../cli/serve/start-browser-host.ts'
import { programFiles } from '../../host/program-files.ts'
import { ROOT, sessionOf } from './carriers.ts'
import { shortFolder } from './short-folder.ts'
import { waitFor } from '../patience.ts'

const life = new AsyncDisposableStack()
let host: BrowserHost
let token = ''

/** The real host and engine, on a page folder of our own: what is tested is who gets in. */
beforeAll(async () => {
  const { path } = life.use(await shortFolder())
  const folder = join(path, 'page')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><p>page</p>',
  )
  await writeFile(join(folder, 'assets', 'app.js'), 'export {}')
  await writeFile(join(path, 'secret.txt'), 'outside')
  const { startProcess } = programFiles(ROOT, join(path, 'home'))
  host = life.use(await startBrowserHost({ startProcess, folder, port: 0 }))
  token = await sessionOf(host)()
})

afterAll(() => life[Symbol.asyncDispose]())

function ticketIn(url: string): string {
  return new URL(url).hash.slice('#t='.length)
}

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

/** A request exactly as written: no client tidies its path or its Host. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: host.port,
      path,
      method,
      headers: { host: `127.0.0.1:${host.port}`, ...headers },
    }
    const sent = request(options, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.on('error', reject).end()
  })
}

type Upgrade = {
  readonly origin?: string | null
  readonly hostHeader?: string
  readonly path?: string
  readonly protocols?: readonly string[]
}

/** `open`, or the status with which the upgrade was refused. */
function upgrade({
  origin = `http://127.0.0.1:${host.port}`,
  hostHeader,
  path = '/rpc',
  protocols,
}: Upgrade = {}): Promise<number | 'open'> {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, [...(protocols ?? ['app.v1', `token.${token}`])], {
    ...(origin === null ? {} : { origin }),
    headers: hostHeader ? { host: hostHeader } : {},
  })
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      resolve(socket.protocol === 'app.v1' ? 'open' : 0)
      socket.terminate()
    })
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('error', reject)
  })
}

describe('the pages of the browser host', () => {
  test('are given to their own address only', async () => {
    expect((await ask('/')).body).toContain('<p>page</p>')
    expect((await ask('/assets/app.js')).status).toBe(200)
    const statuses = {
      index: (await ask('/')).status,
      head: (await ask('/', {}, 'HEAD')).status,
      rebound: (await ask('/', { host: 'evil.example' })).status,
      reboundPort: (await ask('/', { host: `evil.example:${host.port}` })).status,
      localhost: (await ask('/', { host: `localhost:${host.port}` })).status,
      withoutPort: (await ask('/', { host: '127.0.0.1' })).status,
    }
    expect(statuses).toEqual({
      index: 200,
      head: 200,
      rebound: 421,
      reboundPort: 421,
      localhost: 421,
      withoutPort: 421,
    })
  })

  test('are not given to other sites, but the launch file may send the window to the first one', async () => {
    const launch = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const statuses = {
      ownAsset: (await ask('/assets/app.js', { 'sec-fetch-site': 'same-origin' })).status,
      crossSiteAsset: (await ask('/assets/app.js', { 'sec-fetch-site': 'cross-site' })).status,
      otherPortAsset: (await ask('/assets/app.js', { 'sec-fetch-site': 'same-site' })).status,
      crossSiteFrame: (await ask('/', { ...launch, 'sec-fetch-dest': 'iframe' })).status,
      crossSiteFetch: (await ask('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).status,
      launchToAsset: (await ask('/assets/app.js', launch)).status,
      launch: (await ask('/', launch)).status,
    }
    expect(statuses).toEqual({
      ownAsset: 200,
      crossSiteAsset: 403,
      otherPortAsset: 403,
      crossSiteFrame: 403,
      crossSiteFetch: 403,
      launchToAsset: 403,
      launch: 200,
    })
  })

  test('can only be read, and nothing outside their folder can', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await ask('/', {}, method)).status).toBe(405)
    const outside = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/%00',
      '/%ff',
      '/none',
      '/assets',
    ]
    for (const path of outside) {
      const { status, body } = await ask(path)
      expect([path, status]).toEqual([path, 404])
      expect(body).not.toContain('outside')
    }
  })

  test('come with all headers, refusals as well', async () => {
    for (const { headers } of [
      await ask('/'),
      await ask('/assets/app.js'),
      await ask('/none'),
      await ask('/', {}, 'POST'),
    ]) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'x-frame-options': 'DENY',
      })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
      const policy = String(headers['content-security-policy'])
      for (const rule of [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "form-action 'none'",
        "base-uri 'none'",
      ])
        expect(policy).toContain(rule)
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
    }
  })

  test('carry a nonce that is used once and is that of their own policy', async () => {
    const nonces = await Promise.all(
      [1, 2, 3].map(async () => {
        const { body, headers } = await ask('/')
        const nonce = /content="([^"]+)"/.exec(body)?.[1] ?? ''
        expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
        expect(Buffer.from(nonce, 'base64').length).toBe(16)
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(3)
  })
})

describe('the socket of the browser host', () => {
  test('opens for its own page with the token of its session', async () => {
    expect(await upgrade()).toBe('open')
    expect(Buffer.from(token, 'base64url').length).toBe(32)
  })

  test('gives one session for the ticket of an address, which is no token itself, and then asks for another', async () => {
    const first = ticketIn(host.url)
    expect(await upgrade({ protocols: ['app.v1', `token.${first}`] })).toBe(401)
    expect((await ask('/session', { 'x-ticket': `${first}x` })).status).toBe(401)
    expect((await ask('/session')).status).toBe(401)
    expect((await ask('/session', { 'x-ticket': first, 'sec-fetch-site': 'same-site' })).status).toBe(403)
    const given = await ask('/session', { 'x-ticket': first })
    expect([given.status, await upgrade({ protocols: ['app.v1', `token.${given.body}`] })]).toEqual([200, 'open'])
    expect((await ask('/session', { 'x-ticket': first })).status).toBe(401)
    expect(ticketIn(host.url)).not.toBe(first)
    // The window that was opened before goes on.
    expect(await upgrade()).toBe('open')
  })

  test('tells who opens an address twice what to do, and lets a window be sent to its own once more', async () => {
    const { port, url } = host
    const again = sessionOf({ port, url })
    const session = await again()
    expect(await again()).toBe(session)
    await expect(sessionOf({ port, url })()).rejects.toThrow('This address was used before.')
  })

  test('refuses any other token', async () => {
    const almost = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    expect(await upgrade({ protocols: ['app.v1'] })).toBe(401)
    expect(await upgrade({ protocols: ['app.v1', 'token.'] })).toBe(401)
    expect(await upgrade({ protocols: ['app.v1', `token.${almost}`] })).toBe(401)
    expect(await upgrade({ protocols: ['app.v1', `token.${token}x`] })).toBe(401)
    expect(await upgrade({ path: `/rpc?token=${token}`, protocols: ['app.v1'] })).toBe(404)
  })

  test('refuses every other origin, even one that knows the token', async () => {
    for (const origin of [
      'http://evil.example',
      'null',
      null,
      `http://127.0.0.1:${host.port + 1}`,
      `http://localhost:${host.port}`,
      `https://127.0.0.1:${host.port}`,
    ])
      expect([origin, await upgrade({ origin })]).toEqual([origin, 403])
  })

  test('refuses another host or path', async () => {
    expect(await upgrade({ hostHeader: `localhost:${host.port}` })).toBe(421)
    expect(await upgrade({ hostHeader: 'evil.example' })).toBe(421)
    expect(await upgrade({ path: '/' })).toBe(404)
    expect(await upgrade({ path: '/rpc/' })).toBe(404)
  })
})

test('a flood of connections that say nothing is bounded, and the window is served again when they are gone', async () => {
  const sockets = Array.from({ length: 1000 }, () =>
    connect(host.port, '127.0.0.1')
      .on('error', () => {})
      .resume(),
  )
  const open = () => sockets.filter(({ destroyed }) => !destroyed).length
  // Those that found the queue of the system full try again after a second, and longer.
  await waitFor(() => expect(open()).toBeLessThanOrEqual(256))
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await ask('/')).status).toBe(200)
})
