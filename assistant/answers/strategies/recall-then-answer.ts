import type { AnswerEvent, CompleteAskInput } from '../../../contract/answers/answer.ts'
import type { Turn } from '../../../models/language-model.ts'
import { proseGrammar } from '../draft/answer-grammar.ts'
import { type Drafting, draftParts, type Writer } from '../draft/draft-parts.ts'
import type { Part } from '../draft/plan-parts.ts'
import { asideBlock } from '../draft/aside.ts'
import { reportStrategy } from '../answer-progress.ts'

/** Each is waited for before the first word of the answer. */
const TOKENS_AT_MOST = 90

/** In a third the 0.5B went on to answer. */
const SENTENCES_AT_MOST = 2

const ASK = [
  'In two short sentences, say what the terms of the question below mean in general, and which rule of thumb goes with them.',
  'Do not answer it. Name no person, date or amount.',
].join(' ')

/**
 * The model first writes what one must know, then answers from the passages with that before the question, as with a card. It
 * comes from memory and is no source: the marks are those of the passages, and a sentence that only says it again has no support.
 * Where rules have begun the answer, or nothing is recalled, the answer is written straight away.
 */
export async function* recallThenAnswer(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { progress, begun } = drafting
  yield { type: 'model-loading', model: writer.model.info.id }
  const recalled =
    begun === '' ? await recall(progress.about.asked || input.question, input.seed, writer, drafting, signal) : ''
  yield reportStrategy(progress, recalled === '' ? 'direct' : 'recall-then-answer', { recalled })
  yield* draftParts(input, { ...writer, aside: asideBlock(progress.approach) }, parts, drafting, signal)
}

async function recall(
  question: string,
  seed: number,
  { model }: Writer,
  { progress }: Drafting,
  signal: AbortSignal,
): Promise<string> {
  const turns: readonly Turn[] = [{ role: 'user', text: `${ASK}\n\nQuestion: ${question}` }]
  const items = model.generate(
    { turns, maxTokens: TOKENS_AT_MOST, seed, grammar: proseGrammar(SENTENCES_AT_MOST) },
    signal,
  )
  let text = ''
  for (let next = await items.next(); ; next = await items.next()) {
    if (next.done) {
      progress.preparing.push({ ...next.value, calls: 1 })
      return wholeSentences(text)
    }
    text += next.value.text
  }
}

/** Cut off at the end of its tokens, a sentence may say the opposite. */
function wholeSentences(text: string): string {
  return /^.*[.!?]/s.exec(text.trim())?.[0].trim() ?? ''
}
