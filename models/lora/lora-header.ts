import { basename } from 'node:path'
import { readGgufMetadata } from '../gguf-header.ts'
import { ModelFileError } from '../model-file-error.ts'

/** What a LoRA adapter says of itself. */
export type LoraHeader = {
  /** Of the model that it was trained for. */
  readonly architecture: string
  readonly leastBytes: number
}

/** Reads the head of a LoRA adapter. Throws `ModelFileError` for any other file, saying what it is. */
export async function readLoraHeader(path: string): Promise<LoraHeader> {
  const { values, leastBytes } = await readGgufMetadata(path)
  const file = basename(path)
  if (values.get('general.type') !== 'adapter')
    throw new ModelFileError(`${file} is no adapter but a model of its own. To take it in: consilium models import`)
  const type = values.get('adapter.type')
  if (type !== 'lora')
    throw new ModelFileError(`${file} is an adapter of the kind ${JSON.stringify(type ?? null)}; only "lora" is known.`)
  const architecture = values.get('general.architecture')
  if (typeof architecture !== 'string') throw new ModelFileError(`${file} does not say for which model it was trained.`)
  return { architecture, leastBytes }
}
