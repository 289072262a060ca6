import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isAlive } from '../../processes/system-processes.ts'
import { programIn, programName } from './electron-program.ts'

/** A network that says nothing for so long is taken for none: whoever is offline waits no longer than this for the window. */
const ANSWER_MS = 3000
/** A download that has begun may be slow, but not silent. */
const SILENCE_MS = 20_000

export type CompletionOptions = {
  /** The folder of the npm package `electron`: its version, its checksums, and `dist`, which is to be filled. */
  readonly folder: string
  readonly platform: string
  readonly arch: string
  /** Called before anything is asked of the network, with the host that is asked. */
  readonly onFetch: (host: string) => void
  /** With a share between 0 and 1. */
  readonly onProgress: (share: number) => void
  /** How long nothing at all may be answered; three seconds where it is not given. */
  readonly answerMs?: number
}

/**
 * Completes the npm package `electron` with its program, by the parts that its own `install.js` uses: the same address (or the mirror
 * that npm is set to) and the checksums that the package carries. The program appears whole or not at all. Throws with a message for
 * the user, and leaves all as it was, where there is no network, no answer in time, or another file than the checksum's.
 */
export async function completeElectron(options: CompletionOptions): Promise<void> {
  const { folder, platform, arch } = options
  const ofElectron = createRequire(import.meta.resolve('electron/package.json'))
  const { downloadArtifact } = ofElectron('@electron/get') as ElectronGet
  const { extract } = ofElectron('@electron-internal/extract-zip') as ExtractZip
  const { version } = await readJson<{ readonly version: string }>(join(folder, 'package.json'))
  const checksums = await readJson<Record<string, string>>(join(folder, 'checksums.json'))
  if (!checksums[`electron-v${version}-${platform}-${arch}.zip`])
    throw new Error(`there is no Electron for ${platform} on ${arch}`)
  await removeLeftovers(folder)
  // Beside `dist`, so that it can be moved there in one step.
  const work = await mkdtemp(join(folder, `${UNFINISHED}${process.pid}-`))
  try {
    const zip = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform,
      arch,
      checksums,
      tempDirectory: work,
      downloader: { download: (address, file) => download(address, file, options) },
      ...(process.env.electron_config_cache ? { cacheRoot: process.env.electron_config_cache } : {}),
    }).catch((error: unknown) => {
      throw inPlainWords(error)
    })
    const unpacked = join(work, 'dist')
    await extract(zip, { dir: unpacked })
    if (!programIn(unpacked, platform)) throw new Error('the download holds no program')
    await putInPlace(unpacked, join(folder, 'dist'), platform)
    // Where the package itself looks for its program.
    await writeFile(join(folder, 'path.txt'), programName(platform))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Two starts at the same time complete it both; what the first has put there may be running by now, and is left. */
async function putInPlace(unpacked: string, dist: string, platform: string): Promise<void> {
  if (programIn(dist, platform)) return
  await rm(dist, { recursive: true, force: true })
  await rename(unpacked, dist).catch((error: unknown) => {
    if (!programIn(dist, platform)) throw error
  })
}

const UNFINISHED = 'unfinished-'

type ElectronGet = {
  downloadArtifact(details: {
    readonly version: string
    readonly artifactName: string
    readonly platform: string
    readonly arch: string
    readonly checksums: Readonly<Record<string, string>>
    readonly cacheRoot?: string
    readonly tempDirectory: string
    readonly downloader: { download(address: string, file: string): Promise<void> }
  }): Promise<string>
}
type ExtractZip = { extract(zip: string, options: { readonly dir: string }): Promise<void> }

/**
 * What a kill left; its process is named in the folder's name. One of this very process was left by another of the same number, as each
 * start of a container has it: this one has made none yet.
 */
async function removeLeftovers(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => {
    const pid = new RegExp(`^${UNFINISHED}(\\d+)`).exec(name)?.[1]
    return pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))
  })
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

async function download(address: string, file: string, options: CompletionOptions): Promise<void> {
  const { onFetch, onProgress, answerMs = ANSWER_MS } = options
  const { host } = new URL(address)
  const patience = new AbortController()
  const giveUp = (why: string) => patience.abort(new Error(why))
  let clock = setTimeout(giveUp, answerMs, `${host} does not answer`)
  onFetch(host)
  try {
    const { ok, status, body, headers } = await fetch(address, { signal: patience.signal })
    if (!ok || !body) throw new Error(`${host} answered ${status}`)
    const bytes = Number(headers.get('content-length'))
    let done = 0
    const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        clearTimeout(clock)
        clock = setTimeout(giveUp, SILENCE_MS, `${host} stopped sending`)
        done += chunk.length
        if (bytes > 0) onProgress(done / bytes)
        yield chunk
      }
    }
    await pipeline(body, counted, createWriteStream(file), { signal: patience.signal })
  } catch (error) {
    // A pipeline says only that it was aborted.
    throw patience.signal.aborted ? (patience.signal.reason as Error) : error
  } finally {
    clearTimeout(clock)
  }
}

/** What Node and the checksum's reader throw says little to somebody who wanted to open a window. */
function inPlainWords(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  if (error.constructor.name === 'ChecksumMismatchError')
    return new Error('the download does not match its checksum and was deleted', { cause: error })
  const { code } = (error.cause ?? error) as NodeJS.ErrnoException
  if (!code) return error
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'the connection was refused',
    ENOTFOUND: 'there is no network',
    EAI_AGAIN: 'there is no network',
    ENOSPC: 'the disk is full',
    UND_ERR_SOCKET: 'the connection broke',
  }
  return new Error(known[code] ?? `the connection failed: ${code}`, { cause: error })
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T
}
