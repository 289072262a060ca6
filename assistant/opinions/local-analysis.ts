import type { PassageSource, Source } from '../../contract/answers/answer.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { passages } from '../answers/answer-record.ts'
import type { ShowSource } from '../answers/draft/prompt-source.ts'

export type AnalysisEvent =
  | { readonly type: 'analysis-begin'; readonly items: number }
  | { readonly type: 'analysis-item'; readonly index: number; readonly text: string }

export type AnalysisOptions = {
  readonly model: LanguageModel
  readonly question: string
  readonly sources: readonly Source[]
  readonly show: ShowSource
}

/** BLADE's knowledge is written by the small model for the large one, item by item; a verdict would be copied, not weighed. */
const INSTRUCTIONS = [
  'You read one passage of a document and note what it says about a question.',
  'Write one or two short sentences with every name, date, number and condition that bears on the question, in the words of the passage.',
  'Do not answer the question. If the passage does not bear on it, say so.',
].join(' ')

const ITEM_TOKENS_AT_MOST = 90
/** One line without marks: those are set by code, so that a note can stand under no other source than its own. */
const ONE_LINE = 'root ::= [^\\[\\]\\n]{1,400}'

/**
 * What the local model makes of each passage, streamed note by note; returns all of them as lines under their marks (`[S1] …`).
 * Conclusions of rules are sources of their own and need no note. A passage that does not fit the model is left out.
 */
export async function* localAnalysis(
  { model, question, sources, show }: AnalysisOptions,
  signal: AbortSignal,
): AsyncGenerator<AnalysisEvent, string, void> {
  const read = passages(sources)
  yield { type: 'analysis-begin', items: read.length }
  const lines: string[] = []
  for (const [index, source] of read.entries()) {
    const note = await noteOn(source, { model, question, show }, signal)
    if (note === '') continue
    lines.push(`[${source.source}] ${note}`)
    yield { type: 'analysis-item', index, text: `[${source.source}] ${note}` }
  }
  return lines.join('\n')
}

async function noteOn(
  source: PassageSource,
  { model, question, show }: Omit<AnalysisOptions, 'sources'>,
  signal: AbortSignal,
): Promise<string> {
  const turns = [
    { role: 'system', text: INSTRUCTIONS },
    { role: 'user', text: `Passage:\n${show(source).text}\n\nQuestion: ${question}` },
  ] as const
  if ((await model.countTokens(turns)) + ITEM_TOKENS_AT_MOST > model.info.contextTokens) return ''
  let text = ''
  const pieces = model.generate({ turns, maxTokens: ITEM_TOKENS_AT_MOST, grammar: ONE_LINE }, signal)
  for await (const piece of pieces) text += piece.text
  return text.replace(/\s+/g, ' ').trim()
}
