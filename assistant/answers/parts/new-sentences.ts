import { contentWords } from '../../../checks/content-words.ts'
import { factsInText } from '../../../checks/facts-in-text.ts'
import { splitClaims } from '../../../checks/split-claims.ts'

/** A sentence that has this share of its words in one that was written already says nothing new. */
const SAME = 0.75

/** Those sentences of `text`, with their marks, that say something which no sentence of `written` says. */
export function newSentences(text: string, written: string): string {
  const said = splitClaims(written).map((claim) => new Set(contentWords(claim.text)))
  const facts = new Set(factsInText(written).map(({ value }) => value))
  const fresh: string[] = []
  for (const claim of splitClaims(text)) {
    const words = new Set(contentWords(claim.text))
    const isSaid = said.some((one) => [...words].filter((word) => one.has(word)).length >= SAME * words.size)
    const hasNewFact = factsInText(claim.text).some(({ value }) => !facts.has(value))
    if (isSaid && !hasNewFact) continue
    said.push(words)
    fresh.push(`${claim.text} ${claim.sources.map((source) => `[${source}]`).join('')}`.trimEnd())
  }
  return fresh.join('\n')
}
