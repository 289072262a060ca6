import { type Message, message } from '../wording/message.ts'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type AttachedLora, loraIn, modelIdentity } from './attached-lora.ts'
import { type CatalogueModel, readModel } from './catalogue.ts'

/** Written beside the files of a model once all of them were checked. */
export const RECORD_NAME = 'model.json'

/** A model, or what is fetched like one: its files lie in a folder of its name. */
export type FileSet = Pick<CatalogueModel, 'id' | 'files'>

export type InstallRecord = {
  readonly version: 1
  readonly way: string
  readonly address: string
  readonly installedAt: string
  /** As it was installed, with the sizes and hashes found: a later catalogue does not change it. */
  readonly model: FileSet
}

export type InstalledModel = {
  readonly model: CatalogueModel
  /** A GGUF file, or the folder of a model of several files. */
  readonly path: string
  /** Hash of the weights; with an adapter of both (`modelIdentity`). */
  readonly sha256: string
  readonly installedAt: string
  /** The adapter that it is used with. */
  readonly lora: AttachedLora | null
  /** Why it cannot be used: a file is missing or has changed its size. Null when all is well. */
  readonly damage: Message | null
}

const Record = z.object({
  version: z.literal(1),
  way: z.string(),
  address: z.string(),
  installedAt: z.string(),
  model: z.unknown(),
})

/**
 * The models in the home's folder of models. Their files are compared by size; the hash was checked when they came, and
 * hashing gigabytes at every start would cost seconds.
 */
export async function listInstalled(modelsFolder: string): Promise<readonly InstalledModel[]> {
  const entries = await readdir(modelsFolder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(modelsFolder, entry.name))
  const found = await Promise.all(folders.map(readInstalled))
  return found.filter((model) => model !== null)
}

/** Takes a model away with all its files, also one that came only in part. */
export async function removeModel(modelsFolder: string, id: string): Promise<void> {
  if (!/^\w[\w.+-]*$/.test(id)) throw new Error(`"${id}" is no id of a model.`)
  await rm(join(modelsFolder, id), { recursive: true, force: true })
}

/** Bytes of a model that an interrupted attempt has left, also in files that are whole; the next one goes on from there. */
export async function partialBytes(modelsFolder: string, model: FileSet): Promise<number> {
  const folder = join(modelsFolder, model.id)
  const sizes = await Promise.all(
    model.files.map(async ({ name, bytes }) => {
      const whole = await fileSize(join(folder, name))
      return whole === bytes ? whole : fileSize(join(folder, `${name}.part`))
    }),
  )
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}

/** Where a process loads it from: its file, or its folder when it has several. */
export function modelPath(model: FileSet, folder: string): string {
  const [first, ...more] = model.files
  return first && more.length === 0 ? join(folder, first.name) : folder
}

async function readInstalled(folder: string): Promise<InstalledModel | null> {
  const text = await readFile(join(folder, RECORD_NAME), 'utf8').catch(() => null)
  if (text === null) return null
  const record = readRecord(text)
  const model = readModel(record?.model)
  // Of a newer version, or damaged: as if the model were not there. Fetched again, it gets a record that can be read.
  if (!record || !model) return null
  const { lora, damage } = await loraIn(folder)
  return {
    model,
    path: modelPath(model, folder),
    sha256: modelIdentity(model.files[0]?.sha256 ?? '', lora),
    installedAt: record.installedAt,
    lora,
    damage: (await damageOf(model, folder)) ?? damage,
  }
}

function readRecord(text: string): z.infer<typeof Record> | null {
  try {
    return Record.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function damageOf(model: CatalogueModel, folder: string): Promise<Message | null> {
  for (const { name, bytes } of model.files) {
    const size = await fileSize(join(folder, name))
    if (size === null) return message('models.damage.missing', { file: name })
    if (size !== bytes) return message('models.damage.size', { file: name, size, expected: bytes })
  }
  return null
}

async function fileSize(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  )
}
