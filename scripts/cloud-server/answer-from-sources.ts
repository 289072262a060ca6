import type { SayAnswer } from './cloud-server.ts'

const SENTENCES_AT_MOST = 4

/**
 * An answer without a model: the first sentence of each source that the message names, word for word and cited, as JSON. What
 * stands in it came through the packet, pseudonyms and all.
 */
export const answerFromSources: SayAnswer = ({ text, schema }) => {
  const sources = [...text.matchAll(/^\[([SR]\d+)\][^\n]*\n+([\s\S]*?)(?=\n\n|\n\[[SR]\d+\]|$(?![\s\S]))/gm)]
  const claims = sources
    .slice(0, SENTENCES_AT_MOST)
    .map(([, mark, passage = '']) => ({ text: firstSentence(passage), sources: [mark] }))
  const missing = ['the date on which notice was received']
  const asked = (schema as { readonly properties?: object } | null)?.properties ?? {}
  const answer = JSON.stringify({
    claims,
    missing,
    ...('ranked' in asked ? { ranked: rankedFrom(text, claims) } : {}),
    ...('choice' in asked ? { choice: 'A' } : {}),
  })
  return answer.match(/\s*\S+\s*$|\s*\S+/g) ?? []
}

/** What it was told to consider, the last first, so that it is no copy; the first is borne out by what stands in the sources. */
function rankedFrom(text: string, claims: readonly object[]): readonly object[] {
  const names = [...text.matchAll(/^- (.+)$/gm)].map(([, name = '']) => name)
  return names.toReversed().map((name, index) => ({
    name,
    for: index === 0 ? claims.slice(0, 1) : [],
    against: index === 0 ? [] : [{ text: 'No source speaks of it.', sources: [] }],
    missing: ['when it began'],
    decides: [`a second look at ${name}`],
    cannotMiss: false,
  }))
}

function firstSentence(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return /^.*?[.!?](?=\s|$)/.exec(flat)?.[0] ?? flat
}
