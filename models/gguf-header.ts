import { open } from 'node:fs/promises'
import { basename } from 'node:path'
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
    contextTokens: asNumber(values.get(`${architecture}.context_length`)),
    hasChatTemplate: values.has('tokenizer.chat_template'),
    embeddingLength: asNumber(values.get(`${architecture}.embedding_length`)) ?? 0,
    pooling: asNumber(values.get(`${architecture}.pooling_type`)) ?? 0,
    contextBytesPerToken: contextBytesPerToken(values, architecture),
    leastBytes,
  }
}

const BYTES_PER_NUMBER = 2

function contextBytesPerToken(values: ReadonlyMap<string, GgufValue>, architecture: string): number {
  const of = (key: string) => values.get(`${architecture}.${key}`)
  const layers = asNumber(of('block_count')) ?? 0
  const heads = sum(of('attention.head_count'), layers) / (layers || 1)
  const headLength = heads > 0 ? (asNumber(of('embedding_length')) ?? 0) / heads : 0
  const keyLength = asNumber(of('attention.key_length')) ?? headLength
  const valueLength = asNumber(of('attention.value_length')) ?? headLength
  const keyHeads = sum(of('attention.head_count_kv') ?? of('attention.head_count'), layers)
  return Math.ceil(keyHeads * (keyLength + valueLength) * BYTES_PER_NUMBER)
}

/** Over all layers: the value is one number for every layer, or a list with one for each. */
function sum(value: GgufValue | undefined, layers: number): number {
  if (Array.isArray(value)) return value.reduce((total: number, each) => total + (asNumber(each) ?? 0), 0)
  return (asNumber(value) ?? 0) * layers
}

