import type { ControlledEvaluateIndexOutput, LlamaContextSequence, Token } from 'node-llama-cpp'
import type { Turn } from '../language-model.ts'
import type { LoadedLanguage } from './load-language.ts'
import { prefill } from './prefill.ts'
import { promptTokens } from './prompt-tokens.ts'
import type { ReadingPace } from './protocol.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/**
 * Natural-log probability of each continuation, summed over its tokens. The first tokens of all are read off one
 * evaluation, so short options cost one token altogether.
 */
export async function* score(
  loaded: LoadedLanguage,
  turns: readonly Turn[],
  continuations: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ReadingPace, readonly number[], void> {
  const { model, sequence } = loaded
  const prompt = promptTokens(loaded, turns).tokens
  const options = continuations.map((text) => model.tokenize(text, false, 'trimLeadingSpace'))
  const longest = Math.max(0, ...options.map((tokens) => tokens.length))
  if (prompt.length + longest > loaded.contextTokens)
    throw new Failure(
      'TOO_LONG',
      message('failures.models.tooLong', { count: prompt.length + longest, most: loaded.contextTokens }),
    )
  const { tail, end } = yield* prefill(sequence, prompt, loaded.pace, signal)
  const firsts = options.map(([first], index) => {
    if (first === undefined) throw new Error(`Continuation ${index + 1} is empty.`)
    return first
  })
  const outputs = await sequence.controlledEvaluate([
    ...tail.slice(0, -1),
    ...tail.slice(-1).map((token) => wanting(token, firsts)),
  ])
  if (end) yield end
  const scores: number[] = []
  for (const [index, tokens] of options.entries()) {
    signal.throwIfAborted()
    const first = logProbability(outputs[tail.length - 1], firsts[index])
    scores.push(first + (await scoreRest(sequence, tokens, prompt.length)))
  }
  return scores
}

/** Of the tokens after the first; leaves the sequence as it was. */
async function scoreRest(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  promptLength: number,
): Promise<number> {
  if (tokens.length < 2) return 0
  const outputs = await sequence.controlledEvaluate(
    tokens.slice(0, -1).map((token, index) => wanting(token, tokens.slice(index + 1, index + 2))),
  )
  await sequence.eraseContextTokenRanges([{ start: promptLength, end: sequence.nextTokenIndex }])
  return outputs.reduce((sum, output, index) => sum + logProbability(output, tokens[index + 1]), 0)
}

/** `includeSelected` gives the highest logit, the selection being greedy; `includeMax` of 3.22 forgets it. */
function wanting(token: Token, wanted: readonly Token[]) {
  const filter = { tokens: [...new Set(wanted)], includeSelected: true }
  return [
    token,
    { generateNext: { token: true, logits: { filter }, totalLogitWeight: true, options: { temperature: 0 } } },
  ] satisfies [Token, object]
}

function logProbability(output: ControlledEvaluateIndexOutput | undefined, token: Token | undefined): number {
  const { logits, totalLogitWeight, token: selected } = output?.next ?? {}
  const logit = token === undefined ? undefined : logits?.get(token)
  const highest = selected === undefined || selected === null ? undefined : logits?.get(selected)
  if (logit === undefined || highest === undefined || !totalLogitWeight)
    throw new Error('llama.cpp gave no logit for a token to be scored.')
  return logit - highest - Math.log(totalLogitWeight)
}
