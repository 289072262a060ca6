import { open, stat, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type AllowNetwork, BrokenConnectionError, type HttpAnswer, httpGet, type HttpLimits } from './http-get.ts'
import { checkDiskSpace, writeError } from '../computer.ts'
import { Failure, saidOf } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

export type Download = {
  readonly address: string
  /** What is in it already is not fetched again. */
  readonly partPath: string
  /** Null when only its publisher knows; then the publisher's host has to state it. */
  readonly expected: { readonly bytes: number; readonly sha256: string } | null
}

export type DownloadSettings = HttpLimits & {
  readonly allowNetwork: AllowNetwork
  /** Attempts after one another that brought nothing. */
  readonly attempts: number
  /** Before the second attempt; doubled each time. */
  readonly retryMs: number
}

export const DOWNLOAD_SETTINGS = { connectMs: 3000, stallMs: 30_000, attempts: 5, retryMs: 1000 } as const

export type Downloaded = { readonly bytes: number; readonly sha256: string }
export type DownloadProgress = { readonly doneBytes: number; readonly bytes: number }

/**
 * Fetches a file into `partPath`, going on where an earlier attempt ended, and gives size and hash that it ought to
 * have; whether it has that hash is for the caller to check. A broken connection is tried again. Throws
 * `FETCH_FAILED`, `NO_SPACE` and what `allowNetwork` throws; an abort keeps the part.
 */
export async function* downloadFile(
  download: Download,
  settings: DownloadSettings,
  signal?: AbortSignal,
): AsyncGenerator<DownloadProgress, Downloaded, void> {
  let fruitless = 0
  for (;;) {
    const before = await partSize(download.partPath)
    if (download.expected && before === download.expected.bytes) return download.expected
    try {
      const done = yield* attempt(download, before, settings, signal)
      if (done) return done
    } catch (error) {
      signal?.throwIfAborted()
      if (!(error instanceof BrokenConnectionError)) throw error
      fruitless = (await partSize(download.partPath)) > before ? 0 : fruitless + 1
      if (fruitless >= settings.attempts) throw gaveUp(download.address, before, error)
    }
    await pause(settings.retryMs, fruitless, signal)
  }
}

async function pause(firstMs: number, fruitless: number, signal: AbortSignal | undefined): Promise<void> {
  if (fruitless > 0) await wait(firstMs * 2 ** (fruitless - 1), undefined, signal ? { signal } : {})
  signal?.throwIfAborted()
}

function gaveUp(address: string, keptBytes: number, cause: BrokenConnectionError): Failure {
  const told = { host: new URL(address).host, reason: cause.said }
  const said =
    keptBytes > 0 ? message('failures.models.fetchBroken', told) : message('failures.models.fetchFailed', told)
  return new Failure('FETCH_FAILED', said, { cause })
}

/** One connection; null when the part was of no use and has to be begun anew. */
async function* attempt(
  { address, partPath, expected }: Download,
  from: number,
  settings: DownloadSettings,
  signal: AbortSignal | undefined,
): AsyncGenerator<DownloadProgress, Downloaded | null, void> {
  const range: Readonly<Record<string, string>> = from > 0 ? { range: `bytes=${from}-` } : {}
  const answer = await httpGet(address, range, settings, settings.allowNetwork, signal)
  const { response } = answer
  try {
    const place = placeOf(answer, from)
    if (place?.startByte !== from) await truncatePart(partPath)
    if (!place) return null
    const wanted = expected ?? stated(answer, place.totalBytes)
    checkSize(answer.host, place, wanted.bytes)
    if (place.startByte === place.totalBytes) return wanted
    await checkDiskSpace(dirname(partPath), wanted.bytes - place.startByte)
    for await (const doneBytes of append(response, partPath, place.startByte, wanted.bytes))
      yield { doneBytes, bytes: wanted.bytes }
    return wanted
  } finally {
    response.destroy()
  }
}

function checkSize(host: string, { totalBytes }: Place, bytes: number): void {
  if (totalBytes === null || totalBytes === bytes) return
  throw new Failure('FETCH_FAILED', message('failures.models.otherSize', { size: totalBytes, expected: bytes, host }))
}

type Place = { readonly startByte: number; readonly totalBytes: number | null }

/** Where the bytes of this answer belong; null when the server cannot go on from `from`. */
function placeOf({ response, host }: HttpAnswer, from: number): Place | null {
  const status = response.statusCode ?? 0
  if (status === 200) return { startByte: 0, totalBytes: whole(response.headers['content-length']) }
  const [, start, total] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(response.headers['content-range'] ?? '') ?? []
  if (status === 206) return start === undefined ? null : rangePlace(Number(start), whole(total), from)
  if (status === 416) return whole(total) === from ? { startByte: from, totalBytes: from } : null
  if (status === 429 || status >= 500) throw new BrokenConnectionError(message('failures.models.answered', { status }))
  throw new Failure('FETCH_FAILED', statusMessage(host, status))
}

function rangePlace(startByte: number, totalBytes: number | null, from: number): Place | null {
  return startByte === from ? { startByte, totalBytes } : null
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null
}

function statusMessage(host: string, status: number): Message {
  const told = { host, status }
  if (status === 404 || status === 410) return message('failures.models.noSuchFile', told)
  if (status === 401 || status === 403) return message('failures.models.fileNotPublic', told)
  return message('failures.models.hostAnswered', told)
}

/** Hugging Face states the SHA-256 of large files as `x-linked-etag`, mirrors that store it themselves as `etag`. */
function stated({ firstHeaders, host }: HttpAnswer, totalBytes: number | null): Downloaded {
  const tag = String(firstHeaders['x-linked-etag'] ?? firstHeaders.etag ?? '').replaceAll(/^W\/|"/g, '')
  const bytes = totalBytes ?? whole(String(firstHeaders['x-linked-size']))
  if (/^[0-9a-f]{64}$/.test(tag) && bytes !== null) return { bytes, sha256: tag }
  throw new Failure('FETCH_FAILED', message('failures.models.notChecked', { host }))
}

async function* append(
  bytes: AsyncIterable<Buffer>,
  path: string,
  startByte: number,
  totalBytes: number,
): AsyncGenerator<number, void, void> {
  await using file = await open(path, 'a')
  let done = startByte
  for await (const chunk of unbroken(bytes)) {
    done += chunk.length
    if (done > totalBytes)
      throw new Failure('FETCH_FAILED', message('failures.models.tooManyBytes', { expected: totalBytes }))
    await file.appendFile(chunk).catch((error: unknown) => {
      throw writeError(error)
    })
    yield done
  }
  await file.sync()
  if (done < totalBytes)
    throw new BrokenConnectionError(message('failures.models.connectionEnded', { expected: totalBytes, done }))
}

async function* unbroken(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  try {
    yield* bytes
  } catch (error) {
    throw new BrokenConnectionError(saidOf(error), { cause: error })
  }
}

/** Bytes of a part that an earlier attempt has left; 0 when there is none. */
export async function partSize(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

async function truncatePart(path: string): Promise<void> {
  if ((await partSize(path)) > 0) await truncate(path, 0)
}
