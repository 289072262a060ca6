import type { PassageSource } from '../../../contract/answers/answer.ts'
import type { GenerateResult, LanguageModel, Turn } from '../../../models/language-model.ts'
import { ANSWER_FOLLOWS, answerGrammar, quotingGrammar, type SentenceLimits } from './answer-grammar.ts'
import { buildTurns, type PromptSource, type Round, shownMarks } from './build-turns.ts'
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
  /** How many sentences it is written in; absent: as usual. */
  readonly sentences?: SentenceLimits | undefined
  /** Cards that stand before the question; empty or absent for none. */
  readonly knowledge?: string | undefined
  /** What a strategy puts before the question, in front of the cards; empty or absent for nothing. */
  readonly aside?: string | undefined
  /** Sentences are pointed at first; null or absent: they are not. */
  readonly quoting?: Quoting | null | undefined
  /** What the answer begins with, said by code; the model goes on from there, or adds nothing. Empty for none. */
  readonly begun: string
  readonly show: ShowSource
  /** What the model is told first of all (`answer-settings.ts`). */
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
  const { model, maxTokens, seed, earlier, closedBook, begun, sentences } = options
  const known = [...earlier.flatMap(({ newSources }) => newSources), ...options.sources].map(({ source }) => source)
  const marks = shownMarks(turns, [...new Set(known)])
  const sources = options.sources.filter(({ source }) => marks.includes(source))
  // Where no source was shown, no sentence can name one.
  const isFree = closedBook || marks.length === 0
  const quoting = isFree ? null : options.quoting
  const marked = () =>
    quoting ? quotingGrammar(marks, quoting.letters(sources)) : answerGrammar(marks, begun !== '', sentences)
  const grammar = isFree ? undefined : marked()
  const items = model.generate({ turns: withBegun(turns, begun), maxTokens, seed, grammar }, signal)
  let pointed = quoting ? '' : null
  for (;;) {
    const next = await items.next()
    if (next.done) return next.value
    const { text } = next.value
    if (pointed === null) {
      yield text
      continue
    }
    pointed += text
    const [line = '', ...rest] = pointed.split(ANSWER_FOLLOWS)
    if (rest.length === 0) continue
    quoting?.take(line, sources)
    pointed = null
    if (rest[0]) yield rest[0]
  }
}

/**
 * What the model is given. What does not fit the context is left out: first the earlier rounds (then all sources are given
 * anew), at last the last sources. Tokens are counted before every call, for llama.cpp would silently drop the beginning.
 */
export async function draftTurns(options: DraftOptions): Promise<readonly Turn[]> {
  const { model, earlier, question, sources, newSources, begun, maxTokens, closedBook, quoting, instructions } = options
  const show = quoting?.show ?? ((all: readonly PassageSource[]) => all.map((one) => options.show(one, one.read)))
  const knowledge = [options.aside, options.knowledge].filter(Boolean).join('\n\n')
  const howMuch = quoting ? quoting.ask : options.sentences ? allOfIt(options.sentences) : ''
  const note = [options.note, howMuch].filter(Boolean).join('\n')
  if (closedBook) return closedBookTurns(question, knowledge)
  const room = model.info.contextTokens - maxTokens
  const last = { question, note, knowledge, answer: null }
  const candidates: (readonly Round[])[] = [
    [...earlier, { ...last, newSources: show(newSources) }],
    ...sources.map((_, cut) => [{ ...last, newSources: show(sources.slice(0, sources.length - cut)) }]),
  ]
  for (const rounds of candidates) {
    const turns = buildTurns(rounds, instructions)
    if ((await model.countTokens(withBegun(turns, begun))) <= room) return turns
  }
  return buildTurns([{ question, newSources: [], answer: null }], instructions)
}

function allOfIt({ atMost }: SentenceLimits): string {
  return `Tell all that belongs to it, in up to ${atMost} short sentences.`
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

/** How sentences are pointed at before an answer is drafted. */
export type Quoting = {
  /** What the model is told to do. */
  readonly ask: string
  /** Passages with those sentences that may be pointed at, each with its letter. */
  readonly show: (passages: readonly PassageSource[]) => readonly PromptSource[]
  /** All that may be pointed at: the grammar allows nothing else. */
  readonly letters: (passages: readonly PassageSource[]) => readonly string[]
  /** The line in which the model pointed, and of which passages. */
  readonly take: (line: string, passages: readonly PassageSource[]) => void
}
