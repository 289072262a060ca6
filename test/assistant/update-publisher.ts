import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { UpdateSource } from '../../assistant/assembly/update-checks.ts'
import type { PackageKind } from '../../contract/update.ts'
import { sendFile, serveFiles } from '../models/acquire/file-server.ts'

const KEYS = generateKeyPairSync('ed25519')
export const STRANGER = generateKeyPairSync('ed25519').privateKey

/** Not a multiple of what a socket carries at a time, and of more than one of them. */
export const NEW_PROGRAM = Buffer.alloc(3_000_007, 'the newer version ')

type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface UpdatePublisher extends AsyncDisposable {
  readonly source: UpdateSource
  readonly publisher: KeyObject
  /** The address of each request. */
  readonly seen: string[]
  /** The `Range` of each request, or null. */
  readonly ranges: readonly (string | null)[]
  /** What is offered, and how its file is given; to be changed by a test. */
  readonly offers: {
    version: string
    address: string
    sha256: string
    by: KeyObject
    answer: Answer
  }
}

export const whole: Answer = (request, response) => sendFile(NEW_PROGRAM, request, response)

/** Sends so much of the rest and then nothing more. */
export const stalledAfter =
  (bytes: number): Answer =>
  (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const left = NEW_PROGRAM.length - start
    response.writeHead(start ? 206 : 200, {
      'content-length': left,
      ...(start ? { 'content-range': `bytes ${start}-${NEW_PROGRAM.length - 1}/${NEW_PROGRAM.length}` } : {}),
    })
    response.write(NEW_PROGRAM.subarray(start, start + bytes))
  }

/** A server of the publisher's, with a signed notice of a newer version and its package for this system. */
export async function servePublisher(kind: PackageKind): Promise<UpdatePublisher> {
  const seen: string[] = []
  const offers = {
    version: '99.0.0',
    address: 'files/Consilium-99.0.0.package',
    sha256: createHash('sha256').update(NEW_PROGRAM).digest('hex'),
    by: KEYS.privateKey,
    answer: whole,
  }
  const server = await serveFiles((request, response) => {
    seen.push(request.url ?? '')
    if (request.url !== '/latest.json') return offers.answer(request, response)
    const { version, address, sha256, by } = offers
    const file = { system: `${process.platform}-${process.arch}`, kind, address, bytes: NEW_PROGRAM.length, sha256 }
    const others = [
      { ...file, system: 'plan9-mips' },
      { ...file, kind: 'hologram' },
    ]
    const page = 'https://consilium.example/'
    const text = { format: 'consilium-update-1', version, published: '2027-03-01', page, files: [...others, file] }
    const notice = Buffer.from(JSON.stringify(text))
    const signature = sign(null, notice, by).toString('base64')
    response.end(JSON.stringify({ notice: notice.toString('base64'), signature }))
  })
  return {
    source: {
      address: new URL('/latest.json', server.address).href,
      publicKey: KEYS.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    },
    publisher: KEYS.privateKey,
    seen,
    ranges: server.ranges,
    offers,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
