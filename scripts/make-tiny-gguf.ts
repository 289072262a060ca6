import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { byteVocabulary, type TinyShape, tinyWeights, type Vocabulary } from './gguf/tiny-weights.ts'
import { type GgufValue, writeGguf } from './gguf/write-gguf.ts'

/** Heads of 32 dimensions, so that a quantised key and value cache works as well. */
const shape: TinyShape = { layers: 2, width: 64, feedForward: 128 }
const heads = 2
const contextLength = 8192

const chatTemplate = `{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}{% endfor %}\
{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}`

/**
 * Writes a llama model of random weights, about 470 kB: it loads, streams, obeys grammars and yields probabilities, and what it
 * says means nothing. Tests of the plumbing need no download with it.
 */
export async function makeTinyGguf(path: string): Promise<void> {
  const vocabulary = byteVocabulary()
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, writeGguf(metadata(vocabulary), tinyWeights(shape, vocabulary)))
}

function metadata(vocabulary: Vocabulary): Record<string, GgufValue> {
  return {
    'general.architecture': { type: 'string', value: 'llama' },
    'general.name': { type: 'string', value: 'Consilium tiny random' },
    'general.file_type': uint32(0),
    'llama.context_length': uint32(contextLength),
    'llama.embedding_length': uint32(shape.width),
    'llama.block_count': uint32(shape.layers),
    'llama.feed_forward_length': uint32(shape.feedForward),
    'llama.attention.head_count': uint32(heads),
    'llama.attention.head_count_kv': uint32(heads),
    'llama.attention.layer_norm_rms_epsilon': { type: 'float32', value: 1e-5 },
    'llama.rope.dimension_count': uint32(shape.width / heads),
    'llama.vocab_size': uint32(vocabulary.tokens.length),
    'tokenizer.ggml.model': { type: 'string', value: 'llama' },
    'tokenizer.ggml.tokens': { type: 'strings', value: vocabulary.tokens },
    'tokenizer.ggml.scores': { type: 'float32s', value: vocabulary.scores },
    'tokenizer.ggml.token_type': { type: 'int32s', value: vocabulary.kinds },
    'tokenizer.ggml.unknown_token_id': uint32(vocabulary.unknown),
    'tokenizer.ggml.bos_token_id': uint32(vocabulary.begin),
    'tokenizer.ggml.eos_token_id': uint32(vocabulary.end),
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: true },
    'tokenizer.ggml.add_eos_token': { type: 'bool', value: false },
    'tokenizer.ggml.add_space_prefix': { type: 'bool', value: false },
    'tokenizer.chat_template': { type: 'string', value: chatTemplate },
  }
}

function uint32(value: number): GgufValue {
  return { type: 'uint32', value }
}

if (import.meta.main) {
  const path = process.argv[2]
  if (path === undefined) throw new Error('usage: make-tiny-gguf.ts FILE')
  await makeTinyGguf(path)
}
