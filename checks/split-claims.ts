import { splitSentences } from '../text/sentences.ts'

/** One sentence of an answer with the source marks that stood in it; `text` is without the marks. */
export type DraftClaim = { readonly text: string; readonly sources: readonly string[] }

const MARK = /\s*\[([A-Z]\d+)\]/g

/** Splits an answer such as "It ended on 1 May [S2]. Nobody objected [S1][S3]." into its sentences and their marks. */
export function splitClaims(answer: string): readonly DraftClaim[] {
  // A mark after the full stop belongs to the sentence before it.
  const marked = answer.replace(/([.!?])((?:\s*\[[A-Z]\d+\])+)/g, '$2$1')
  return splitSentences(withoutBracketStops(marked))
    .map(({ start, end }) => marked.slice(start, end))
    .map((sentence) => ({
      text: sentence
        .replace(MARK, '')
        .replace(/^(?:[-*•]|\d{1,2}[.)])\s+/, '')
        .trim(),
      sources: [...new Set([...sentence.matchAll(MARK)].map((match) => match[1] as string))],
    }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

/** A mark must be a word for the sentences, and no bracket or single letter; lengths stay equal, so the spans fit the original. */
function withoutBracketStops(text: string): string {
  return text.replace(MARK, (mark) => mark.trim().replaceAll(/./g, 'x').padStart(mark.length))
}
