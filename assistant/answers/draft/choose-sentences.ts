import type { PassageSource } from '../../../contract/answers/answer.ts'
import type { Embedder } from '../../../models/embedder.ts'
import { isNamedThere, thingsNamed } from '../../../text/same-things.ts'
import { contentWords } from '../../../text/words.ts'
import { sentenceUnits, type Span } from './passage-spans.ts'
import { coreQuestion } from './rephrase-question.ts'

/** What a model is to read of each passage, by its mark: spans in the whole text of its document. */
type Read = ReadonlyMap<string, Span[]>

type ChooseOptions = {
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
 * Chooses the sentences that a model reads: prefill is what users wait for, and 600 well-chosen tokens beat 2,000
 * (`docs/answers.md`). Whole sentences and table rows only; what is left out stays in the evidence, and sentences of an answer are
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
  const wanted = coreQuestion(question, naming)
  const similarities = await similaritiesOf(wanted, sentences, embedder, signal)
  const scores = sentenceScores(
    wanted,
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

/** A sentence of a passage, or a row of its tables. */
type ScoredText = {
  readonly text: string
  readonly section: string
  /** Which passage it is of; sentences of one passage follow each other. */
  readonly passage: number
  /** Cosine similarity with the question; null where there is no embedder. */
  readonly similarity: number | null
}

/** A heading says as much as the sentences below it. */
const SECTION_WEIGHT = 1

/** What stands beside a sentence that answers often goes on with it. */
const BESIDE_WEIGHT = 0.5

/**
 * How likely each sentence is to bear on the question: rarer words that they share, also by another name of the same thing, closeness in
 * meaning, the rank of its passage (`rankOf`, 1 for the best to 0), and the better of its neighbours. `asked` is the question without words
 * that only say which document is meant: they stand in its head, and draw the head's sentences in.
 *
 * On 174 and 233 questions (dragonball law and medical), 500 tokens of sentences so chosen from eight passages held .50 and .70 of the gold
 * spans, the best passages whole .47 and .56. Without meaning .49 and .68, but on questions for one fact .82 and .91 instead of
 * .82 and .96; weights from .5 to 2 change less than .03.
 */
function sentenceScores(
  asked: string,
  sentences: readonly ScoredText[],
  rankOf: (passage: number) => number,
): readonly number[] {
  const otherwise = thingsNamed(asked).map(({ start, end, others }) => ({
    words: contentWords(asked.slice(start, end)),
    others,
  }))
  const has = sentences.map(({ text }) => {
    const named = otherwise.filter(({ others }) => isNamedThere(others, text))
    return new Set([...contentWords(text), ...named.flatMap(({ words }) => words)])
  })
  const wanted = [...new Set(contentWords(asked))].map((word) => {
    const found = has.filter((one) => one.has(word)).length
    return { word, weight: Math.log(1 + sentences.length / (1 + found)) }
  })
  const all = wanted.reduce((sum, { weight }) => sum + weight, 0) || 1
  const alone = sentences.map(({ section, passage, similarity }, at) => {
    const heading = new Set(contentWords(section))
    const shared = wanted.reduce((sum, { word, weight }) => {
      if (has[at]?.has(word)) return sum + weight
      return heading.has(word) ? sum + SECTION_WEIGHT * weight : sum
    }, 0)
    return shared / all + (similarity ?? 0) + rankOf(passage)
  })
  const beside = (at: number, passage: number) => (sentences[at]?.passage === passage ? (alone[at] ?? 0) : 0)
  return sentences.map(
    ({ passage }, at) => (alone[at] ?? 0) + BESIDE_WEIGHT * Math.max(beside(at - 1, passage), beside(at + 1, passage)),
  )
}

/** What is chosen from: what it costs, how good it is, and which group it is of. Opening a group costs once more. */
export type Choice = { readonly cost: number; readonly score: number; readonly group: number }

/**
 * Takes the best that fit into `budget`, each group that is opened costing `perGroup`: a source has its mark and its name.
 * Returns the places of what was taken, in their order. The best one is taken even if it does not fit.
 */
export function keepWithin(choices: readonly Choice[], budget: number, perGroup: number): readonly number[] {
  const best = [...choices.entries()].toSorted(([, one], [, other]) => other.score - one.score)
  const opened = new Set<number>()
  const kept: number[] = []
  let used = 0
  for (const [at, { cost, group }] of best) {
    const whole = cost + (opened.has(group) ? 0 : perGroup)
    if (kept.length > 0 && used + whole > budget) continue
    used += whole
    opened.add(group)
    kept.push(at)
  }
  return kept.toSorted((one, other) => one - other)
}
