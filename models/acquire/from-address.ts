import { join } from 'node:path'
import type { CatalogueModel, ModelFile } from '../catalogue.ts'
import type { FileSet } from '../installed.ts'
import { DOWNLOAD_SETTINGS, type DownloadSettings, downloadFile } from './download-file.ts'
import type { AllowNetwork } from './http-get.ts'
import { installModel, type Known, type ModelProgress, type PartProgress, type Source } from './install-model.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type FromAddressOptions = Partial<Omit<DownloadSettings, 'allowNetwork'>> & {
  readonly modelsFolder: string
  readonly allowNetwork: AllowNetwork
}

/** Gets a model from Hugging Face, or a mirror that has the same paths, resuming what was begun. Address without `/` at its end. */
export function fromHuggingFace(
  model: CatalogueModel,
  options: FromAddressOptions & { readonly host?: string },
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const host = options.host ?? 'https://huggingface.co'
  const addressOf = ({ name, huggingFace }: ModelFile) => {
    if (!huggingFace)
      throw new Failure('FETCH_FAILED', message('failures.models.notOffered', { model: model.title, file: name }))
    return `${host}/${huggingFace.repository}/resolve/main/${huggingFace.file}`
  }
  return fetched(model, { way: 'huggingface', address: host }, addressOf, options, signal)
}

/** Gets a model of one file from an address of the user's, such as a mirror in the house. */
export function fromAddress(
  model: CatalogueModel,
  address: string,
  options: FromAddressOptions,
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const addressOf = () => {
    if (model.files.length === 1) return address
    throw new Failure(
      'FETCH_FAILED',
      message('failures.models.severalFiles', { model: model.title, count: model.files.length }),
    )
  }
  return fetched(model, { way: 'address', address }, addressOf, options, signal)
}

/** Gets each file that is not there yet from its address. */
export function fetched(
  model: FileSet,
  source: Source,
  addressOf: (file: ModelFile) => string,
  options: FromAddressOptions,
  signal: AbortSignal | undefined,
): AsyncGenerator<ModelProgress, void, void> {
  const settings = { ...DOWNLOAD_SETTINGS, ...options }
  async function* fill(
    folder: string,
    missing: readonly ModelFile[],
  ): AsyncGenerator<PartProgress, readonly Known<ModelFile>[], void> {
    const known: Known<ModelFile>[] = []
    for (const file of missing) {
      const { name, bytes, sha256 } = file
      const parts = downloadFile(
        {
          address: addressOf(file),
          partPath: join(folder, `${name}.part`),
          expected: sha256 === null ? null : { bytes, sha256 },
        },
        settings,
        signal,
      )
      for (;;) {
        const next = await parts.next()
        if (next.done) {
          known.push({ ...file, ...next.value })
          break
        }
        yield { name, ...next.value }
      }
    }
    return known
  }
  return installModel(model, source, options.modelsFolder, fill, signal)
}
