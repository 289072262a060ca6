import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type GgufEntries, type GgufValue, readGgufEntries } from './gguf-entries.ts'
import { Failure } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

/** What a GGUF file says of itself, as far as we use it. */
export type GgufHeader = {
  readonly architecture: string
  readonly name: string | null
  /** Tokens it was trained for. */
  readonly contextTokens: number | null
  readonly hasChatTemplate: boolean
  readonly embeddingLength: number
  /** How llama.cpp makes one vector of a text: 0 it does not, 1 mean, 2 first token, 3 last token, 4 it ranks. */
  readonly pooling: number
  /** Memory for keys and values of one token at 16 bits; too high for hybrid and sliding-window models, never too low. */
  readonly contextBytesPerToken: number
  /** Where its last tensor ends: a shorter file was cut off. */
  readonly leastBytes: number
}

const FIRST_READ_BYTES = 1024 * 1024

/** Vocabularies of 250,000 words need about 12 MB. */
const MOST_HEADER_BYTES = 256 * 1024 * 1024

/** Reads the head of a model (GGUF, versions 2 and 3). Throws `DAMAGED` when it is none, cut off in its head, or an adapter. */
export async function readGgufHeader(path: string): Promise<GgufHeader> {
  const { values, leastBytes } = await readGgufMetadata(path)
  if (values.get('general.type') === 'adapter') throw new Failure('DAMAGED', message('failures.models.isAdapter'))
  return header(values, leastBytes)
}

/** All that the head of a GGUF file says. */
async function readGgufMetadata(path: string): Promise<GgufEntries> {
  await using file = await open(path)
  const { size } = await file.stat()
  for (let bytes = FIRST_READ_BYTES; ; bytes *= 4) {
    const head = Buffer.alloc(Math.min(bytes, size))
    await file.read(head, 0, head.length, 0)
    const entries = readGgufEntries(head)
    if (entries) return entries
    if (head.length === size)
      throw new Failure('DAMAGED', message('failures.models.headerCut', { size: { bytes: size } }))
    if (bytes >= MOST_HEADER_BYTES)
      throw new Failure('DAMAGED', message('failures.models.headerTooLarge', { most: { bytes: MOST_HEADER_BYTES } }))
  }
}

function header(values: ReadonlyMap<string, GgufValue>, leastBytes: number): GgufHeader {
  const architecture = text(values.get('general.architecture'))
  if (architecture === null) throw new Failure('DAMAGED', message('failures.models.noArchitecture'))
  return {
    architecture,
    name: text(values.get('general.name')),
    contextTokens: number(values.get(`${architecture}.context_length`)),
    hasChatTemplate: values.has('tokenizer.chat_template'),
    embeddingLength: number(values.get(`${architecture}.embedding_length`)) ?? 0,
    pooling: number(values.get(`${architecture}.pooling_type`)) ?? 0,
    contextBytesPerToken: contextBytesPerToken(values, architecture),
    leastBytes,
  }
}

const BYTES_PER_NUMBER = 2

function contextBytesPerToken(values: ReadonlyMap<string, GgufValue>, architecture: string): number {
  const of = (key: string) => values.get(`${architecture}.${key}`)
  const layers = number(of('block_count')) ?? 0
  const heads = sum(of('attention.head_count'), layers) / (layers || 1)
  const headLength = heads > 0 ? (number(of('embedding_length')) ?? 0) / heads : 0
  const keyLength = number(of('attention.key_length')) ?? headLength
  const valueLength = number(of('attention.value_length')) ?? headLength
  const keyHeads = sum(of('attention.head_count_kv') ?? of('attention.head_count'), layers)
  return Math.ceil(keyHeads * (keyLength + valueLength) * BYTES_PER_NUMBER)
}

/** Over all layers: the value is one number for every layer, or a list with one for each. */
function sum(value: GgufValue | undefined, layers: number): number {
  if (Array.isArray(value)) return value.reduce((total: number, each) => total + (number(each) ?? 0), 0)
  return (number(value) ?? 0) * layers
}

function text(value: GgufValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function number(value: GgufValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** What a LoRA adapter says of itself. */
type LoraHeader = {
  /** Of the model that it was trained for. */
  readonly architecture: string
  readonly leastBytes: number
}

/** Reads the head of a LoRA adapter. Throws `DAMAGED` for any other file, saying what it is. */
export async function readLoraHeader(path: string): Promise<LoraHeader> {
  const { values, leastBytes } = await readGgufMetadata(path)
  const file = basename(path)
  if (values.get('general.type') !== 'adapter')
    throw new Failure('DAMAGED', message('failures.models.noAdapter', { file }))
  const type = values.get('adapter.type')
  if (type !== 'lora')
    throw new Failure('DAMAGED', message('failures.models.otherAdapter', { kind: JSON.stringify(type ?? null), file }))
  const architecture = values.get('general.architecture')
  if (typeof architecture !== 'string')
    throw new Failure('DAMAGED', message('failures.models.adapterOfNothing', { file }))
  return { architecture, leastBytes }
}
