import type { ControlledEvaluateInputItem, LlamaGrammarEvaluationState, Token } from 'node-llama-cpp'
import type { GenerateItem, GenerateResult } from '../language-model.ts'
import type { LoadedLanguage } from './load-language.ts'
import { prefill } from './prefill.ts'
import { promptTokens } from './prompt-tokens.ts'
import type { ReadingPace, WireRequest } from './protocol.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

const ANSWERS_REMEMBERED = 32

/**
 * Continues the turns. The sequence keeps prompt and answer for the next call, also when this one is aborted, which is
 * noticed between tokens and while the prompt is computed. Throws `TOO_LONG` before anything is computed.
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
    throw new Failure(
      'TOO_LONG',
      message('failures.models.tooLong', { count: tokens.length + maxTokens, most: contextTokens }),
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

type NextToken = { readonly token: Token; readonly top: readonly [number, number] | null }

type NextTokensOptions = {
  readonly grammar: LlamaGrammarEvaluationState | undefined
  /** So many tokens come with the two highest probabilities, among what the grammar allows. */
  readonly probabilities: number
}

/**
 * Greedy continuation of a sequence after `tail`, the end of the prompt that is not evaluated yet; ends before an
 * end-of-generation token. A token is evaluated only when the next one is asked for.
 *
 * Nothing is drafted from the prompt (`InputLookupTokenPredictor`), though answers copy it: on a processor 2, 3 and 4 tokens at once
 * cost 1.8, 2.7 and 3.8 times one (1.5B, one core), so that answers took 1.6 times as long; and a batch rounds otherwise than single
 * tokens, which changed 2 of 17 answers.
 */
async function* nextTokens(
  loaded: Pick<LoadedLanguage, 'sequence' | 'model'>,
  tail: readonly Token[],
  options: NextTokensOptions,
): AsyncGenerator<NextToken, void, void> {
  let from = tail
  for (let given = 0; given < options.probabilities; given += 1) {
    const next = options.grammar ? await withGrammar(loaded, from, options.grammar) : await topTwo(loaded, from)
    if (!next || loaded.model.isEogToken(next.token)) return
    yield next
    from = [next.token]
  }
  const grammar = options.grammar ? { grammarEvaluationState: options.grammar } : {}
  const rest = loaded.sequence.evaluate([...from], { temperature: 0, ...grammar })
  for await (const token of rest) yield { token, top: null }
}

/** The two highest logits alone: about a tenth of the time that the whole vocabulary costs. */
async function topTwo(
  { sequence }: Pick<LoadedLanguage, 'sequence'>,
  from: readonly Token[],
): Promise<NextToken | null> {
  const outputs = await sequence.controlledEvaluate([
    ...from.slice(0, -1),
    ...from.slice(-1).map(
      (last): ControlledEvaluateInputItem => [
        last,
        {
          generateNext: {
            token: true,
            logits: { filter: { tokens: [], includeTop: 2 } },
            totalLogitWeight: true,
            options: { temperature: 0 },
          },
        },
      ],
    ),
  ])
  const { token, logits, totalLogitWeight } = outputs[from.length - 1]?.next ?? {}
  if (token === undefined || token === null || !logits || !totalLogitWeight) return null
  const [highest = 0, second = Number.NEGATIVE_INFINITY] = logits.values()
  return { token, top: [1 / totalLogitWeight, Math.exp(second - highest) / totalLogitWeight] }
}

/** `controlledEvaluate` knows no grammar, so here the whole vocabulary it is. */
async function withGrammar(
  { sequence }: Pick<LoadedLanguage, 'sequence'>,
  from: readonly Token[],
  grammar: LlamaGrammarEvaluationState,
): Promise<NextToken | null> {
  const outputs = sequence.evaluateWithMetadata(
    [...from],
    { probabilities: true },
    { temperature: 0, grammarEvaluationState: grammar },
  )
  for await (const { token, probabilities } of outputs) {
    const [highest = 0, second = 0] = probabilities.values()
    return { token, top: [highest, second] }
  }
  return null
}

/** Lets text through up to the first stop text; holds back an end that may be the beginning of one. */
export function createStopTexts(stops: readonly string[]) {
  let held = ''
  let stopped = false
  return {
    get stopped(): boolean {
      return stopped
    },
    push(text: string): string {
      if (stopped) return ''
      held += text
      const at = Math.min(...stops.map((stop) => held.indexOf(stop)).filter((index) => index >= 0))
      if (Number.isFinite(at)) {
        stopped = true
        return held.slice(0, at)
      }
      const keep = Math.max(0, ...stops.map((stop) => sharedLength(held, stop)))
      const through = held.slice(0, held.length - keep)
      held = held.slice(held.length - keep)
      return through
    },
    rest(): string {
      return stopped ? '' : held
    },
  }
}

/** Of the end of `text`, the longest part that `stop` begins with. */
function sharedLength(text: string, stop: string): number {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length -= 1)
    if (text.endsWith(stop.slice(0, length))) return length
  return 0
}

/** A character of UTF-8 has at most 4 bytes, and a token at least one; beyond that the bytes are no character. */
const MOST_HELD_TOKENS = 4
const INCOMPLETE = '\uFFFD'

/** Turns tokens into text piece by piece; a character that is spread over several tokens comes with the last of them. */
export function createTokenText(detokenise: (tokens: readonly Token[], before: readonly Token[]) => string) {
  const said: Token[] = []
  let held: Token[] = []

  function release(text: string, count = held.length): string {
    said.push(...held.slice(0, count))
    held = held.slice(count)
    return text
  }

  /** The first of what is held that cuts no character off from the rest, which may begin one. */
  function releaseFirst(text: string): string {
    for (let count = 1; count < held.length; count += 1) {
      const [first, rest] = [held.slice(0, count), held.slice(count)]
      const begins = detokenise(first, said)
      if (begins + detokenise(rest, [...said, ...first]) === text) return release(begins, count)
    }
    return release(text)
  }

  return {
    push(token: Token): string {
      held.push(token)
      const text = detokenise(held, said)
      if (!text.endsWith(INCOMPLETE)) return release(text)
      return held.length < MOST_HELD_TOKENS ? '' : releaseFirst(text)
    },
    /** What is still held back, at the end. */
    rest(): string {
      return held.length === 0 ? '' : release(detokenise(held, said))
    },
  }
}