function text(value: GgufValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function asNumber(value: GgufValue | undefined): number | null {
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

/** Long lists (vocabularies) are passed over and stand as `null`. */
type GgufValue = string | number | boolean | null | readonly GgufValue[]

type GgufEntries = { readonly values: ReadonlyMap<string, GgufValue>; readonly leastBytes: number }

const MAGIC = 'GGUF'
const VERSIONS: readonly number[] = [2, 3]
const DEFAULT_ALIGNMENT = 32
const MOST_ENTRIES = 100_000
const LONGEST_KEPT_LIST = 1024

/** Sizes of the value types 0-7 and 10-12 of the format; 8 is a string, 9 a list. */
const VALUE_BYTES: readonly (number | undefined)[] = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8]
const STRING = 8
const LIST = 9

/**
 * Reads the entries and the tensor table at the start of a GGUF file; null when `head` ends before they do. Throws
 * `DAMAGED` when it is no GGUF file. Format: the description of GGUF in ggml-org/ggml.
 */
export function readGgufEntries(head: Buffer): GgufEntries | null {
  const cursor = { head, at: 0 }
  try {
    return readEntries(cursor)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

type Cursor = { readonly head: Buffer; at: number }

function readEntries(cursor: Cursor): GgufEntries {
  const magic = cursor.head.toString('latin1', 0, 4)
  if (magic !== MAGIC.slice(0, magic.length)) throw new Failure('DAMAGED', message('failures.models.noGguf'))
  cursor.at = 4
  const version = unsigned32(cursor)
  if (!VERSIONS.includes(version)) throw new Failure('DAMAGED', message('failures.models.ggufVersion', { version }))
  const tensors = count(cursor)
  const pairs = count(cursor)
  const values = new Map<string, GgufValue>()
  for (let pair = 0; pair < pairs; pair += 1) {
    const key = string(cursor)
    values.set(key, readValue(cursor, unsigned32(cursor)))
  }
  let dataBytes = 0
  for (let tensor = 0; tensor < tensors; tensor += 1) dataBytes = Math.max(dataBytes, tensorEnd(cursor))
  const alignment = values.get('general.alignment')
  const step = typeof alignment === 'number' && alignment > 0 ? alignment : DEFAULT_ALIGNMENT
  return { values, leastBytes: Math.ceil(cursor.at / step) * step + dataBytes }
}

function tensorEnd(cursor: Cursor): number {
  string(cursor)
  const dimensions = unsigned32(cursor)
  let elements = 1
  for (let dimension = 0; dimension < dimensions; dimension += 1) elements *= unsigned64(cursor)
  const type = unsigned32(cursor)
  return unsigned64(cursor) + tensorBytes(type, elements)
}

function readValue(cursor: Cursor, type: number): GgufValue {
  if (type === STRING) return string(cursor)
  if (type === LIST) return list(cursor)
  const bytes = VALUE_BYTES[type]
  if (bytes === undefined) throw new Failure('DAMAGED', message('failures.models.headerType', { type }))
  const at = take(cursor, bytes)
  return readNumber(cursor.head, at, type)
}

function list(cursor: Cursor): GgufValue {
  const type = unsigned32(cursor)
  const length = unsigned64(cursor)
  const bytes = VALUE_BYTES[type]
  if (length <= LONGEST_KEPT_LIST) return Array.from({ length }, () => readValue(cursor, type))
  if (bytes !== undefined) take(cursor, bytes * length)
  else if (type === STRING) for (let index = 0; index < length; index += 1) take(cursor, unsigned64(cursor))
  else throw new Failure('DAMAGED', message('failures.models.headerList'))
  return null
}

const READERS: readonly ((head: Buffer, at: number) => number | boolean)[] = [
  (head, at) => head.readUInt8(at),
  (head, at) => head.readInt8(at),
  (head, at) => head.readUInt16LE(at),
  (head, at) => head.readInt16LE(at),
  (head, at) => head.readUInt32LE(at),
  (head, at) => head.readInt32LE(at),
  (head, at) => head.readFloatLE(at),
  (head, at) => head.readUInt8(at) !== 0,
]

function readNumber(head: Buffer, at: number, type: number): number | boolean {
  const reader = READERS[type]
  if (reader) return reader(head, at)
  if (type === 10) return Number(head.readBigUInt64LE(at))
  return type === 11 ? Number(head.readBigInt64LE(at)) : head.readDoubleLE(at)
}

function string(cursor: Cursor): string {
  const length = unsigned64(cursor)
  const at = take(cursor, length)
  return cursor.head.toString('utf8', at, at + length)
}

function count(cursor: Cursor): number {
  const number = unsigned64(cursor)
  if (number > MOST_ENTRIES) throw new Failure('DAMAGED', message('failures.models.headerEntries', { count: number }))
  return number
}

function unsigned32(cursor: Cursor): number {
  return cursor.head.readUInt32LE(take(cursor, 4))
}

/** Two halves: through BigInt, reading a vocabulary took four times as long. */
function unsigned64(cursor: Cursor): number {
  const at = take(cursor, 8)
  return cursor.head.readUInt32LE(at) + cursor.head.readUInt32LE(at + 4) * 2 ** 32
}

/** Moves on by `bytes` and gives where they start; a RangeError says that more of the file has to be read. */
function take(cursor: Cursor, bytes: number): number {
  const at = cursor.at
  if (at + bytes > cursor.head.length) throw new RangeError('end of the part read')
  cursor.at = at + bytes
  return at
}

/** Elements and bytes of one block, by ggml type number. Source: ggml-org/ggml `ggml-common.h` and `ggml.h`. */
const BLOCKS: Readonly<Record<number, readonly [elements: number, bytes: number]>> = {
  0: [1, 4],
  1: [1, 2],
  2: [32, 18],
  3: [32, 20],
  6: [32, 22],
  7: [32, 24],
  8: [32, 34],
  9: [32, 36],
  10: [256, 84],
  11: [256, 110],
  12: [256, 144],
  13: [256, 176],
  14: [256, 210],
  15: [256, 292],
  16: [256, 66],
  17: [256, 74],
  18: [256, 98],
  19: [256, 50],
  20: [32, 18],
  21: [256, 110],
  22: [256, 82],
  23: [256, 136],
  24: [1, 1],
  25: [1, 2],
  26: [1, 4],
  27: [1, 8],
  28: [1, 8],
  29: [256, 56],
  30: [1, 2],
  34: [256, 54],
  35: [256, 66],
  39: [32, 17],
}

/** Bytes of a tensor; 0 for a type that is not known here, so that a newer format is never called cut off. */
function tensorBytes(type: number, elements: number): number {
  const block = BLOCKS[type]
  return block ? Math.ceil(elements / block[0]) * block[1] : 0
}
