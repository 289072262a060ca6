import { createServer, request as ask, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { openNamedHostProxy } from '../../../library/index/named-host-proxy.ts'
import { openDataset } from '../../../library/index/reference-dataset.ts'
import type { ReferencePlace } from '../../../library/reference/reference-place.ts'
import { NO_ENVIRONMENT } from './build-library.ts'

const life = new AsyncDisposableStack()
afterAll(() => life.disposeAsync())

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  life.defer(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const ACCESS = { region: 'us-east-1', keyId: 'writer', secret: 'a secret of the test' }

test('an object store that redirects to another host is told of, and the other host is asked nothing', async () => {
  const asked: string[] = []
  const other = await serve((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.referer ?? ''}`)
    response.writeHead(404).end()
  })
  const endpoint = await serve((request, response) => {
    response.writeHead(307, { location: `${other}${request.url}` }).end()
  })
  const place: ReferencePlace = { address: 's3://law/statutes', access: { ...ACCESS, endpoint } }
  const opened = openDataset(place, NO_ENVIRONMENT, 'read').then(async (dataset) => {
    using open = dataset
    return await open.edition()
  })
  await expect(opened).rejects.toThrow(`redirects to another host, ${new URL(other).host}`)
  expect(asked).toEqual([])
})

test('a redirect is told of the job that met it, and of no failure after it', async () => {
  let way: 'empty' | 'redirects' | 'breaks' = 'empty'
  const endpoint = await serve((request, response) => {
    if (way === 'empty') response.end('<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>')
    else if (way === 'redirects') response.writeHead(307, { location: `http://elsewhere.example${request.url}` }).end()
    else request.socket.destroy()
  })
  const place: ReferencePlace = { address: 's3://law/statutes', access: { ...ACCESS, endpoint } }
  using dataset = await openDataset(place, NO_ENVIRONMENT, 'read')
  way = 'redirects'
  await expect(dataset.edition()).rejects.toThrow('redirects to another host, elsewhere.example')
  way = 'breaks'
  await expect(dataset.edition()).rejects.toThrow('does not answer')
})

test('the way out is closed where the object store cannot be connected to', async () => {
  const before = listeningPorts()
  const place: ReferencePlace = { address: 's3://', access: { ...ACCESS, endpoint: 'http://127.0.0.1:9' } }
  await expect(openDataset(place, NO_ENVIRONMENT, 'read')).rejects.toThrow('The object store of s3://')
  await expect.poll(listeningPorts).toEqual(before)
})

/** Also of servers that hold no process up. */
function listeningPorts(): readonly number[] {
  const { libuv } = process.report.getReport() as unknown as {
    libuv: { type: string; localEndpoint?: { port: number } | null; remoteEndpoint?: object | null }[]
  }
  return libuv.flatMap(({ type, localEndpoint, remoteEndpoint }) =>
    type === 'tcp' && localEndpoint && !remoteEndpoint ? [localEndpoint.port] : [],
  )
}

test('the way out lets an encrypted connection through to the named host, and to no other', async () => {
  const host = new URL(await serve((_, response) => response.end('here'))).host
  using proxy = await openNamedHostProxy(host)
  const refused = proxy.watch()
  const through = async (asked: string) => {
    const { statusCode, socket } = await tunnelThrough(proxy.address, asked)
    socket.destroy()
    return statusCode
  }
  expect(await through(host)).toBe(200)
  expect(refused()).toBeNull()
  expect(await through('elsewhere.example:443')).toBe(403)
  expect(refused()).toBe('elsewhere.example:443')
  expect(proxy.watch()()).toBeNull()
})

test('one that is refused and resets its connection does no harm', async () => {
  using proxy = await openNamedHostProxy('store.example')
  const { hostname, port } = new URL(proxy.address)
  for (let times = 0; times < 5; times++) {
    const client = connect(Number(port), hostname)
    await new Promise<void>((resolve) => client.once('connect', resolve))
    client.write('CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n')
    await new Promise((resolve) => client.once('readable', resolve))
    client.resetAndDestroy()
  }
  // An error that nobody listens for fails the run.
  await wait(50)
  expect((await tunnelThrough(proxy.address, 'elsewhere.example:443')).statusCode).toBe(403)
})

test('a connection that is open through the way out ends with it', async () => {
  const host = new URL(await serve((_, response) => response.end('here'))).host
  const proxy = await openNamedHostProxy(host)
  const { socket } = await tunnelThrough(proxy.address, host)
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve('closed')))
  proxy[Symbol.dispose]()
  expect(await Promise.race([closed, wait(2000, 'open')])).toBe('closed')
})

function tunnelThrough(proxy: string, asked: string): Promise<{ statusCode: number | undefined; socket: Socket }> {
  return new Promise((resolve, reject) => {
    const request = ask(proxy, { method: 'CONNECT', path: asked })
    request.on('connect', ({ statusCode }, socket: Socket) => {
      socket.on('error', () => socket.destroy())
      resolve({ statusCode, socket })
    })
    request.on('error', reject)
    request.end()
  })
}
