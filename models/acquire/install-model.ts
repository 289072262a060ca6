import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogueModel, ModelFile } from '../catalogue.ts'
import { modelBytes } from '../catalogue.ts'
import { modelPath, type InstallRecord, RECORD_NAME } from '../installed.ts'
import { ModelFileError } from '../model-file-error.ts'
import { partSize } from './download-file.ts'
import { hashFile } from './hash-file.ts'
import { type AcquireWay, createMeter, type ModelProgress } from './model-progress.ts'

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
 * Fetches the files of a model into its folder, checks size and hash of each, moves it into place and records the model
 * as installed. A file with a wrong hash is deleted and `ModelFileError` says so; what came of a file that is not
 * complete stays for the next attempt.
 */
export async function* installModel(
  model: CatalogueModel,
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
  throw new ModelFileError(
    sha256 === null
      ? `${file.name} has ${bytes} bytes instead of ${file.bytes}. It was deleted; fetch it again.`
      : `${file.name} is not the file it should be: its SHA-256 is ${sha256}, not ${file.sha256}. It was deleted; fetch it again, or from another place.`,
  )
}

async function* finish(
  model: CatalogueModel,
  source: Source,
  folder: string,
): AsyncGenerator<ModelProgress, void, void> {
  const record: InstallRecord = { version: 1, ...source, installedAt: new Date().toISOString(), model }
  await writeFile(join(folder, `${RECORD_NAME}.part`), JSON.stringify(record, null, 2))
  await rename(join(folder, `${RECORD_NAME}.part`), join(folder, RECORD_NAME))
  yield { type: 'model-end', id: model.id, path: modelPath(model, folder), sha256: model.files[0]?.sha256 ?? '' }
}
