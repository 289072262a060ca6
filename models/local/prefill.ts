import type { LlamaContextSequence, Token } from 'node-llama-cpp'

/**
 * Small enough that an abort is noticed within a second or two on a slow machine; from 128 tokens on, larger ones were
 * not faster (SmolLM2-135M and Qwen2.5-Coder-0.5B, one core), 64 cost 8 %.
 */
const CHUNK_TOKENS = 128
/** A model that can go back only to a checkpoint has one before the end of the prompt, which a follow-up may change. */
const CHECKPOINT_TAIL_TOKENS = 32

export type Prefilled = {
  /** Tokens of the prompt that were there already. */
  readonly reusedTokens: number
  /** The end of the prompt, at least one token, which is not computed yet. */
  readonly tail: readonly Token[]
}

/**
 * Brings the sequence to hold `tokens` but for their end, computing only what differs from what it holds. After an
 * abort it holds a beginning of `tokens`, ready for the next call.
 */
export async function prefill(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  signal: AbortSignal,
): Promise<Prefilled> {
  await sequence.adaptStateToTokens(tokens.slice(0, -1), false)
  const reusedTokens = sequence.nextTokenIndex
  const tailTokens = sequence.needsCheckpoints ? CHECKPOINT_TAIL_TOKENS : CHUNK_TOKENS
  let at = reusedTokens
  while (tokens.length - at > tailTokens) {
    signal.throwIfAborted()
    const end = Math.min(at + CHUNK_TOKENS, Math.max(tokens.length - tailTokens, at + 1))
    await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(at, end))
    await sequence.takeCheckpoint()
    at = end
  }
  signal.throwIfAborted()
  return { reusedTokens, tail: tokens.slice(at) }
}
