import { contentWords } from '../../../text/words.ts'
import type { PassageSource } from '../../../contract/answer.ts'
import type { Embedder } from '../../../models/embedder.ts'
import { askedFor } from './asked-for.ts'
import { keepWithin } from './keep-within.ts'
import { sentenceScores } from './sentence-scores.ts'
import { sentenceUnits } from './sentence-units.ts'
import type { Span } from './spans.ts'

/** What a model is to read of each passage, by its mark: spans in the whole text of its document. */
export type Read = ReadonlyMap<string, Span[]>

export type ChooseOptions = {
  readonly question: string
  /** Words of the question that say which document is meant. */
  readonly naming: ReadonlySet<string>
  /** Best first. */
  readonly passages: readonly PassageSource[]
  readonly embedder: Embedder | null
  /** Characters for each helping: the first gets the best sentences, the next the best of what is left. */
  readonly budgets: readonly number[]
}

/** A passage's mark, document, page and section, in characters. */
const HEAD_CHARACTERS = 80

/**
 * Chooses the sentences that a model reads: prefill is what users wait for, and 600 well-chosen tokens beat 2,000 (`answers.md`
 * section 1). Whole sentences and table rows only; what is left out stays in the evidence, and sentences of an answer are
 * checked against all of it.
 */
export async function chooseSentences(options: ChooseOptions, signal: AbortSignal): Promise<readonly Read[]> {
  const { question, naming, passages, embedder, budgets } = options
  const sentences = passages.flatMap(({ text, section, start }, passage) =>
    sentenceUnits(text).map((span) => ({
      text: text.slice(span.start, span.end),
      section,
      passage,
      start: start + span.start,
      end: start + span.end,
    })),
  )
  const wanted = askedFor(question, naming)
  const similarities = await similaritiesOf(wanted, sentences, embedder, signal)
  const scores = sentenceScores(
    contentWords(wanted),
    sentences.map((one, at) => ({ ...one, similarity: similarities?.[at] ?? null })),
    rankBetween(passages),
  )
  let left = sentences.map((sentence, at) => ({ sentence, score: scores[at] ?? 0 }))
  return budgets.map((budget) => {
    const choices = left.map(({ sentence: { text, passage }, score }) => ({
      cost: text.length + 1,
      score,
      group: passage,
    }))
    const taken = new Set(keepWithin(choices, budget, HEAD_CHARACTERS).map((at) => left[at]?.sentence))
    left = left.filter(({ sentence }) => !taken.has(sentence))
    return new Map(
      passages.map(({ source }, passage) => [
        source,
        runsOf(sentences.flatMap((one) => (one.passage === passage ? [{ ...one, isKept: taken.has(one) }] : []))),
      ]),
    )
  })
}

/** Scores of passages as shares between the worst and the best. */
function rankBetween(passages: readonly PassageSource[]): (passage: number) => number {
  const scores = passages.map(({ score }) => score)
  const [low, high] = [Math.min(...scores), Math.max(...scores)]
  return (passage) => (high === low ? 1 : ((scores[passage] ?? low) - low) / (high - low))
}

async function similaritiesOf(
  question: string,
  sentences: readonly { readonly text: string }[],
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<readonly number[] | null> {
  if (!embedder || sentences.length === 0) return null
  const texts = sentences.map(({ text }) => text)
  const [[asked], vectors] = await Promise.all([
    embedder.embed([question], 'query', signal),
    embedder.embed(texts, 'passage', signal),
  ])
  return vectors.map((vector) => vector.reduce((sum, value, at) => sum + value * (asked?.[at] ?? 0), 0))
}

/** Kept sentences that follow each other are one span, with the white space between them. */
function runsOf(sentences: readonly (Span & { readonly isKept: boolean })[]): Span[] {
  const runs: Span[] = []
  for (const [at, { start, end, isKept }] of sentences.entries()) {
    if (!isKept) continue
    const last = runs.at(-1)
    if (last && sentences[at - 1]?.isKept) runs[runs.length - 1] = { start: last.start, end }
    else runs.push({ start, end })
  }
  return runs
}
