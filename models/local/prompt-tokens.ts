import type { ChatHistoryItem, LlamaText, Token } from 'node-llama-cpp'
import type { Turn } from '../language-model.ts'
import type { LoadedLanguage } from './load-language.ts'

type Prompt = {
  readonly tokens: readonly Token[]
  /** Beside the model's own end-of-generation tokens. */
  readonly stopTokens: ReadonlySet<Token>
  readonly stopTexts: readonly string[]
}

type Parts = Pick<LoadedLanguage, 'library' | 'model' | 'wrapper' | 'answers'>

/**
 * The turns as the model's chat template wants them. An answer that was generated here gets the tokens it was generated
 * with: written text does not always split into the same tokens again, and the context would be lost from there on.
 */
export function promptTokens(loaded: Parts, turns: readonly Turn[]): Prompt {
  const last = turns.at(-1)
  if (!last || last.role === 'system')
    throw new Error('The turns have to end with a question or the beginning of an answer.')
  const history = turns.map(historyItem)
  const state = loaded.wrapper.generateContextState({
    chatHistory: last.role === 'assistant' ? history : [...history, { type: 'model', response: [] }],
  })
  return { tokens: tokenise(loaded, state.contextText), ...stops(loaded, state.stopGenerationTriggers) }
}

function historyItem({ role, text }: Turn): ChatHistoryItem {
  if (role === 'assistant') return { type: 'model', response: [text] }
  return { type: role, text }
}

/** As `LlamaText.tokenize` does it, but for the answers remembered. */
function tokenise({ library, model, answers }: Parts, text: LlamaText): readonly Token[] {
  const tokens: Token[] = []
  for (const value of text.values) {
    const isFirst = tokens.length === 0
    if (value instanceof library.SpecialToken) tokens.push(...value.tokenize(model.tokenizer))
    else if (value instanceof library.SpecialTokensText) tokens.push(...value.tokenize(model.tokenizer, !isFirst))
    else append(tokens, answers.get(value) ?? model.tokenize(value, false, isFirst ? undefined : 'trimLeadingSpace'))
  }
  return tokens
}

/** Not `push(...)`: a document can have more tokens than a call can have arguments. */
function append(tokens: Token[], more: readonly Token[]): void {
  for (const token of more) tokens.push(token)
}

function stops({ library, model }: Parts, triggers: readonly LlamaText[]): Omit<Prompt, 'tokens'> {
  const stopTokens = new Set<Token>()
  const stopTexts: string[] = []
  for (const trigger of triggers.map((each) => library.LlamaText(each))) {
    if (trigger.values.every((value) => typeof value === 'string')) {
      stopTexts.push(trigger.values.join(''))
      continue
    }
    const [token, ...more] = trigger.tokenize(model.tokenizer)
    if (token !== undefined && more.length === 0) stopTokens.add(token)
  }
  return { stopTokens, stopTexts: stopTexts.filter((text) => text !== '') }
}

/**
 * Reads what every prompt with these instructions begins with, where the sequence is still empty: the first question then does not pay
 * for it. Gives the number of tokens that were read.
 */
export async function readBeginning(loaded: LoadedLanguage, instructions: string): Promise<number> {
  const { sequence } = loaded
  if (sequence.nextTokenIndex > 0) return 0
  // How a template goes on after the instructions is seen by two questions that differ from their first letter.
  const [one, other] = ['A', 'B'].map(
    (text) =>
      promptTokens(loaded, [
        { role: 'system', text: instructions },
        { role: 'user', text },
      ]).tokens,
  )
  const differs = one?.findIndex((token, at) => token !== other?.[at]) ?? 0
  const beginning = one?.slice(0, Math.max(0, differs)) ?? []
  await sequence.evaluateWithoutGeneratingNewTokens([...beginning])
  return beginning.length
}
