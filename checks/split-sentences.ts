export type Sentence = { readonly start: number; readonly end: number }

/** Words after which a full stop does not end a sentence; matters for clinicians' and lawyers' texts alike. */
const ABBREVIATION =
  /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|St|Nos?|vs?|pp?|Art|Arts|Sec|Secs|para|paras|cl|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|e\.g|i\.e|cf|Id|U\.S|Ref|Tel|ca|al|[A-Z])\.\s*$/

/** Sentences of a text as UTF-16 spans without surrounding white space, in order. Line breaks between blocks end a sentence. */
export function splitSentences(text: string): readonly Sentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const sentences: Sentence[] = []
  let open: number | null = null
  for (const { segment, index } of segmenter.segment(text)) {
    const start: number = open ?? index
    const end = index + segment.length
    if (ABBREVIATION.test(text.slice(start, end)) && end < text.length) {
      open = start
      continue
    }
    open = null
    const trimmed = trim(text, start, end)
    if (trimmed) sentences.push(trimmed)
  }
  return sentences
}

function trim(text: string, start: number, end: number): Sentence | null {
  const piece = text.slice(start, end)
  const from = start + piece.length - piece.trimStart().length
  const to = end - (piece.length - piece.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}
