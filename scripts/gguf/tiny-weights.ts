import { seededRandom } from '../seeded-random.ts'
import type { GgufTensor } from './write-gguf.ts'

export type TinyShape = {
  readonly layers: number
  readonly width: number
  readonly feedForward: number
}

/** Roughly how often a character comes in English text, in per cent: so that what the model writes looks like words. */
const letters: Readonly<Record<string, number>> = {
  e: 10,
  t: 7,
  a: 6.5,
  o: 6,
  i: 5.5,
  n: 5.5,
  s: 5,
  h: 5,
  r: 5,
  d: 3.5,
  l: 3.2,
  c: 2.2,
  u: 2.2,
  m: 2,
  w: 1.9,
  f: 1.8,
  g: 1.6,
  y: 1.6,
  p: 1.5,
  b: 1.2,
  v: 0.8,
  k: 0.6,
  '.': 1,
  ',': 1,
}

/**
 * Random weights, the same on every run, with one thing built in: the first of the hidden dimensions is nearly constant, so
 * that its row in the output matrix acts as a bias towards letters. Plain random weights would write invalid UTF-8.
 */
export function tinyWeights({ layers, width, feedForward }: TinyShape, vocabulary: Vocabulary): readonly GgufTensor[] {
  const normal = normalNumbers(7)
  const matrix = (name: string, inputs: number, outputs: number, scale: number): GgufTensor => ({
    name: `${name}.weight`,
    shape: [inputs, outputs],
    values: Float32Array.from({ length: inputs * outputs }, () => normal() * scale),
  })
  const ones = (name: string): GgufTensor => ({
    name: `${name}.weight`,
    shape: [width],
    values: new Float32Array(width).fill(1),
  })
  const scale = 1 / Math.sqrt(width)
  return [
    withConstant(matrix('token_embd', width, vocabulary.tokens.length, 1), width),
    ...Array.from({ length: layers }, (_, layer) => [
      ones(`blk.${layer}.attn_norm`),
      matrix(`blk.${layer}.attn_q`, width, width, scale),
      matrix(`blk.${layer}.attn_k`, width, width, scale),
      matrix(`blk.${layer}.attn_v`, width, width, scale),
      matrix(`blk.${layer}.attn_output`, width, width, scale),
      ones(`blk.${layer}.ffn_norm`),
      matrix(`blk.${layer}.ffn_gate`, width, feedForward, scale),
      matrix(`blk.${layer}.ffn_up`, width, feedForward, scale),
      matrix(`blk.${layer}.ffn_down`, feedForward, width, 1 / Math.sqrt(feedForward)),
    ]).flat(),
    ones('output_norm'),
    withBias(matrix('output', width, vocabulary.tokens.length, scale / 2), width, vocabulary),
  ]
}

const constant = 4

function withConstant(tensor: GgufTensor, width: number): GgufTensor {
  return { ...tensor, values: tensor.values.map((value, index) => (index % width === 0 ? constant : value)) }
}

function withBias(tensor: GgufTensor, width: number, vocabulary: Vocabulary): GgufTensor {
  const bias = (token: number): number => Math.log(likelihood(token, vocabulary)) / constant
  return { ...tensor, values: tensor.values.map((value, index) => (index % width === 0 ? bias(index / width) : value)) }
}

/** Letters as in English, the end about once in a hundred, other printable characters seldom, the rest hardly ever. */
function likelihood(token: number, { firstByte, space, end }: Vocabulary): number {
  if (token === end) return 1
  if (token === space) return 18
  const byte = token - firstByte
  if (byte <= 0x20 || byte > 0x7e) return 1e-7
  return letters[String.fromCharCode(byte)] ?? 0.02
}

/** Normally distributed numbers, by the method of Box and Muller. */
function normalNumbers(seed: number): () => number {
  const random = seededRandom(seed)
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** The tokens of a SentencePiece vocabulary of single bytes, with the scores and kinds that GGUF stores beside them. */
export type Vocabulary = {
  readonly tokens: readonly string[]
  readonly scores: readonly number[]
  /** 1 normal, 2 unknown, 3 control, 6 byte (`llama_token_type`). */
  readonly kinds: readonly number[]
  readonly begin: number
  readonly end: number
  readonly unknown: number
  readonly space: number
  /** The token of byte 0. */
  readonly firstByte: number
}

const specialTokens = ['<unk>', '<s>', '</s>', '<|im_start|>', '<|im_end|>'] as const

/** SentencePiece writes spaces as this character; without a token of its own it would come back as three bytes, not as a space. */
const space = '\u2581'

/** Every byte is a token and nothing is merged: any text can be read and written, one token a byte. */
export function byteVocabulary(): Vocabulary {
  const byteTokens = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`)
  const tokens = [...specialTokens, ...byteTokens, space]
  return {
    tokens,
    scores: tokens.map(() => 0),
    kinds: [2, ...specialTokens.slice(1).map(() => 3), ...byteTokens.map(() => 6), 1],
    unknown: specialTokens.indexOf('<unk>'),
    space: tokens.indexOf(space),
    begin: specialTokens.indexOf('<s>'),
    end: specialTokens.indexOf('<|im_end|>'),
    firstByte: specialTokens.length,
  }
}
