import type { Token } from 'node-llama-cpp'
import { type GenerateItem, type GenerateResult, TooLongError } from '../language-model.ts'
import type { LoadedLanguage } from './load-language.ts'
import { nextTokens, type NextTokensOptions } from './next-tokens.ts'
import { prefill } from './prefill.ts'
import { promptTokens } from './prompt-tokens.ts'
import type { ReadingPace, WireRequest } from './protocol.ts'
import { createStopTexts } from './stop-texts.ts'
import { createTokenText } from './token-text.ts'

const ANSWERS_REMEMBERED = 32

/**
 * Continues the turns. The sequence keeps prompt and answer for the next call, also when this one is aborted, which is
 * noticed between tokens and while the prompt is computed. Throws `TooLongError` before anything is computed.
 */
export async function* generate(
  loaded: LoadedLanguage,
  request: WireRequest,
  signal: AbortSignal,
): AsyncGenerator<GenerateItem | ReadingPace, GenerateResult, void> {
  const { sequence, model } = loaded
  const prompt = promptTokens(loaded, request.turns)
  checkLength(prompt.tokens, request.maxTokens, loaded.contextTokens)
  const { reusedTokens, tail, end } = yield* prefill(sequence, prompt.tokens, loaded.pace, signal)
  const generated: Token[] = []
  const characters = createTokenText((tokens, before) => model.detokenize([...tokens], false, before.slice(-4)))
  const stops = createStopTexts(prompt.stopTexts)
  let text = ''
  let unsaidTokens = 0
  let stop: GenerateResult['stop'] = 'end'
  const tokens = nextTokens(loaded, tail, await tokenOptions(loaded, request))
  try {
    for await (const { token, top } of tokens) {
      signal.throwIfAborted()
      if (end && generated.length === 0) yield end
      if (prompt.stopTokens.has(token)) break
      generated.push(token)
      unsaidTokens += 1
      const more = stops.push(characters.push(token))
      if (more !== '' || top) {
        text += more
        yield { text: more, tokens: unsaidTokens, top }
        unsaidTokens = 0
      }
      signal.throwIfAborted()
      if (stops.stopped) break
      if (generated.length >= request.maxTokens) {
        stop = 'length'
        break
      }
    }
    const rest = stops.push(characters.rest()) + stops.rest()
    if (rest !== '' || unsaidTokens > 0) {
      text += rest
      yield { text: rest, tokens: unsaidTokens, top: null }
    }
  } finally {
    if (!stops.stopped) remember(loaded, request, text, generated)
  }
  return { promptTokens: prompt.tokens.length, reusedTokens, generatedTokens: generated.length, stop }
}

function textBegun({ turns }: WireRequest): string {
  const last = turns.at(-1)
  return last?.role === 'assistant' ? last.text : ''
}

function checkLength(tokens: readonly Token[], maxTokens: number, contextTokens: number): void {
  if (tokens.length + maxTokens > contextTokens)
    throw new TooLongError(
      `The text has ${tokens.length} tokens; with ${maxTokens} for the answer that is more than the ${contextTokens} that the model can see at once.`,
    )
}

async function tokenOptions(
  { library, llama, model }: LoadedLanguage,
  { grammar, probabilities = 0 }: WireRequest,
): Promise<NextTokensOptions> {
  if (grammar === undefined) return { grammar: undefined, probabilities }
  const state = { model, grammar: await llama.createGrammar({ grammar }) }
  return { grammar: new library.LlamaGrammarEvaluationState(state), probabilities }
}

/** The whole answer, with what it had begun with. */
function remember({ answers, model }: LoadedLanguage, request: WireRequest, more: string, tokens: readonly Token[]) {
  if (more === '') return
  const begun = textBegun(request)
  const text = begun + more
  answers.delete(text)
  answers.set(text, [...model.tokenize(begun, false, 'trimLeadingSpace'), ...tokens])
  for (const oldest of answers.keys()) {
    if (answers.size <= ANSWERS_REMEMBERED) break
    answers.delete(oldest)
  }
}
