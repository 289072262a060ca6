import type { LlamaContextSequence, Token } from 'node-llama-cpp'
import type { ReadingPace } from './protocol.ts'

/**
 * Small enough that an abort is noticed within a second or two on a slow machine; from 128 tokens on, larger ones were
 * not faster (SmolLM2-135M and Qwen2.5-Coder-0.5B, one core), 64 cost 8 %.
 */
const CHUNK_TOKENS = 128
/** A model that can go back only to a checkpoint has one before the end of the prompt, which a follow-up may change. */
const CHECKPOINT_TAIL_TOKENS = 32
/** A graphics processor reads dozens of chunks a second; nobody reads dozens of figures. */
const TELL_EVERY_MS = 250

export type Prefilled = {
  /** Tokens of the prompt that were there already. */
  readonly reusedTokens: number
  /** The end of the prompt, at least one token, which is not computed yet. */
  readonly tail: readonly Token[]
  /** To be given out once the tail is computed; null where nothing was told, for there was little to read. */
  readonly end: ReadingPace | null
}

/** Of this model, measured by the last prompt that it read; null until then. */
export type Pace = { tokensPerSecond: number | null }

/**
 * Brings the sequence to hold `tokens` but for their end, computing only what differs from what it holds; tells how far it is. After
 * an abort it holds a beginning of `tokens`, ready for the next call.
 */
export async function* prefill(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  pace: Pace,
  signal: AbortSignal,
): AsyncGenerator<ReadingPace, Prefilled, void> {
  await sequence.adaptStateToTokens(tokens.slice(0, -1), false)
  const reusedTokens = sequence.nextTokenIndex
  const tailTokens = sequence.needsCheckpoints ? CHECKPOINT_TAIL_TOKENS : CHUNK_TOKENS
  const told = (doneTokens: number) => ({ doneTokens, tokens: tokens.length, ...pace })
  let at = reusedTokens
  let computingMs = 0
  let toldMs = Number.NEGATIVE_INFINITY
  while (tokens.length - at > tailTokens) {
    signal.throwIfAborted()
    if (performance.now() - toldMs >= TELL_EVERY_MS) {
      toldMs = performance.now()
      yield told(at)
    }
    const end = Math.min(at + CHUNK_TOKENS, Math.max(tokens.length - tailTokens, at + 1))
    const startedMs = performance.now()
    await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(at, end))
    await sequence.takeCheckpoint()
    computingMs += performance.now() - startedMs
    at = end
    pace.tokensPerSecond = (1000 * (at - reusedTokens)) / computingMs
  }
  signal.throwIfAborted()
  return { reusedTokens, tail: tokens.slice(at), end: at > reusedTokens ? told(tokens.length) : null }
}
