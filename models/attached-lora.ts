import { type Message, message } from '../wording/message.ts'
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

/** Beside the files of a model: which adapter it is used with. */
export const LORA_RECORD = 'lora.json'

/** By its hash: a model that is in use under one adapter never finds another in its place. */
export function loraFile(sha256: string): string {
  return `lora-adapter-${sha256.slice(0, 16)}.gguf`
}

export const LoraRecord = z.object({
  version: z.literal(1),
  /** As the file was called, for people. */
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  scale: z.number(),
  attachedAt: z.string(),
})
export type LoraRecord = z.infer<typeof LoraRecord>

export type AttachedLora = Omit<LoraRecord, 'version'> & { readonly path: string }

export type LoraInFolder = { readonly lora: AttachedLora | null; readonly damage: Message | null }

/** The adapter of the model in a folder; `damage`: why the model must not be used, for without it it is another one. */
export async function loraIn(folder: string): Promise<LoraInFolder> {
  const text = await readFile(join(folder, LORA_RECORD), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return { lora: null, damage: null }
  const record = LoraRecord.safeParse(parsed(text)).data
  if (!record) return { lora: null, damage: message('models.damage.adapterRecord', { file: LORA_RECORD }) }
  const { version: _, ...lora } = record
  const path = join(folder, loraFile(lora.sha256))
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  )
  if (size === null)
    return { lora: { ...lora, path }, damage: message('models.damage.adapterMissing', { name: lora.name }) }
  if (size !== lora.bytes)
    return {
      lora: { ...lora, path },
      damage: message('models.damage.adapterSize', { name: lora.name, size, expected: lora.bytes }),
    }
  return { lora: { ...lora, path }, damage: null }
}

/**
 * What stands for a model in answers, calibrations and thresholds: the hash of its file, and with an adapter one of both and of the
 * scale, so that nothing measured for the one counts for the other.
 */
export function modelIdentity(sha256: string, lora: Pick<AttachedLora, 'sha256' | 'scale'> | null): string {
  if (lora === null) return sha256
  return createHash('sha256').update(`${sha256} lora ${lora.sha256} ${lora.scale}`).digest('hex')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
