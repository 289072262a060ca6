import { contentWords } from '../../../checks/content-words.ts'
import { factsInText } from '../../../checks/facts-in-text.ts'
import { type DraftClaim, splitClaims } from '../../../checks/split-claims.ts'
import { turningWords } from '../../../checks/turning-words.ts'

type Said = { readonly words: ReadonlySet<string>; readonly turning: string; readonly facts: ReadonlySet<string> }

/**
 * Those sentences of `text`, with their marks, that say something which no sentence of `written` says: one is left out only if all
 * that it says, every word, number and "not" of it, stands in one that is there already.
 */
export function newSentences(text: string, written: string): string {
  const said = splitClaims(written).map(saidIn)
  const fresh: string[] = []
  for (const claim of splitClaims(text)) {
    const now = saidIn(claim)
    if (said.some((before) => isWithin(now, before))) continue
    said.push(now)
    fresh.push(`${claim.text} ${claim.sources.map((source) => `[${source}]`).join('')}`.trimEnd())
  }
  return fresh.join('\n')
}

function saidIn({ text }: DraftClaim): Said {
  return {
    words: new Set(contentWords(text)),
    turning: turningWords(text),
    facts: new Set(factsInText(text).map(({ value }) => value)),
  }
}

function isWithin(one: Said, other: Said): boolean {
  const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>) => [...some].every((each) => all.has(each))
  return one.turning === other.turning && holds(other.words, one.words) && holds(other.facts, one.facts)
}
