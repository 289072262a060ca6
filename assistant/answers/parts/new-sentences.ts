import { sentenceKey, splitClaims } from '../../../checks/draft-claims.ts'

/** Those sentences of `text`, with their marks, that do not stand in `written` already, word for word. */
export function newSentences(text: string, written: string): string {
  const said = new Set(splitClaims(written).map((claim) => sentenceKey(claim.text)))
  const fresh: string[] = []
  for (const claim of splitClaims(text)) {
    const key = sentenceKey(claim.text)
    if (said.has(key)) continue
    said.add(key)
    fresh.push(`${claim.text} ${claim.sources.map((source) => `[${source}]`).join('')}`.trimEnd())
  }
  return fresh.join('\n')
}
