import { createHash } from 'node:crypto'
import type { Embedder } from './embedder.ts'
import type {
  AnswerOdds,
  EntailmentMeasure,
  GenerateItem,
  GenerateRequest,
  GenerateResult,
  LanguageModel,
  LanguageModelInfo,
  OnReading,
  PlaceOdds,
  PromptReading,
  Turn,
} from './language-model.ts'

type ScriptedModelOptions = {
  /**
   * What it says, one text a call; after the last one it starts again. A function may look at the turns. A call that asks
   * for probabilities only looks how sure it is, and uses no text up.
   */
  readonly says: readonly string[] | ((turns: readonly Turn[]) => string)
  readonly contextTokens?: number | undefined
  /** Waited before each word, so that a test can abort in the middle. */
  readonly wordMs?: number | undefined
  readonly answerOdds?: AnswerOdds | undefined
  readonly placeOdds?: PlaceOdds | undefined
  readonly entailment?: EntailmentMeasure | undefined
  /** False: its answers are led by quotes. */
  readonly paraphrases?: boolean
  readonly purpose?: LanguageModelInfo['purpose']
  readonly top?: readonly [number, number] | undefined
  /** Told of every call that is listened to, before its first word. */
  readonly reads?: readonly PromptReading[] | undefined
  /** Log probability of a continuation; by default all are equally likely. */
  readonly scores?: ((turns: readonly Turn[], continuation: string) => number) | undefined
}

/** A language model for tests: says exactly the given texts, word by word; a token is a word. */
export function createScriptedModel(
  options: ScriptedModelOptions,
): LanguageModel & { readonly asked: GenerateRequest[] } {
  const { says } = options
  const asked: GenerateRequest[] = []
  const contextTokens = options.contextTokens ?? 4096

  const tell = (onReading: OnReading | undefined) => options.reads?.forEach((reading) => onReading?.(reading))

  async function* generate(
    request: GenerateRequest,
    signal?: AbortSignal,
  ): AsyncGenerator<GenerateItem, GenerateResult, void> {
    signal?.throwIfAborted()
    const text =
      typeof says === 'function'
        ? says(request.turns)
        : (says[asked.filter(({ probabilities }) => !probabilities).length % says.length] ?? '')
    asked.push(request)
    tell(request.onReading)
    const all = words(text)
    const spoken = all.slice(0, request.maxTokens)
    for (const [index, word] of spoken.entries()) {
      if (options.wordMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.wordMs))
      signal?.throwIfAborted()
      yield { text: word, tokens: 1, top: index < (request.probabilities ?? 0) ? (options.top ?? [0.9, 0.05]) : null }
    }
    return {
      promptTokens: wordCount(request.turns),
      reusedTokens: 0,
      generatedTokens: spoken.length,
      stop: spoken.length < all.length ? 'length' : 'end',
    }
  }

  const score: LanguageModel['score'] = async (turns, continuations, signal, onReading) => {
    signal?.throwIfAborted()
    tell(onReading)
    return continuations.map((each) => options.scores?.(turns, each) ?? -Math.log(continuations.length))
  }

  return {
    info: {
      id: 'scripted',
      sha256: 'scripted',
      contextTokens,
      answerOdds: options.answerOdds,
      placeOdds: options.placeOdds,
      entailment: options.entailment,
      paraphrases: options.paraphrases ?? true,
      purpose: options.purpose,
    },
    asked,
    generate,
    score,
    scoreApart: score,
    countTokens: async (turns) => wordCount(turns),
  }
}

function words(text: string): readonly string[] {
  return text.match(/\s*\S+\s*$|\s*\S+/g) ?? []
}

function wordCount(turns: readonly Turn[]): number {
  return turns.reduce((sum, turn) => sum + words(turn.text).length, 0)
}

/**
 * An embedder for tests only: a bag of words hashed into `dimensions` numbers. Texts that share words are near to each
 * other, others are at right angles or nearly so; a text without words is the zero vector.
 */
export function createHashEmbedder(dimensions = 64): Embedder {
  return {
    info: { id: 'hash', revision: `hash-${dimensions}`, dimensions },
    async embed(texts, _kind, signal) {
      signal?.throwIfAborted()
      return texts.map((text) => hashed(text, dimensions))
    },
  }
}

function hashed(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const digest = createHash('sha256').update(word).digest()
    const at = digest.readUInt32LE(0) % dimensions
    vector[at] = (vector[at] ?? 0) + (digest.readUInt8(4) % 2 === 0 ? 1 : -1)
  }
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
