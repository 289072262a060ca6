import type { PassageSource } from '../../contract/answer.ts'
import type { GenerateResult, LanguageModel, Turn } from '../../models/language-model.ts'
import { answerGrammar } from './answer-grammar.ts'
import { buildTurns, type Round } from './build-turns.ts'
import type { ShowSource } from './prompt-source.ts'

export type DraftOptions = {
  readonly model: LanguageModel
  /** Earlier questions of the conversation, oldest first. */
  readonly earlier: readonly Round[]
  readonly question: string
  /** With what of each is to be read. */
  readonly sources: readonly PassageSource[]
  /** Those of them, or that of them, which is new in this conversation. */
  readonly newSources: readonly PassageSource[]
  /** See `Round`. */
  readonly note: string
  /** Cards that stand before the question; empty or absent for none. */
  readonly knowledge?: string | undefined
  /** What the answer begins with, said by code; the model goes on from there, or adds nothing. Empty for none. */
  readonly begun: string
  readonly show: ShowSource
  /** What the model is told first of all (`instructions-for.ts`). */
  readonly instructions: string
  readonly maxTokens: number
  readonly seed: number
  readonly closedBook: boolean
}

/** Streams the text of an answer to the turns of `draftTurns`. */
export async function* draftAnswer(
  options: DraftOptions,
  turns: readonly Turn[],
  signal: AbortSignal,
): AsyncGenerator<string, GenerateResult, void> {
  const { model, maxTokens, seed, sources, earlier, closedBook, begun } = options
  const marks = [
    ...new Set([
      ...earlier.flatMap(({ newSources }) => newSources.map(({ source }) => source)),
      ...sources.map(({ source }) => source),
    ]),
  ]
  const grammar = closedBook ? undefined : answerGrammar(marks, begun !== '')
  const items = model.generate({ turns: withBegun(turns, begun), maxTokens, seed, grammar }, signal)
  for (;;) {
    const next = await items.next()
    if (next.done) return next.value
    yield next.value.text
  }
}

/**
 * What the model is given. What does not fit the context is left out: first the earlier rounds (then all sources are given
 * anew), at last the last sources. Tokens are counted before every call, for llama.cpp would silently drop the beginning.
 */
export async function draftTurns(options: DraftOptions): Promise<readonly Turn[]> {
  const { model, earlier, question, note, sources, newSources, knowledge, begun, maxTokens, closedBook, instructions } =
    options
  const show = (source: PassageSource) => options.show(source, source.read)
  if (closedBook) return closedBookTurns(question, knowledge)
  const room = model.info.contextTokens - maxTokens
  const last = { question, note, knowledge, answer: null }
  const candidates: (readonly Round[])[] = [
    [...earlier, { ...last, newSources: newSources.map(show) }],
    ...sources.map((_, cut) => [{ ...last, newSources: sources.slice(0, sources.length - cut).map(show) }]),
  ]
  for (const rounds of candidates) {
    const turns = buildTurns(rounds, instructions)
    if ((await model.countTokens(withBegun(turns, begun))) <= room) return turns
  }
  return buildTurns([{ question, newSources: [], answer: null }], instructions)
}

/** The beginning of the answer that the model goes on from. */
export function withBegun(turns: readonly Turn[], begun: string): readonly Turn[] {
  return begun === '' ? turns : [...turns, { role: 'assistant', text: begun }]
}

function closedBookTurns(question: string, knowledge: string | undefined): readonly Turn[] {
  return [
    { role: 'system', text: 'Answer the question from what you know, in one to four short sentences.' },
    { role: 'user', text: knowledge ? `${knowledge}\n\n${question}` : question },
  ]
}
