import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** As `library/reference/reference-place.ts` takes it. */
type Access = {
  readonly endpoint: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** What lies under a key. The tag is made once: of a large object it takes longer than serving a part of it. */
type Stored = { readonly bytes: Buffer; readonly etag: string }

export type ObjectStore = AsyncDisposable & {
  readonly access: Access
  /** Of a user who may read and list, and nothing else. */
  readonly readerAccess: Access
  /** Requests so far, as "GET bucket/key". */
  readonly requests: string[]
  /** Keys that there are. */
  keys(): readonly string[]
  /** Before each answer. */
  delayMs: number
  /** What all requests since sent: lines, headers and bodies. */
  readonly sent: string[]
}

type Asked = {
  readonly method: string
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: Buffer | string }

const WRITER = 'writer'
const READER = 'reader'

/**
 * A real HTTP server that speaks as much of S3 as LanceDB uses, on loopback, with one bucket in memory: ranges, conditional
 * and multipart PUT, listing, deleting. Signatures are not checked, only who signs: one may write, one may read.
 */
export async function startObjectStore({ remembersBodies = true } = {}): Promise<ObjectStore> {
  const objects = new Map<string, Stored>()
  const uploads = new Map<string, Map<number, Buffer>>()
  const requests: string[] = []
  const sent: string[] = []
  const state = { delayMs: 0 }
  const server = createServer((request, response) => {
    void take(request).then(async (asked) => {
      requests.push(`${asked.method} ${asked.key}`)
      if (remembersBodies) sent.push(`${request.url} ${JSON.stringify(request.headers)}`, asked.body.toString('latin1'))
      if (state.delayMs > 0) await wait(state.delayMs)
      give(response, asked.method, answer(asked, objects, uploads))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const accessOf = (keyId: string) => ({ endpoint, region: 'us-east-1', keyId, secret: 'a secret of the test' })
  return {
    access: accessOf(WRITER),
    readerAccess: accessOf(READER),
    requests,
    sent,
    keys: () => [...objects.keys()],
    get delayMs() {
      return state.delayMs
    },
    set delayMs(ms) {
      state.delayMs = ms
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function take(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = new URL(request.url ?? '/', 'http://store')
  const key = decodeURIComponent(url.pathname.slice(1))
  return {
    method: request.method ?? '',
    key,
    query: url.searchParams,
    headers: request.headers,
    body: unchunked(Buffer.concat(chunks), request.headers),
  }
}

/** A body that is signed piece by piece carries the signatures between the pieces. */
function unchunked(body: Buffer, headers: IncomingMessage['headers']): Buffer {
  if (!String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING')) return body
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16)
    if (!size) break
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
  return Buffer.concat(parts)
}

function give(response: ServerResponse, method: string, { status, headers = {}, body = '' }: Answer): void {
  const bytes = Buffer.from(body)
  const length = method === 'HEAD' ? {} : { 'content-length': String(bytes.length) }
  response.writeHead(status, { ...length, ...headers }).end(method === 'HEAD' ? undefined : bytes)
}

function answer(asked: Asked, objects: Map<string, Stored>, uploads: Map<string, Map<number, Buffer>>): Answer {
  const { method, query } = asked
  const isReading = method === 'GET' || method === 'HEAD'
  if (!mayAsk(asked, isReading)) return failure(403, 'AccessDenied')
  if (query.has('list-type')) return list(asked, objects)
  if (method === 'POST' && query.has('delete')) return removeMany(asked, objects)
  if (method === 'POST') return multipart(asked, objects, uploads)
  if (method === 'PUT') return put(asked, objects, uploads)
  if (method === 'DELETE') objects.delete(asked.key)
  return isReading ? read(asked, objects) : { status: 204 }
}

function mayAsk({ headers }: Asked, isReading: boolean): boolean {
  const signer = /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1]
  return signer === WRITER || (signer === READER && isReading)
}

function read({ key, headers }: Asked, objects: Map<string, Stored>): Answer {
  const found = objects.get(key)
  if (!found) return failure(404, 'NoSuchKey')
  const { bytes, etag } = found
  const common = { etag, 'last-modified': new Date(0).toUTCString(), 'accept-ranges': 'bytes' }
  const range = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '')
  if (!range) return { status: 200, headers: { ...common, 'content-length': String(bytes.length) }, body: bytes }
  const from = range[1] ? Number(range[1]) : bytes.length - Number(range[2])
  const to = range[1] && range[2] ? Math.min(Number(range[2]), bytes.length - 1) : bytes.length - 1
  const contentRange = `bytes ${from}-${to}/${bytes.length}`
  return { status: 206, headers: { ...common, 'content-range': contentRange }, body: bytes.subarray(from, to + 1) }
}

function put(
  { key, query, headers, body }: Asked,
  objects: Map<string, Stored>,
  uploads: Map<string, Map<number, Buffer>>,
): Answer {
  const upload = uploads.get(query.get('uploadId') ?? '')
  if (upload) upload.set(Number(query.get('partNumber')), body)
  else if (headers['if-none-match'] === '*' && objects.has(key)) return failure(412, 'PreconditionFailed')
  else objects.set(key, stored(body))
  return { status: 200, headers: { etag: objects.get(key)?.etag ?? '"part"' } }
}

function multipart(
  { key, query }: Asked,
  objects: Map<string, Stored>,
  uploads: Map<string, Map<number, Buffer>>,
): Answer {
  const id = query.get('uploadId')
  if (id === null) {
    const fresh = `upload-${uploads.size + 1}`
    uploads.set(fresh, new Map())
    return xml(`<InitiateMultipartUploadResult><UploadId>${fresh}</UploadId></InitiateMultipartUploadResult>`)
  }
  const parts = [...(uploads.get(id) ?? [])].toSorted(([one], [other]) => one - other)
  objects.set(key, stored(Buffer.concat(parts.map(([, part]) => part))))
  return xml(`<CompleteMultipartUploadResult><ETag>"${id}"</ETag></CompleteMultipartUploadResult>`)
}

function removeMany({ key: bucket, body }: Asked, objects: Map<string, Stored>): Answer {
  const keys = [...body.toString().matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key ?? '')
  for (const key of keys) objects.delete(`${bucket.replace(/\/$/, '')}/${key}`)
  return xml(`<DeleteResult>${keys.map((key) => `<Deleted><Key>${key}</Key></Deleted>`).join('')}</DeleteResult>`)
}

function list({ key: bucket, query }: Asked, objects: Map<string, Stored>): Answer {
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? '']
  const root = `${bucket.replace(/\/$/, '')}/`
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(root + prefix))
    .map((key) => key.slice(root.length))
    .toSorted()
  const folders = new Set<string>()
  const contents = keys.filter((key) => {
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
    if (end >= 0) folders.add(key.slice(0, end + 1))
    return end < 0
  })
  const files = contents.map((key) => {
    const { bytes, etag } = objects.get(root + key) ?? stored(Buffer.of())
    const fields = `<Size>${bytes.length}</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified>`
    return `<Contents><Key>${key}</Key>${fields}<ETag>${etag}</ETag></Contents>`
  })
  const common = [...folders].map((folder) => `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`)
  return xml(
    `<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${files.length}</KeyCount>${files.join('')}${common.join('')}</ListBucketResult>`,
  )
}

function stored(bytes: Buffer): Stored {
  return { bytes, etag: `"${createHash('md5').update(bytes).digest('hex')}"` }
}

function xml(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0"?>${body}` }
}

function failure(status: number, code: string): Answer {
  return { ...xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`), status }
}
