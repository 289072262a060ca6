import { createServer, request as ask, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
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

test('the way out lets an encrypted connection through to the named host, and to no other', async () => {
  const host = new URL(await serve((_, response) => response.end('here'))).host
  using proxy = await openNamedHostProxy(host)
  const through = (asked: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = ask(proxy.address, { method: 'CONNECT', path: asked })
      request.on('connect', ({ statusCode }, socket) => {
        socket.destroy()
        resolve(statusCode)
      })
      request.on('error', reject)
      request.end()
    })
  expect(await through(host)).toBe(200)
  expect(proxy.refused()).toBeNull()
  expect(await through('elsewhere.example:443')).toBe(403)
  expect(proxy.refused()).toBe('elsewhere.example:443')
})
