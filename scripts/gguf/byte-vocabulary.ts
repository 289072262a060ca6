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
