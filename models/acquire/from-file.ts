import { createHash } from 'node:crypto'
import { open, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { CatalogueModel, ModelFile } from '../catalogue.ts'
import { type GgufHeader, readGgufHeader } from '../gguf-header.ts'
import { checkDiskSpace, writeError } from '../computer.ts'
import { type FillParts, installModel, type Known, type ModelProgress, type PartProgress } from './install-model.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

const READ_BYTES = 1024 * 1024
const UNKNOWN = 'not stated'

/** Copies a GGUF file of the user's into the models folder; the file itself is not touched. Throws `DAMAGED`. */
export async function* fromFile(
  path: string,
  catalogue: readonly CatalogueModel[],
  modelsFolder: string,
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const model = await modelInFile(path, catalogue)
  const fill: FillParts = async function* (folder) {
    const known: Known<ModelFile>[] = []
    for (const file of model.files) {
      const part = join(folder, `${file.name}.part`)
      await rm(part, { force: true })
      await checkDiskSpace(folder, file.bytes)
      const sha256 = yield* copyHashed(path, part, file, signal)
      known.push({ ...file, sha256: file.sha256 ?? sha256 })
    }
    return known
  }
  yield* installModel(model, { way: 'file', address: path }, modelsFolder, fill, signal)
}

/** Says which model a file holds: one of the catalogue when name and size are its, else what its header tells. */
async function modelInFile(path: string, catalogue: readonly CatalogueModel[]): Promise<CatalogueModel> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw new Failure('DAMAGED', message('failures.models.notReadable', { file: path }), { cause: error })
  })
  const header = await readGgufHeader(path)
  if (size < header.leastBytes)
    throw new Failure(
      'DAMAGED',
      message('failures.models.endsEarly', {
        name: basename(path),
        size,
        needed: header.leastBytes,
      }),
    )
  const known = catalogue.find(({ files: [first, ...more] }) => more.length === 0 && isSame(first, path, size))
  return known ?? described(header, basename(path), size)
}

function isSame(file: ModelFile | undefined, path: string, size: number): boolean {
  return file !== undefined && file.bytes === size && file.name.toLowerCase() === basename(path).toLowerCase()
}

/** `pooling_type` of llama.cpp: 0 none, 4 a reranker, the others embedding models. */
const RERANKER_POOLING = 4

function described(header: GgufHeader, fileName: string, bytes: number): CatalogueModel {
  const name = fileName.replaceAll(/[^\w.+-]/g, '-').replace(/^[^\w]+/, '') || 'model.gguf'
  const common = {
    id: name.replace(/\.gguf$/i, '').toLowerCase(),
    title: header.name ?? name,
    licence: UNKNOWN,
    languages: UNKNOWN,
    note: 'own',
    files: [{ name, bytes, sha256: null }],
  }
  if (header.pooling === RERANKER_POOLING)
    throw new Failure('DAMAGED', message('failures.models.reranker', { file: fileName }))
  if (header.pooling > 0)
    return {
      ...common,
      kind: 'embedding',
      embedding: {
        format: 'gguf',
        dimensions: header.embeddingLength,
        maxTokens: Math.min(512, header.contextTokens ?? 512),
        pooling: header.pooling === 3 ? 'last' : header.pooling === 2 ? 'cls' : 'mean',
        queryPrefix: '',
        passagePrefix: '',
      },
    }
  const language = {
    contextTokens: header.contextTokens ?? 2048,
    contextBytesPerToken: Math.max(1, header.contextBytesPerToken),
    thinks: false,
  }
  return { ...common, kind: 'language', language }
}

async function* copyHashed(
  from: string,
  to: string,
  { name, bytes }: ModelFile,
  signal: AbortSignal | undefined,
): AsyncGenerator<PartProgress, string, void> {
  await using source = await open(from)
  await using target = await open(to, 'w')
  const hash = createHash('sha256')
  let doneBytes = 0
  for await (const chunk of source.createReadStream({ highWaterMark: READ_BYTES, autoClose: false })) {
    signal?.throwIfAborted()
    hash.update(chunk as Buffer)
    await target.appendFile(chunk as Buffer).catch((error: unknown) => {
      throw writeError(error)
    })
    doneBytes += (chunk as Buffer).length
    yield { name, doneBytes, bytes }
  }
  await target.sync()
  return hash.digest('hex')
}
