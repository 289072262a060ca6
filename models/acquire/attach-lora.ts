import { copyFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { checkDiskSpace, writeError } from '../computer.ts'
import { hashFile } from './install-model.ts'
import { readGgufHeader, readLoraHeader } from '../gguf-header.ts'
import { LORA_RECORD, loraFile, type LoraRecord } from '../attached-lora.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type AttachOptions = {
  readonly file: string
  /** How strongly it changes the model; 1 as it was trained. */
  readonly scale: number
  /** The GGUF file of the model, and the folder that it stands in. */
  readonly modelFile: string
  readonly folder: string
  readonly now: Date
}

/**
 * Copies a LoRA adapter beside a model that it fits, in the place of an earlier one. Throws `DAMAGED` when it is none, was
 * cut off, or is for models of another architecture; then all stays as it was.
 */
export async function attachLora({ file, scale, modelFile, folder, now }: AttachOptions): Promise<LoraRecord> {
  const { size } = await stat(file).catch((error: unknown) => {
    throw new Failure('DAMAGED', message('failures.models.notReadable', { file }), { cause: error })
  })
  const { architecture, leastBytes } = await readLoraHeader(file)
  const model = await readGgufHeader(modelFile)
  const name = basename(file)
  if (architecture !== model.architecture)
    throw new Failure(
      'DAMAGED',
      message('failures.models.otherArchitecture', { here: model.architecture, name, architecture }),
    )
  if (size < leastBytes)
    throw new Failure('DAMAGED', message('failures.models.endsEarly', { name, size, needed: leastBytes }))
  const part = join(folder, 'lora-adapter.part')
  try {
    await checkDiskSpace(folder, size)
    await copyFile(file, part)
    const record: LoraRecord = {
      version: 1,
      name,
      sha256: await hashFile(part),
      bytes: size,
      scale,
      attachedAt: now.toISOString(),
    }
    const adapter = loraFile(record.sha256)
    await rename(part, join(folder, adapter))
    await writeFile(join(folder, LORA_RECORD), `${JSON.stringify(record, null, 2)}\n`)
    await removeAdapters(folder, adapter)
    return record
  } catch (error) {
    await rm(part, { force: true })
    throw writeError(error)
  }
}

/** Does nothing where there is none. */
export async function detachLora(folder: string): Promise<void> {
  await rm(join(folder, LORA_RECORD), { force: true })
  await removeAdapters(folder, null)
}

async function removeAdapters(folder: string, but: string | null): Promise<void> {
  const adapters = (await readdir(folder)).filter((name) => /^lora-adapter-\w+\.gguf$/.test(name) && name !== but)
  await Promise.all(adapters.map((name) => rm(join(folder, name), { force: true })))
}
