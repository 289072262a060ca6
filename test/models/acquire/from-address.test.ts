import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fromAddress, fromHuggingFace } from '../../../models/acquire/from-address.ts'
import type { ModelProgress } from '../../../models/acquire/install-model.ts'
import type { CatalogueModel } from '../../../models/catalogue.ts'
import { listInstalled } from '../../../models/installed.ts'
import { serveFiles, sendFile } from './file-server.ts'
import { Failure } from '../../../wording/failure.ts'
import { verbatim } from '../../../wording/message.ts'

const bytes = randomBytes(300_000)
const sha256 = createHash('sha256').update(bytes).digest('hex')
let modelsFolder: string

beforeEach(async () => {
  modelsFolder = await mkdtemp(join(tmpdir(), 'models-'))
})

afterEach(async () => {
  await rm(modelsFolder, { recursive: true })
})

function model(hash: string | null = sha256, size = bytes.length): CatalogueModel {
  return {
    id: 'small',
    title: 'Small',
    kind: 'language',
    licence: 'none',
    languages: 'none',
    note: '',
    files: [
      { name: 'model.gguf', bytes: size, sha256: hash, huggingFace: { repository: 'some/one', file: 'model.gguf' } },
    ],
    language: { contextTokens: 10, contextBytesPerToken: 1, thinks: false },
  }
}

const options = (allowNetwork = () => {}) => ({ modelsFolder, allowNetwork, retryMs: 5, stallMs: 300, connectMs: 500 })

async function all(events: AsyncGenerator<ModelProgress>): Promise<readonly ModelProgress[]> {
  const list: ModelProgress[] = []
  for await (const event of events) list.push(event)
  return list
}

async function leave(part: Buffer): Promise<void> {
  await mkdir(join(modelsFolder, 'small'), { recursive: true })
  await writeFile(join(modelsFolder, 'small/model.gguf.part'), part)
}

const stored = () => readFile(join(modelsFolder, 'small/model.gguf'))
const left = async () => (await readdir(join(modelsFolder, 'small'))).toSorted()

function offline(): never {
  throw new Failure('OFFLINE', verbatim('The privacy switch is on.'))
}

describe('a download', () => {
  test('tells where it comes from first, then progress, and where it is at the end', async () => {
    await using server = await serveFiles((request, response) => sendFile(bytes, request, response))
    const events = await all(fromAddress(model(), server.address, options()))
    const path = join(modelsFolder, 'small/model.gguf')
    expect(events[0]).toEqual({
      type: 'model-start',
      id: 'small',
      way: 'address',
      address: server.address,
      bytes: bytes.length,
      resumedAt: 0,
    })
    expect(events.at(-2)).toMatchObject({ type: 'model-progress', doneBytes: bytes.length, secondsLeft: 0 })
    expect(events.at(-1)).toEqual({ type: 'model-end', id: 'small', path, sha256 })
    expect(await stored()).toEqual(bytes)
    expect(await listInstalled(modelsFolder)).toMatchObject([{ path, sha256, damage: null, model: { id: 'small' } }])
  })
})

describe('an interrupted download', () => {
  test('goes on where it ended, over and over, when the connection breaks', async () => {
    await using server = await serveFiles((request, response, call) => {
      if (call >= 7) return sendFile(bytes, request, response)
      const start = Number(/\d+/.exec(request.headers.range ?? '')?.[0] ?? 0)
      const range = { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }
      response.writeHead(start ? 206 : 200, { 'content-length': bytes.length - start, ...range })
      response.write(bytes.subarray(start, start + 40_000), () => setTimeout(() => response.destroy(), 20))
    })
    await all(fromAddress(model(), server.address, options()))
    expect(await stored()).toEqual(bytes)
    expect(server.ranges[0]).toBeNull()
    expect(server.ranges.slice(1).every((range) => range !== null)).toBe(true)
  })

  test('resumes what an earlier run has left', async () => {
    await using server = await serveFiles((request, response) => sendFile(bytes, request, response))
    await leave(bytes.subarray(0, 123_456))
    const events = await all(fromAddress(model(), server.address, options()))
    expect(events[0]).toMatchObject({ resumedAt: 123_456 })
    expect(server.ranges).toEqual(['bytes=123456-'])
    expect(await stored()).toEqual(bytes)
  })

  test('starts anew when the server knows no ranges', async () => {
    await using server = await serveFiles((_, response) => response.end(bytes))
    await leave(bytes.subarray(0, 1000))
    await all(fromAddress(model(), server.address, options()))
    expect(await stored()).toEqual(bytes)
  })

  test('asks nobody when the part is whole already', async () => {
    await leave(bytes)
    await all(fromAddress(model(), 'http://127.0.0.1:9/model.gguf', options()))
    expect(await stored()).toEqual(bytes)
  })

  test('starts anew when the part is longer than the file', async () => {
    await using server = await serveFiles((request, response) => sendFile(bytes, request, response))
    await leave(Buffer.concat([bytes, Buffer.from('more')]))
    await all(fromAddress(model(), server.address, options()))
    expect(await stored()).toEqual(bytes)
  })
})

