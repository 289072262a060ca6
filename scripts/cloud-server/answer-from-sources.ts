import type { SayAnswer } from './cloud-server.ts'

const SENTENCES_AT_MOST = 4

/**
 * An answer without a model: the first sentence of each source that the message names, word for word and cited, as JSON. What
 * stands in it came through the packet, pseudonyms and all.
 */
export const answerFromSources: SayAnswer = ({ text }) => {
  const sources = [...text.matchAll(/^\[([SR]\d+)\][^\n]*\n+([\s\S]*?)(?=\n\n|\n\[[SR]\d+\]|$(?![\s\S]))/gm)]
  const claims = sources
    .slice(0, SENTENCES_AT_MOST)
    .map(([, mark, passage = '']) => ({ text: firstSentence(passage), sources: [mark] }))
  const answer = JSON.stringify({ claims, missing: ['the date on which notice was received'] })
  return answer.match(/\s*\S+\s*$|\s*\S+/g) ?? []
}

function firstSentence(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return /^.*?[.!?](?=\s|$)/.exec(flat)?.[0] ?? flat
}
