import type { PassageSource } from '../../../contract/answers/answer.ts'
import { keepWithin } from '../../answers/draft/choose-sentences.ts'
import { sentenceUnits } from '../../answers/draft/passage-spans.ts'
import { type DocumentWords, tellingScores } from './telling-sentences.ts'

/** A sentence of a section, with the passage that holds it; offsets are into the whole text. */
export type Extracted = {
  readonly source: PassageSource
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Characters that a model reads of a section, about 250 tokens. */
const READ_OF_A_SECTION = 1000
/** So long a section gets a second sentence of its own. */
const SECOND_FROM = 1500

export type SectionExtract = {
  /** Best first: what stands for the section where no model does. */
  readonly best: readonly Extracted[]
  /** In reading order: what a model writes from. */
  readonly read: readonly PassageSource[]
}

/** Chooses the most telling sentences of a section. */
export function extractSection(sources: readonly PassageSource[], document: DocumentWords): SectionExtract {
  const sentences = sources.flatMap((source) => sentencesOf(source))
  const scores = tellingScores(
    sentences.map(({ text }) => text),
    document,
  )
  const choices = sentences.map(({ text }, at) => ({ cost: text.length + 1, score: scores[at] ?? 0, group: 0 }))
  const taken = keepWithin(choices, READ_OF_A_SECTION, 0).map((at) => sentences[at])
  const characters = sources.reduce((sum, { start, end }) => sum + end - start, 0)
  const ranked = [...sentences.entries()].toSorted(([one], [other]) => (scores[other] ?? 0) - (scores[one] ?? 0))
  return {
    best: ranked.slice(0, characters >= SECOND_FROM ? 2 : 1).map(([, sentence]) => sentence),
    read: sources
      .map((source) => ({
        ...source,
        read: taken.flatMap((one) => (one?.source === source ? { start: one.start, end: one.end } : [])),
      }))
      .filter(({ read }) => read.length > 0),
  }
}

export function sentencesOf(source: PassageSource): readonly Extracted[] {
  return sentenceUnits(source.text).map(({ start, end }) => ({
    source,
    start: source.start + start,
    end: source.start + end,
    text: source.text.slice(start, end),
  }))
}