describe('a download that goes wrong', () => {
  test('of the wrong content is deleted, and the message says so', async () => {
    const other = randomBytes(bytes.length)
    await using server = await serveFiles((request, response) => sendFile(other, request, response))
    const call = all(fromAddress(model(), server.address, options()))
    await expect(call).rejects.toMatchObject({ code: 'DAMAGED' })
    await expect(call).rejects.toThrow('It was deleted')
    expect(await left()).toEqual([])
    expect(await listInstalled(modelsFolder)).toEqual([])
  })

  test('of another size is refused before it is fetched', async () => {
    await using server = await serveFiles((request, response) => sendFile(bytes.subarray(1), request, response))
    await expect(all(fromAddress(model(), server.address, options()))).rejects.toThrow('it is another file')
  })

  test('gives up after five attempts that brought nothing, and keeps what there was', async () => {
    await using server = await serveFiles((_, response) => response.destroy())
    await leave(bytes.subarray(0, 5000))
    const call = all(fromAddress(model(), server.address, options()))
    await expect(call).rejects.toMatchObject({ code: 'FETCH_FAILED' })
    await expect(call).rejects.toThrow('What was downloaded is kept')
    expect(server.ranges.length).toBe(5)
    expect(await left()).toEqual(['model.gguf.part'])
  })

  test('tries again when the server is too busy, and not when there is no such file', async () => {
    await using busy = await serveFiles((request, response, call) =>
      call === 0 ? response.writeHead(503).end() : sendFile(bytes, request, response),
    )
    await all(fromAddress(model(), busy.address, options()))
    expect(busy.ranges.length).toBe(2)
    await using empty = await serveFiles((_, response) => response.writeHead(404).end('no'))
    await rm(join(modelsFolder, 'small'), { recursive: true })
    await expect(all(fromAddress(model(), empty.address, options()))).rejects.toThrow('no such file (404)')
    expect(empty.ranges.length).toBe(1)
  })

  test('breaks a connection that has gone silent', async () => {
    await using server = await serveFiles((request, response, call) => {
      if (call > 0) return sendFile(bytes, request, response)
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, 10))
    })
    await all(fromAddress(model(), server.address, options()))
    expect(await stored()).toEqual(bytes)
  })

  test('aborted keeps its part', async () => {
    await using server = await serveFiles((_, response) => {
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, 70_000))
    })
    const abort = new AbortController()
    const events = fromAddress(model(), server.address, options(), abort.signal)
    await events.next()
    await events.next()
    const next = events.next()
    abort.abort(new Error('not now'))
    await expect(next).rejects.toThrow('not now')
    expect((await readFile(join(modelsFolder, 'small/model.gguf.part'))).length).toBeGreaterThan(0)
  })
})

describe('the network', () => {
  test('is asked for before each connection, after the address was told', async () => {
    await using server = await serveFiles((request, response) => sendFile(bytes, request, response))
    const events = fromAddress(model(), server.address, options(offline))
    expect((await events.next()).value).toMatchObject({ type: 'model-start', address: server.address })
    await expect(events.next()).rejects.toMatchObject({ code: 'OFFLINE' })
    expect(server.ranges).toEqual([])
  })

  test('is given up on when no connection comes about', async () => {
    // A socket that is never accepted: the handshake of TLS gets no answer.
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as { port: number }
    const call = all(
      fromAddress(model(), `https://127.0.0.1:${port}/x`, { ...options(), connectMs: 100, stallMs: 5000, attempts: 2 }),
    )
    await expect(call).rejects.toThrow(/no connection within 0\.1\ss/)
    silent.close()
  })

  test('follows a redirect on the same host and refuses one to another host without encryption', async () => {
    await using server = await serveFiles((request, response) =>
      request.url === '/elsewhere'
        ? sendFile(bytes, request, response)
        : response.writeHead(302, { location: '/elsewhere' }).end(),
    )
    await all(fromAddress(model(), server.address, options()))
    expect(await stored()).toEqual(bytes)
    await rm(join(modelsFolder, 'small'), { recursive: true })
    await using sly = await serveFiles((_, response) => response.writeHead(302, { location: server.address }).end())
    await expect(all(fromAddress(model(), sly.address, options()))).rejects.toThrow('without encryption')
  })
})

describe('a file whose hash only its publisher knows', () => {
  const unknown = model(null, 250_000)

  test('is checked against what the publisher states, and recorded with it', async () => {
    await using server = await serveFiles((request, response) => {
      if (request.url?.endsWith('/resolve/main/model.gguf'))
        response
          .writeHead(302, { location: '/store', 'x-linked-etag': `"${sha256}"`, 'x-linked-size': bytes.length })
          .end()
      else sendFile(bytes, request, response)
    })
    const host = new URL(server.address).origin
    const events = await all(fromHuggingFace(unknown, { ...options(), host }))
    expect(events[0]).toMatchObject({ way: 'huggingface', address: host })
    expect(events.at(-1)).toMatchObject({ sha256 })
    const [installed] = await listInstalled(modelsFolder)
    expect(installed).toMatchObject({ sha256, damage: null })
    expect(installed?.model.files[0]).toMatchObject({ bytes: bytes.length, sha256 })
  })

  test('is refused when the publisher states nothing, whatever the store behind it says', async () => {
    await using server = await serveFiles((request, response) => {
      response.setHeader('etag', request.url === '/store' ? `"${sha256}"` : '"short"')
      if (request.url === '/store') sendFile(bytes, request, response)
      else response.writeHead(302, { location: '/store' }).end()
    })
    await expect(all(fromAddress(unknown, server.address, options()))).rejects.toThrow('could not be checked')
    expect(await left()).toEqual([])
  })

  test('is deleted when it is not what the publisher stated', async () => {
    await using server = await serveFiles((request, response) => {
      response.setHeader('etag', `"${'0'.repeat(64)}"`)
      sendFile(bytes, request, response)
    })
    await expect(all(fromAddress(unknown, server.address, options()))).rejects.toThrow('It was deleted')
  })
})
