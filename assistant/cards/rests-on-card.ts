import { absentFacts } from '../../checks/absent-facts.ts'
import { contentWords } from '../../checks/content-words.ts'
import type { Claim, PassageSource } from '../../contract/answer.ts'
import type { CardSource } from '../../contract/card.ts'

export type RestingOptions = {
  readonly cards: readonly CardSource[]
  readonly passages: readonly PassageSource[]
  readonly question: string
}

/** Of its words that the question does not have: nearly all are the card's, and no more than half the passages'. */
const OF_THE_CARD = 0.8
const OF_THE_PASSAGES = 0.5

/**
 * The claim without support where it only says a card again under the mark of a passage, or takes a number, date or name from
 * one. A card is general knowledge, and no evidence of what the documents say. What a passage bears out by its words stays.
 */
export function withoutCardAlone(claim: Claim, { cards, passages, question }: RestingOptions): Claim {
  if (cards.length === 0 || !(claim.verdict === 'unchecked' || claim.verdict === 'entailed')) return claim
  const asked = new Set(contentWords(question))
  const own = [...new Set(contentWords(claim.text.replace(/\[[A-Z]\d+\]/g, '')))].filter((word) => !asked.has(word))
  const cited = new Set(claim.citations.map(({ source }) => source))
  const held = passages.filter(({ source }) => cited.has(source)).map(({ text }) => text)
  const known = cards.flatMap(({ summary, knowledge }) => [summary, ...knowledge.map(({ text }) => text)])
  const isTaken = claim.absent.some((fact) => absentFacts(`x ${fact}`, known, '').length === 0)
  const isOfCard = isTaken || (share(own, known) >= OF_THE_CARD && share(own, held) <= OF_THE_PASSAGES)
  return isOfCard ? { ...claim, verdict: 'unsupported' } : claim
}

function share(words: readonly string[], texts: readonly string[]): number {
  const there = new Set(texts.flatMap((text) => contentWords(text)))
  return words.length === 0 ? 0 : words.filter((word) => there.has(word)).length / words.length
}
