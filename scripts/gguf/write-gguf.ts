export type GgufValue =
  | { readonly type: 'uint32' | 'float32'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'strings'; readonly value: readonly string[] }
  | { readonly type: 'int32s' | 'float32s'; readonly value: readonly number[] }

export type GgufTensor = {
  readonly name: string
  /** Fastest-running dimension first, as ggml counts. */
  readonly shape: readonly number[]
  readonly values: Float32Array
}

const alignment = 32
/** The numbers that the GGUF specification gives to value types. */
const typeNumber = { uint32: 4, int32: 5, float32: 6, bool: 7, string: 8, array: 9 } as const
const tensorTypeF32 = 0

/** A GGUF file, version 3, little endian, with 32-bit tensors. */
export function writeGguf(metadata: Readonly<Record<string, GgufValue>>, tensors: readonly GgufTensor[]): Buffer {
  const entries = Object.entries(metadata)
  const head = [Buffer.from('GGUF'), uint32(3), uint64(tensors.length), uint64(entries.length)]
  for (const [key, value] of entries) head.push(string(key), metadataValue(value))
  let offset = 0
  for (const { name, shape, values } of tensors) {
    head.push(string(name), uint32(shape.length), ...shape.map(uint64), uint32(tensorTypeF32), uint64(offset))
    offset = aligned(offset + values.byteLength)
  }
  const headBytes = Buffer.concat(head)
  return Buffer.concat([padded(headBytes), ...tensors.map((tensor) => padded(Buffer.from(tensor.values.buffer)))])
}

function metadataValue(entry: GgufValue): Buffer {
  switch (entry.type) {
    case 'uint32':
      return Buffer.concat([uint32(typeNumber.uint32), uint32(entry.value)])
    case 'float32':
      return Buffer.concat([uint32(typeNumber.float32), float32(entry.value)])
    case 'bool':
      return Buffer.concat([uint32(typeNumber.bool), Buffer.from([entry.value ? 1 : 0])])
    case 'string':
      return Buffer.concat([uint32(typeNumber.string), string(entry.value)])
    case 'strings':
      return array(typeNumber.string, entry.value.map(string))
    case 'int32s':
      return array(typeNumber.int32, entry.value.map(uint32))
    case 'float32s':
      return array(typeNumber.float32, entry.value.map(float32))
  }
}

function array(elementType: number, elements: readonly Buffer[]): Buffer {
  return Buffer.concat([uint32(typeNumber.array), uint32(elementType), uint64(elements.length), ...elements])
}

function string(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  return Buffer.concat([uint64(bytes.length), bytes])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function float32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)])
}
